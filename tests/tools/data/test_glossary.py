"""용어집의 틀린 곳을 줄과 고치는 법과 함께 모두 찾는지 확인한다."""

from pathlib import Path

import pytest

from tests.paths import DOCS
from tools.data.glossary import (
    NAME,
    Entry,
    Reader,
    WrongEntry,
    check_pages,
    clashes,
    load,
    page_problems,
    slug,
    wording,
)
from tools.finding import Finding

ENTRY = """\
- term: {term}
  english: {english}
  definition: 뜻이다.
  page: {page}
"""
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
PAGES = {"week12/optimizers.md": {"rule-sgd": "경사 하강법"}}


def problems(text: str) -> list[Finding]:
    reader = Reader()
    entries = reader.read(text)
    return [
        *reader.problems,
        *clashes(entries),
        *wording(entries),
        *page_problems(entries, PAGES.get),
    ]


def test_sound_glossary_passes() -> None:
    assert problems(SOUND) == []


def test_site_glossary_passes() -> None:
    text = (DOCS / NAME).read_text(encoding="utf-8")
    reader = Reader()
    entries = reader.read(text)
    assert len(entries) == text.count("\n- term:")
    assert [*reader.problems, *clashes(entries), *wording(entries)] == []


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("[최적화기]", "[최적화기, a dam]", 4, "'옵티마이저'을(를) 함께 가리킵니다."),
        ("[최적화기]", "[Opti-mizer]", 4, "'Opti-mizer'은(는) 앞에 적은 말과"),
        ("[최적화기]", "최적화기", 4, "variants에는 [말, 말]처럼"),
        ("[최적화기]", "[]", 4, "variants에는 [말, 말]처럼"),
        ("[최적화기]", "[3]", 4, "variants에는 [말, 말]처럼"),
        ("[최적화기]", "{최적화기: 1}", 4, "variants에는 [말, 말]처럼"),
        ("variants", "variant", 4, "'variant'(이)라는 칸은 없습니다"),
        ("english: optimizer", "english:", 2, "english을(를) 한 줄 적으세요"),
        ("  english: optimizer\n", "", 2, "english을(를) 한 줄 적으세요"),
        ("english: optimizer", "english: 3", 3, "수는 따옴표로 감싸세요"),
        ("english: optimizer", "english: 최적화기", 2, "english를 영어로"),
        ("english: optimizer", "english: adam", 7, "주소 '#adam'이(가) 2번째 줄의"),
        ("규칙이다.", "규칙.", 5, "definition을(를) 「…다.」로"),
        ("규칙이다.", "규칙이다. 여럿이다.", 5, "definition을(를) 「…다.」로"),
        ("[최적화기]", "[최적화기]\n  tooltip: true", 5, "tooltip에는 false만"),
        ("[최적화기]", "[최적화기]\n  usage: [많다.]", 5, "없으면 줄을 지우세요"),
        (
            "[최적화기]",
            "[최적화기]\n  ambiguous: 최적화기",
            5,
            "ambiguous에는 [말, 말]",
        ),
        (
            "[최적화기]",
            "[최적화기]\n  ambiguous: [최적화]",
            5,
            "'최적화'은(는) variants에",
        ),
        ("[최적화기]", "[최적화기]\n  term: 층", 5, "'term'을(를) 2번째 줄에도"),
        ("term: Adam", "term: 옵티마이저", 7, "용어 '옵티마이저'이(가) 2번째 줄에도"),
        ("term: Adam", "term: 3", 7, "'term'이 없거나"),
        ("#rule-sgd", "#rule-adagrad", 6, "'#rule-adagrad' 절이"),
        ("optimizers.md#", "optimisers.md#", 6, "'week12/optimisers.md' 쪽이"),
        ("- term: Adam", "- 새 용어\n- term: Adam", 7, "'이름: 값' 꼴이 아닙니다."),
        ("  english: Adam", "\tenglish: Adam", 8, "탭 대신 빈칸으로"),
    ],
)
def test_bad_entry_is_named_with_its_line_and_mend(
    before: str, after: str, line: int, message: str
) -> None:
    assert before in SOUND
    found = [x for x in problems(SOUND.replace(before, after, 1)) if message in str(x)]
    assert [(x.file, x.line) for x in found] == [("docs/glossary.yml", line)]


def test_every_problem_is_told_and_sound_entries_stay() -> None:
    text = SOUND.replace("english: optimizer", "english: 3").replace("[최적화기]", "3")
    reader = Reader()
    entries = reader.read(text + "- 글\n")
    assert [entry.name for entry in entries] == ["옵티마이저", "Adam"]
    assert [x.line for x in reader.problems] == [3, 4, 11]


@pytest.mark.parametrize("text", ["", "# 아직 없다\n", "글\n", "- a: [\n", "- \x01\n"])
def test_build_stops_at_the_first_problem(text: str, tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongEntry, match=r"^docs/glossary\.yml:\d+: "):
        load(file)


def test_build_stops_at_a_dead_page(tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_text(SOUND, encoding="utf-8")
    entries = load(file)
    check_pages(entries, PAGES.get)
    with pytest.raises(WrongEntry, match=r"^docs/glossary\.yml:6: .*'#rule-sgd' 절이"):
        check_pages(entries, {"week12/optimizers.md": {}}.get)


def test_names_are_those_of_the_search() -> None:
    first, second = Reader().read(SOUND)
    assert first.term.names == ("옵티마이저", "optimizer", "최적화기")
    assert first.named == ((4, "최적화기"),)
    assert second.term.names == ("Adam",)


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Bayes' theorem", "bayes-theorem"),
        ("seasonal naïve", "seasonal-naive"),
        ("Weights & Biases", "weights-biases"),
        ("plot_model", "plot-model"),
    ],
)
def test_address_is_made_of_the_english(english: str, expected: str) -> None:
    assert slug(english) == expected


def write(folder: Path, *entries: dict[str, str]) -> list[Entry]:
    file = folder / "glossary.yml"
    text = "".join(
        ENTRY.format(**{"term": "층", "english": "layer", "page": "a.md#b", **entry})
        for entry in entries
    )
    file.write_text(text, encoding="utf-8")
    return load(file)


def test_entry_knows_its_line_names_and_place(tmp_path: Path) -> None:
    first, second = write(tmp_path, {}, {"term": "Adam", "english": "Adam"})
    assert (first.line, second.line) == (1, 5)
    assert (first.page, first.anchor) == ("a.md", "b")
    assert (first.group, second.group) == ("ㅊ", "A")
    assert (first.others, second.others) == ([], [])
    assert first.tooltip


def test_tense_initials_stand_with_the_plain_ones() -> None:
    entries = load(DOCS / NAME)
    assert not {entry.group for entry in entries} & set("ㄲㄸㅃㅆㅉ")
