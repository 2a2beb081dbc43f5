"""용어집을 검색이 쓰는 꼴로 읽는지 본다."""

from pathlib import Path

import pytest

from korean_search.glossary import compact, load_glossary


def write(folder: Path, text: str) -> Path:
    file = folder / "glossary.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_name_leads_to_the_term(tmp_path: Path) -> None:
    text = "- {term: 학습률, english: learning rate, abbreviation: [lr], variants: []}"
    (term,) = load_glossary(write(tmp_path, text))
    assert term.names == ("학습률", "learning rate", "lr")


def test_place_of_a_term_is_read_when_it_is_written(tmp_path: Path) -> None:
    text = "- {term: 학습률, page: a.md#rate}\n- {term: 층}"
    rate, layer = load_glossary(write(tmp_path, text))
    assert (rate.page, layer.page) == ("a.md#rate", "")


@pytest.mark.parametrize("text", ["term: 하나", "- english: only"])
def test_wrong_shape_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"glossary\.yml"):
        load_glossary(write(tmp_path, text))


def test_spaces_hyphens_and_case_do_not_matter() -> None:
    assert compact("Fine-Tuning 미세 조정") == "finetuning미세조정"
