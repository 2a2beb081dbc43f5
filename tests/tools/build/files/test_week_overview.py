"""주차의 첫 쪽에 개념 지도와 확인 문제의 목록이 붙는지 확인한다."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.tools.build.conftest import write
from tools.build.files.week_overview import CLEAR, overview
from tools.build.site import Site
from tools.build.steps.concept_map import MAP


def test_first_page_shows_the_map_and_the_questions(site: Site) -> None:
    parts = overview("week1/index.md", site).strip().split("\n\n")
    assert [part for part in parts if part.startswith("#")] == [
        "## 개념 지도 { #concept-map }",
        "### 먼저 알면 좋은 것 { #concepts-before }",
        "### 어디서 어디로 이어지나 { #concepts-links }",
        "### 이 주차 밖에서 { #concepts-next }",
        "## 확인 문제 { #quizzes }",
    ]
    assert MAP in parts
    assert "[층](../glossary.md#layer)" in parts
    assert (
        "- [1. 층 › 깊이](layers.md#depth) → [2. 훈련 › 되풀이](training.md#loop)"
        "<br>층을 쌓아야 과대적합이 보인다."
    ) in parts
    assert (
        "- [2. 훈련](training.md) → 2주차 &lt;정규화&gt;<br>과대적합을 막는다."
    ) in parts
    assert parts[-1] == "- [2. 훈련](training.md#quiz)"


@pytest.mark.parametrize("name", ["index.md", "week1/layers.md", "week2/index.md"])
def test_other_pages_get_nothing(site: Site, name: str) -> None:
    assert overview(name, site) == ""


def test_week_without_a_map_still_lists_its_questions(
    make_site: Callable[..., Site],
) -> None:
    site = make_site()
    write(site.root, {"docs/week1/concepts.yml": "# 아직 없다\n"})
    del site.__dict__["weeks"]
    assert overview("week1/index.md", site).startswith("\n\n## 확인 문제")


QUESTION = """
!!! question "`fit`은 *무엇*을 하는가?"

    ??? right "훈련"

        가중치를 고친다.

    ??? wrong "저장"

        저장하지 않는다.
"""


def test_choice_questions_are_listed_with_a_place_for_what_was_chosen(
    make_site: Callable[..., Site],
) -> None:
    site = make_site()
    old = site.sources["week1/training.md"]
    site.sources["week1/training.md"] = new = replace(
        old, markdown=old.markdown + QUESTION
    )
    parts = overview("week1/index.md", site).strip().split("\n\n")
    (asked,) = new.questions
    assert parts[-1] == CLEAR
    page, row = parts[-2].split("\n")
    assert page == "- [2. 훈련](training.md#quiz)"
    assert row.startswith(f'    - <a href="training/#{asked.id}">fit은 ')
    assert f'data-quiz="{asked.id}"' in row
