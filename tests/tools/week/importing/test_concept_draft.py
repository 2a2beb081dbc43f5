"""개념 지도의 초안을 확인한다."""

import yaml

from tools.data.concepts import Reader
from tools.week.importing.concept_draft import draft

PAGES = {
    "convolution.md": "합성곱(convolution)은 필터를 옮긴다. 층마다 필터가 있다.\n",
    "pooling.md": "풀링(pooling)은 칸을 줄인다. 층이 얇아진다. 합성곱 다음에 온다.\n",
    "dropout.md": "드롭아웃(dropout)은 뉴런을 끈다. 손실 함수는 그대로다.\n",
}
TERMS = ["층", "손실 함수", "손실", "합성곱"]


def test_a_word_that_comes_again_joins_two_pages() -> None:
    drafted = yaml.safe_load(draft(PAGES, TERMS))
    assert drafted["links"] == [
        {"from": "convolution.md", "to": "pooling.md", "why": None}
    ]
    assert "# 합성곱\n" in draft(PAGES, TERMS)


def test_terms_of_other_weeks_come_before() -> None:
    assert yaml.safe_load(draft(PAGES, TERMS))["before"] == {
        "convolution.md": ["층"],
        "pooling.md": ["층"],
        "dropout.md": ["손실 함수"],
    }


def test_the_page_of_a_term_does_not_ask_for_it() -> None:
    pages = {"loss.md": "# 손실 함수\n\n손실 함수는 층이 아니다.\n"}
    assert yaml.safe_load(draft(pages, TERMS))["before"] == {"loss.md": ["층"]}


def test_the_draft_is_a_map_once_the_reasons_are_written() -> None:
    text = draft(PAGES, TERMS).replace("why:", "why: 합성곱의 출력을 줄인다.")
    pages = {f"week13/{name}": {} for name in PAGES}
    found = Reader("week13/concepts.yml", pages, {*TERMS}).read(text)
    assert found.inner == [("week13/convolution.md", "week13/pooling.md")]
    assert found.before["week13/dropout.md"] == ["손실 함수"]


def test_nothing_to_join_is_no_draft() -> None:
    assert draft({"a.md": "글만 있다.\n"}, TERMS) == ""
