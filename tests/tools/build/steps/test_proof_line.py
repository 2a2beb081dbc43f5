"""코드 상자 아래의 한 줄이 기록을 그대로 말하는지 확인한다."""

from pathlib import Path

import pytest

from tests.tools.build.conftest import SNIPPET
from tools.build.site import Site
from tools.build.steps.proof_line import proof_line, short
from tools.build.tree import Tree
from tools.proof import verified
from tools.proof.verified import Records, Run

TEST = "https://github.com/a/b?x=1&y=2"


def record(root: Path, **runs: dict) -> Records:
    """백엔드마다 지금의 코드로 돌린 기록을 남긴다."""
    for backend, changes in runs.items():
        values = {
            "date": "2026-11-05",
            "digest": verified.digest(root, SNIPPET),
            "packages": {"keras": "3.15.1"},
            "passed": 4,
            "python": "3.13.1",
            **changes,
        }
        verified.write(root, backend, {SNIPPET: Run(**values)})
    return Records(root)


def line(records: Records, test: str | None = TEST) -> Tree:
    return Tree(proof_line(records, SNIPPET, "<i>파일</i>", test))


def test_both_backends_are_named_with_their_versions(site: Site) -> None:
    records = record(
        site.root,
        jax={},
        tensorflow={"date": "2026-11-07", "passed": 3, "packages": {"keras": "3.15.2"}},
    )
    tree = line(records)
    text = tree.root.text()
    assert text.startswith("파일 검증됨 시험 3개 통과 JAX · 텐서플로 2026. 11. 7.")
    assert tree.first("time").attributes["datetime"] == "2026-11-07"
    assert [node.text() for node in tree.all("li")] == [
        "JAX, 2026년 11월 5일, 파이썬 3.13.1, keras 3.15.1",
        "텐서플로, 2026년 11월 7일, 파이썬 3.13.1, keras 3.15.2",
    ]
    assert tree.first("a.code-test").attributes["href"] == TEST


def test_backend_without_a_record_is_admitted(site: Site) -> None:
    tree = line(record(site.root, jax={}))
    assert "JAX 2026. 11. 5." in tree.root.text()
    rows = [node.text() for node in tree.all("li")]
    assert rows[1:] == ["텐서플로에서는 지금의 코드를 아직 시험하지 않음"]


def test_code_without_keras_names_no_backend(site: Site) -> None:
    tree = line(record(site.root, jax={"packages": {}}))
    assert "케라스 없이" in tree.root.text()
    assert [node.text() for node in tree.all("li")] == [
        "2026년 11월 5일, 파이썬 3.13.1"
    ]


def test_code_that_was_never_tested_says_so(site: Site) -> None:
    tree = line(Records(site.root))
    assert tree.root.text() == "파일 아직 시험하지 않음 시험"
    assert not tree.all(".proof-mark")


def test_code_that_changed_after_its_test_says_so(site: Site) -> None:
    records = record(site.root, jax={"digest": "old"})
    assert line(records).root.text() == "파일 코드가 바뀐 뒤 아직 시험하지 않음 시험"


@pytest.mark.parametrize("runs", [{}, {"jax": {}}])
def test_unknown_repository_leaves_the_test_without_a_link(
    site: Site, runs: dict
) -> None:
    tree = line(record(site.root, **runs), None)
    assert not tree.all("a")
    assert "시험" in tree.root.text()


def test_date_is_short() -> None:
    assert short("2026-01-05") == "2026. 1. 5."
