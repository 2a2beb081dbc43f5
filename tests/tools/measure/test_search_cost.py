"""쪽을 되풀이해 만들고, 검색 한 번에 받는 것을 세는지 본다."""

import pytest

from korean_search.index import Builder
from tools.measure.search_cost import asked, made

TEXTS = [
    "머리말\n# 옵티마이저 { #a }\n경사 하강법을 쓴다.\n## 학습률\n걸음의 크기다.\n",
    "# 유니폼\n유니폼을 입는다.\n",
]


def test_pages_repeat_the_texts_under_new_addresses() -> None:
    sections = list(made(TEXTS, 3))
    assert [one.page for one in sections] == ["p0/", "p0/", "p1/", "p2/", "p2/"]
    assert sections[2].title == "유니폼"
    assert sections[4].title == "학습률"
    assert len({one.location for one in sections}) == 5


@pytest.mark.slow
def test_files_and_bytes_of_a_query_are_counted_from_nothing() -> None:
    index = Builder(list(made(TEXTS, 4))).build()
    none, one = asked(index, ["!", "유니폼"])
    assert 2 < none["files"] < one["files"] < 10
    assert none["bytes"] < one["bytes"] < sum(map(len, index.files.values())) + 2_000
