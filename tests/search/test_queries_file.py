"""검색을 재는 물음이 갈래마다 넉넉하고, 고치며 볼 것과 남겨 둘 것이 고른지 본다.

줄마다의 꼴과, 없다고 한 말이 정말 없는지는 `python -m tools check`가 본다.
"""

from collections import Counter

import pytest

from tests.paths import ROOT
from tools.check.queries import find
from tools.data.queries import FILE, KINDS, read
from tools.page.project import Project

FEWEST = 15


def test_queries_are_sound() -> None:
    assert [str(finding) for finding in find(Project(ROOT))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_class_has_enough_queries_in_both_splits(kind: str) -> None:
    project = Project(ROOT)
    queries, _ = read(project.read(ROOT / FILE), project.headings)
    assert len(queries) >= 200
    splits = Counter(query.split for query in queries if query.kind == kind)
    total = splits.total()
    assert total >= FEWEST, f"갈래 {kind}가 {total}개입니다. 물음을 더하세요."
    share = splits["dev"] / total
    assert 0.5 <= share <= 0.7, f"갈래 {kind}의 dev를 60%쯤으로 맞추세요."
