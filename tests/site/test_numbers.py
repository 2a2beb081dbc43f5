"""쪽의 글에 나오는 수가 그 쪽에 실린 출력이나 코드에 있는지 확인한다."""

import copy
import re

import pytest
from bs4 import BeautifulSoup, Tag

from tests.paths import TESTS
from tools.check.numbers import NOT_MEASURED, NUMBER
from tools.page.built import BuiltPage
from tools.page.note import mended_note, sentences, week_folders
from tools.page.text import squeeze

# 시험의 날짜와 읽는 시간은 지을 때 달리며, 저마다 시험이 따로 있다.
SHOWN = (
    "pre, figure svg, .md-content__button, .headerlink, .md-source-file, "
    ".page-facts, .proof"
)


def unbound(html: Tag, note: list[str]) -> list[str]:
    """출력에도 코드에도 없는 수를 찾는다. 원문의 문장과 링크의 글은 뺀다."""
    article = copy.copy(html)
    shown = squeeze(" ".join(tag.get_text(" ") for tag in article.select("pre")))
    labels = " ".join(tag["aria-label"] for tag in article.select("svg[aria-label]"))
    for tag in article.select(f"{SHOWN}, a:not(.term)"):
        tag.decompose()
    prose = squeeze(article.get_text(" "))
    for sentence in note:
        prose = prose.replace(sentence, " ")
    measured = NUMBER.findall(NOT_MEASURED.sub(" ", prose))
    known = set(re.findall(r"\d[\d,]*(?:\.\d+)?", f"{shown} {labels}"))
    known |= {number.replace(",", "") for number in known}
    return sorted({n for n in measured if n.replace(",", "") not in known})


@pytest.fixture(scope="module")
def note() -> list[str]:
    return [
        line
        for folder in week_folders(TESTS)
        for line in sentences(mended_note(folder))
    ]


def test_every_number_in_prose_comes_from_an_output(
    pages: list[BuiltPage], note: list[str]
) -> None:
    topics = [page for page in pages if page.article.select_one(".abstract")]
    assert topics
    problems = [
        f"{page.address}: {number}"
        for page in topics
        for number in unbound(page.article, note)
    ]
    assert not problems, (
        "출력에 없는 수가 글에 있습니다. 출력을 보고 글을 고치거나, "
        "코드가 그 수를 출력하게 하세요:\n" + "\n".join(problems)
    )


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("따로 두면 256,000개다.", []),
        ("따로 두면 256000개다.", []),
        ("따로 두면 257,000개다.", ["257,000"]),
        ("정확도는 0.96이다.", []),
        ("정확도는 0.97이다.", ["0.97"]),
        ("2011년에 나온 arXiv:1807.02811과 케라스 3.15.1", []),
        ("층이 13개다.", ["13"]),
        ("레이블 2개를 32비트로 셈한다.", []),
    ],
)
def test_a_number_that_parts_from_the_output_is_found(
    prose: str, expected: list[str]
) -> None:
    html = f"<article><p>{prose}</p><pre>층 256,000\n정확도 0.96</pre></article>"
    assert unbound(BeautifulSoup(html, "html.parser").article, []) == expected
