"""용어집을 읽고, 틀린 용어는 줄을 말하며 멈추는지 확인한다."""

import re
from pathlib import Path

import pytest

from tests.paths import DOCS
from tools.data import glossary

ENTRY = """\
- term: {term}
  english: {english}
  definition: 뜻이다.
  page: {page}
"""


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
    assert glossary.slug(english) == expected


def write(folder: Path, *entries: dict[str, str]) -> list[glossary.Entry]:
    file = folder / "glossary.yml"
    text = "".join(
        ENTRY.format(**{"term": "층", "english": "layer", "page": "a.md#b", **entry})
        for entry in entries
    )
    file.write_text(text, encoding="utf-8")
    return glossary.load(file)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"page": ""}, "docs/glossary.yml:5: 용어 '값'에 page을(를)"),
        ({"english": "'!'"}, "docs/glossary.yml:5: 용어 '값'의 english를 영어로"),
        ({"english": "Layer"}, "'#layer'이(가) 1번째 줄의 용어와 같습니다"),
    ],
)
def test_bad_entry_stops_the_build_with_its_line(
    tmp_path: Path, entry: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        write(tmp_path, {}, {"term": "값", "english": "value", **entry})


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("gone.md", "docs/glossary.yml:1: 용어 '층'의 page에 적은 'gone.md' 쪽이"),
        ("a.md#gone", "docs/glossary.yml:1: 용어 '층'의 page에 적은 '#gone' 절이"),
    ],
)
def test_unknown_page_or_section_stops_the_build(
    tmp_path: Path, page: str, message: str
) -> None:
    entries = write(tmp_path, {"page": page})
    known = {"a.md": {"b": "제목"}}
    with pytest.raises(glossary.WrongEntry, match=re.escape(message)):
        glossary.check_pages(entries, known.get)
    glossary.check_pages(write(tmp_path, {}), known.get)


def test_entry_knows_its_line_names_and_place(tmp_path: Path) -> None:
    first, second = write(tmp_path, {}, {"term": "Adam", "english": "Adam"})
    assert (first.line, second.line) == (1, 5)
    assert (first.page, first.anchor) == ("a.md", "b")
    assert (first.group, second.group) == ("ㅊ", "A")
    assert (first.others, second.others) == ([], [])
    assert first.tooltip


def test_tense_initials_stand_with_the_plain_ones() -> None:
    entries = glossary.load(DOCS / glossary.NAME)
    assert not {entry.group for entry in entries} & set("ㄲㄸㅃㅆㅉ")
