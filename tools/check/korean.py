"""한국어 맞춤법, 조사, 띄어쓰기를 본다. 덜 찾더라도 맞는 글은 건드리지 않는다."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from korean_search.hangul import final, is_syllable
from tools.check import dependent_nouns, keystrokes
from tools.finding import Finding
from tools.page.markdown import prose
from tools.page.note import sentences
from tools.page.project import Project
from tools.page.text import squeeze

RULES = Path(__file__).with_name("korean.toml")
NONE, OTHER, RIEUL = "none", "other", "rieul"
# (받침 없는 말 뒤, 받침 있는 말 뒤)
PARTICLES = [
    ("는", "은"),
    ("가", "이"),
    ("를", "을"),
    ("와", "과"),
    ("로", "으로"),
    ("로는", "으로는"),
    ("로도", "으로도"),
    ("라는", "이라는"),
    ("라고", "이라고"),
    ("란", "이란"),
]
FORMS = "|".join(sorted({form for pair in PARTICLES for form in pair}, key=len)[::-1])
AFTER_BRACKET = re.compile(
    rf"(?P<word>[가-힣]|[A-Za-z]+|\d)\((?P<inside>[^()\n]*)\)(?P<particle>{FORMS})(?![가-힣])"
)
AFTER_LATIN = re.compile(
    rf"(?<![A-Za-z\d._-])(?P<word>[A-Za-z]+)(?P<particle>{FORMS})(?![가-힣])"
)
# 「MP3」, 「GPT-3」처럼 로마자에 이어진 수는 영어로 읽기도 한다.
AFTER_DIGIT = re.compile(
    rf"(?<![A-Za-z\d.-])[\d.,]*(?P<word>\d)(?P<particle>{FORMS})(?![가-힣])"
)
RATE = re.compile(
    r"(?P<before>[가-힣])(?P<rate>[율률])(?=[은는이가을를과와의도로에]|[^가-힣]|$)"
)
# 받침이 있는 말 뒤에 올 수 없는 것과, 받침이 없는 말 뒤에 올 수 없는 것.
NEVER_AFTER_FINAL = ("를", "와")
NEVER_AFTER_OPEN = ("을", "으로")
HANGUL = re.compile(rf"(?<![가-힣])(?P<word>[가-힣]+?)(?P<particle>{FORMS})(?![가-힣])")
# 「지을」처럼 ㅅ이 빠진 움직씨와 「가을」 같은 이름씨.
OPEN_BEFORE_EUL = re.compile(r"(?:[지이그부나저자쪼가마노고]|새|다)$")
DIGITS = dict(
    zip(
        "0123456789",
        [OTHER, RIEUL, NONE, OTHER, NONE, NONE, OTHER, RIEUL, RIEUL, NONE],
        strict=True,
    )
)
QUOTED = re.compile(r"「([^「」]*)」")
ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^{}]*\}")


@cache
def rules() -> dict:
    """찾을 틀린 말을 읽는다."""
    return tomllib.loads(RULES.read_text(encoding="utf-8"))


def final_sound(word: str) -> str | None:
    """낱말의 끝소리를 구한다. 어떻게 읽는지 모르는 로마자면 None이다."""
    last = word[-1]
    if is_syllable(last):
        return {0: NONE, 8: RIEUL}.get(final(last), OTHER)
    if last in DIGITS:
        return DIGITS[last]
    reading = rules()["reading"]
    return next((kind for kind in (NONE, RIEUL, OTHER) if word in reading[kind]), None)


def right_particle(word: str, particle: str) -> str | None:
    """낱말 뒤에 올 조사를 구한다. 이미 맞거나 알 수 없으면 None이다."""
    sound = final_sound(word)
    pair = next(pair for pair in PARTICLES if particle in pair)
    if sound is None:
        return None
    open_form = sound == NONE or (sound == RIEUL and pair[0].startswith("로"))
    right = pair[0] if open_form else pair[1]
    return right if right != particle else None


def wrong_words(line: str) -> Iterator[tuple[str, str]]:
    """규칙 파일에 적힌 틀린 말을 (까닭, 고치는 법)으로 찾는다."""
    kinds = (("spelling", "맞춤법에 어긋납니다."), ("translationese", "번역 투입니다."))
    for kind, problem in kinds:
        for rule in rules()[kind]:
            for match in re.finditer(rule["find"], line):
                wrong = match[0].strip()
                instead = match.expand(rule["instead"]).strip()
                yield f"'{wrong}'은(는) {problem}", f"'{instead}'(으)로 고치세요."


def wrong_particles(line: str) -> Iterator[tuple[str, str]]:
    """괄호, 로마자, 숫자 뒤에 잘못 쓴 조사를 찾는다."""
    for pattern in (AFTER_BRACKET, AFTER_LATIN, AFTER_DIGIT):
        for match in pattern.finditer(line):
            if right := right_particle(match["word"], match["particle"]):
                whole = match[0]
                mended = whole[: -len(match["particle"])] + right
                yield (
                    f"'{whole}'의 조사가 '{match['word']}' 뒤에 맞지 않습니다.",
                    f"'{mended}'(으)로 고치세요.",
                )


def wrong_rates(line: str) -> Iterator[tuple[str, str]]:
    """모음이나 ㄴ 뒤에는 '율', 다른 받침 뒤에는 '률'이다."""
    for match in RATE.finditer(line):
        right = "율" if final(match["before"]) in (0, 4) else "률"
        if match["rate"] != right:
            yield (
                f"'{match[0]}'은(는) 맞춤법에 어긋납니다.",
                f"'{match['before']}{right}'(으)로 고치세요.",
            )


def wrong_korean_particles(
    line: str, terms: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """한글 낱말 뒤에 잘못 쓴 조사를 찾는다.

    「를」처럼 어느 받침 뒤에도 올 수 없는 것은 모두 보고, 「가」처럼 낱말의
    끝일 수도 있는 것은 용어집의 용어 뒤에서만 본다.
    """
    for match in HANGUL.finditer(line):
        word, particle = match["word"], match["particle"]
        right = right_particle(word, particle)
        if right is None:
            continue
        opened = final_sound(word) == NONE
        sure = (not opened and particle in NEVER_AFTER_FINAL) or (
            opened
            and particle in NEVER_AFTER_OPEN
            and len(word) > 1
            and not OPEN_BEFORE_EUL.search(word)
        )
        if sure or (word in terms and word + particle not in terms):
            yield (
                f"'{word}{particle}'의 조사가 '{word}' 뒤에 맞지 않습니다.",
                f"'{word}{right}'(으)로 고치세요.",
            )


@cache
def complaints(
    line: str, terms: frozenset[str] = frozenset(), note: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """글 한 줄의 잘못을 모두 모은다. 쓴 사람의 문장에서는 덜 본다."""
    text = ADDRESS.sub(lambda match: "]" if match[0].startswith("]") else " ", line)
    text = text.replace("**", "").replace("__", "")
    found = [*wrong_words(text), *wrong_particles(text), *wrong_rates(text)]
    found += wrong_korean_particles(text, terms)
    if note:
        text = own_words(text, note)
    return [*found, *dependent_nouns.stuck(text), *keystrokes.slips(text)]


def own_words(line: str, note: tuple[str, ...]) -> str:
    """원래 노트의 문장과, 노트에서 따온 「…」를 뺀다."""
    line = squeeze(line)
    for sentence in note:
        line = line.replace(sentence, " ")
    return QUOTED.sub(lambda x: " " if any(x[1] in one for one in note) else x[0], line)


@cache
def faults(
    text: str, terms: frozenset[str], note: tuple[str, ...]
) -> list[tuple[int, str, str]]:
    """글의 잘못을 (줄, 틀린 것, 고치는 법)으로 모은다."""
    return [
        (number, *told)
        for number, line in enumerate(prose(text).split("\n"), start=1)
        for told in complaints(line, terms, note)
    ]


def find(project: Project) -> Iterator[Finding]:
    """쪽과 README를 줄마다 본다."""
    terms = frozenset(
        name
        for entry in project.glossary[0]
        for name in (entry.name, *(x for _, x in entry.named))
    )
    note = tuple(x for one in project.notes.values() for x in sentences(one.text))
    readme = project.root / "README.md"
    for page in [*project.pages, *([readme] if readme.exists() else [])]:
        for told in faults(project.read(page), terms, note):
            yield Finding(project.name(page), *told)
