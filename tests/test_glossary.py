"""용어집이 약속한 꼴이고, 한 말이 두 용어를 가리키지 않는지 확인한다."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
import yaml

from tests.paths import DOCS, relative

GLOSSARY = DOCS / "glossary.yml"
REQUIRED = ("term", "english", "definition", "page")
LISTS = ("abbreviation", "variants")
FIELDS = {*REQUIRED, *LISTS, "usage", "ambiguous", "tooltip"}


def squeeze(word: str) -> str:
    """검색이 같다고 보는 꼴로 바꾼다. 띄어쓰기, 대소문자, 붙임표를 지운다."""
    return re.sub(r"[\s\-‐‑–]+", "", unicodedata.normalize("NFC", word)).casefold()


def names(entry: dict) -> list[str]:
    """용어 하나를 가리키는 모든 말. 영어가 용어와 같으면 한 번만 센다."""
    words = [entry["term"], entry["english"]]
    if squeeze(entry["english"]) == squeeze(entry["term"]):
        words.pop()
    for field in LISTS:
        words += entry.get(field, [])
    return words


def entries(text: str) -> list[tuple[int, dict]]:
    """용어마다 시작하는 줄과 내용을 읽는다."""
    nodes = yaml.compose(text, Loader=yaml.SafeLoader).value
    lines = [node.start_mark.line + 1 for node in nodes]
    return list(zip(lines, yaml.safe_load(text), strict=True))


def is_words(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(word, str) and word.strip() == word != "" for word in value)
    )


def wrong_fields(entry: dict) -> Iterator[str]:
    for field in REQUIRED:
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            yield f"{field}에 글을 한 줄 적으세요."
    for field in (*LISTS, "ambiguous"):
        if field in entry and not is_words(entry[field]):
            yield f"{field}에는 [말, 말]처럼 적으세요. 없으면 줄을 지우세요."
    if entry.get("tooltip") not in (None, False):
        yield "tooltip에는 false만 적을 수 있습니다. 뜻을 띄우려면 줄을 지우세요."
    if "usage" in entry and not isinstance(entry["usage"], str):
        yield "usage에 글을 한 줄 적거나 줄을 지우세요."
    for field in entry.keys() - FIELDS:
        yield f"{field}(이)라는 칸은 없습니다. 철자를 확인하세요."


def not_one_sentence(text: str) -> bool:
    return not text.endswith("다.") or bool(re.search(r"[.?!]\s", text))


def wrong_page(page: str) -> str | None:
    """쪽이나 절이 없으면 고칠 방법을 돌려준다."""
    path, _, anchor = page.partition("#")
    file = DOCS / path
    if not path.endswith(".md") or not file.is_file():
        return f"page의 {path} 쪽이 docs에 없습니다. 폴더와 .md까지 적으세요."
    if anchor and f"{{ #{anchor} }}" not in file.read_text(encoding="utf-8"):
        return f"page의 #{anchor} 절이 {path}에 없습니다. 제목 옆의 이름을 적으세요."
    return None


def wrong_content(entry: dict) -> Iterator[str]:
    for field in ("definition", "usage"):
        if field in entry and not_one_sentence(entry[field]):
            yield f"{field}을(를) 「…다.」로 끝나는 한 문장으로 고치세요."
    for word in entry.get("ambiguous", []):
        if word not in entry.get("variants", []):
            yield f"ambiguous의 「{word}」는 variants에 없습니다. 철자를 맞추세요."
    mend = wrong_page(entry["page"])
    if mend:
        yield mend


def repeats(entry: dict) -> Iterator[str]:
    """한 용어 안에서 띄어쓰기나 대소문자만 다른 말을 찾는다."""
    seen = set()
    for word in names(entry):
        if squeeze(word) in seen:
            yield f"「{word}」는 앞에 적은 말과 같게 다룹니다. 지우세요."
        seen.add(squeeze(word))


def clashes(known: list[tuple[int, dict]]) -> Iterator[str]:
    """두 용어에 든 말을 찾는다."""
    owners: dict[str, tuple[int, str]] = {}
    for line, entry in known:
        for word in names(entry):
            first, owner = owners.setdefault(squeeze(word), (line, entry["term"]))
            if first != line:
                yield (
                    f"{line}번째 줄 「{entry['term']}」, "
                    f"「{word}」는 {first}번째 줄 「{owner}」에도 있습니다. "
                    "한쪽에서 지우세요."
                )


def problems(text: str) -> list[str]:
    known = entries(text)
    found = []
    for line, entry in known:
        mends = list(wrong_fields(entry))
        if not mends:
            mends = [*wrong_content(entry), *repeats(entry)]
        found += [f"{line}번째 줄 「{entry.get('term')}」, {mend}" for mend in mends]
    return found or list(clashes(known))


def test_glossary_is_sound() -> None:
    found = problems(GLOSSARY.read_text(encoding="utf-8"))
    assert not found, f"{relative(GLOSSARY)}을(를) 고치세요:\n" + "\n".join(found)


def test_glossary_covers_the_notes() -> None:
    known = entries(GLOSSARY.read_text(encoding="utf-8"))
    assert len(known) >= 100
    weeks = {file.relative_to(DOCS).as_posix() for file in DOCS.glob("week*/*.md")}
    topics = {
        page
        for page in weeks
        if not page.endswith(("index.md", "reference.md"))
        # 갓 만든 쪽에는 아직 용어가 없다. 용어는 처음 나올 때 영어를 밝힌다.
        and re.search(r"[가-힣]\([a-z]", (DOCS / page).read_text(encoding="utf-8"))
    }
    assert topics
    used = {entry["page"].partition("#")[0] for _, entry in known}
    assert not topics - used, f"용어가 하나도 없는 쪽입니다: {sorted(topics - used)}"


SOUND = """
- term: 옵티마이저
  english: optimizer
  variants: [최적화기]
  definition: 파라미터를 고치는 규칙이다.
  page: week12/optimizers.md#rule-sgd
- term: Adam
  english: Adam
  definition: 옵티마이저 가운데 하나다.
  page: week12/optimizers.md
"""


def test_sound_glossary_passes() -> None:
    assert problems(SOUND) == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("[최적화기]", "[최적화기, a dam]", "2번째 줄 「옵티마이저」에도"),
        ("[최적화기]", "[Opti-mizer]", "「Opti-mizer」는 앞에 적은 말과"),
        ("[최적화기]", "최적화기", "variants에는 [말, 말]처럼"),
        ("[최적화기]", "[]", "variants에는 [말, 말]처럼"),
        ("variants", "variant", "variant(이)라는 칸은 없습니다"),
        ("english: optimizer", "english:", "english에 글을"),
        ("규칙이다.", "규칙.", "definition을(를) 「…다.」로"),
        ("규칙이다.", "규칙이다. 여럿이다.", "definition을(를) 「…다.」로"),
        ("[최적화기]", "[최적화기]\n  tooltip: true", "tooltip에는 false만"),
        ("[최적화기]", "[최적화기]\n  ambiguous: 최적화기", "ambiguous에는 [말, 말]"),
        ("[최적화기]", "[최적화기]\n  ambiguous: [최적화]", "「최적화」는 variants에"),
        ("#rule-sgd", "#rule-adagrad", "#rule-adagrad 절이"),
        ("optimizers.md#", "optimisers.md#", "week12/optimisers.md 쪽이"),
    ],
)
def test_bad_entry_is_named_with_its_mend(
    before: str, after: str, message: str
) -> None:
    broken = SOUND.replace(before, after)
    assert broken != SOUND
    assert any(message in problem for problem in problems(broken)), problems(broken)
