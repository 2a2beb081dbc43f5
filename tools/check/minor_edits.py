"""문장의 뜻을 바꾸지 않은 작은 고침인지 가린다.

의심스러우면 아니라고 한다. 그러면 고친 사람에게 묻는다.
"""

import re
import unicodedata
from difflib import SequenceMatcher

# 뜻과 무관하게 넣고 뺄 수 있는 것.
LOOSE = re.compile(r"[\s,·]")
NAMES = re.compile(r"[A-Za-z0-9_.+%=<>-]*[A-Za-z0-9][A-Za-z0-9_.+%=<>-]*")
# 더하거나 빼면 뜻이 뒤집히는 글자.
TURNING = set("안않못없아니불비미무반역덜말?")
# 그 가운데 말을 부정하는 글자.
NEGATING = set("안않못없아니")
SHARED = 2  # 첫소리, 가운뎃소리, 끝소리 가운데 같아야 하는 수


def is_typo(before: str, after: str) -> bool:
    """띄어쓰기, 쉼표, 조사 한 글자, 낱자 하나만 달라졌는지 본다.

    Args:
        before: 원문의 문장.
        after: 고친 문장.
    """
    if NAMES.findall(before) != NAMES.findall(after):
        return False
    old, new = LOOSE.sub("", before), LOOSE.sub("", after)
    if old == new:
        return True
    spans = differences(old, new)
    if len(spans) != 1:
        return False
    ((gone, come, lost_at, put_at),) = spans
    if TURNING & set(gone + come):
        return False
    if gone and come:
        return is_near(gone, come)
    first = starts_word(before, lost_at) if gone else starts_word(after, put_at)
    return len(gone + come) == 1 and not first


def differences(old: str, new: str) -> list[tuple[str, str, int, int]]:
    """달라진 곳마다 (옛 글, 새 글, 옛 자리, 새 자리)."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d], a, c) for kind, a, b, c, d in codes if kind != "equal"]


def is_negated(before: str, after: str) -> bool:
    """부정하는 글자를 더하거나 빼서 뜻이 뒤집혔을 수 있는지 본다."""
    return any(
        NEGATING & set(gone + come) for gone, come, *_ in differences(before, after)
    )


def is_near(one: str, other: str) -> bool:
    """글자 하나에서 낱자 하나만 다른지 본다."""
    if len(one) != 1 or len(other) != 1:
        return False
    pair = [letters(x) for x in (one, other)]
    if len(pair[0]) != len(pair[1]):
        return abs(len(pair[0]) - len(pair[1])) == 1 and pair[0][:2] == pair[1][:2]
    return len(pair[0]) > 1 and sum(a == b for a, b in zip(*pair, strict=True)) >= min(
        SHARED, len(pair[0]) - 1
    )


def letters(syllable: str) -> str:
    """음절 하나를 낱자로 푼다."""
    return unicodedata.normalize("NFD", syllable)


def starts_word(sentence: str, place: int) -> bool:
    """빈칸과 쉼표를 빼고 센 자리가 어절의 처음인지 본다. 「불」 따위가 붙는 자리다."""
    kept = [n for n, letter in enumerate(sentence) if not LOOSE.match(letter)]
    at = kept[place] if place < len(kept) else len(sentence)
    return at == 0 or bool(LOOSE.match(sentence[at - 1]))
