"""저장소의 글에 개인 정보가 없는지 확인한다."""

import pytest

from tests.paths import ROOT
from tools.check.privacy import find, kinds
from tools.page.project import Project


def test_no_file_holds_personal_data() -> None:
    project = Project(ROOT)
    assert len(project.text_files) > 30
    assert [str(finding) for finding in find(project)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2099123456 홍길동", ["학번"]),
        ("20991234홍길동", ["학번"]),
        ("연락처 010-0000-0000", ["전화번호"]),
        ("someone@example.com", ["전자우편"]),
        ("2026년 11월 24일", []),
        ("파라미터 422,500개", []),
        ("arXiv:1807.02811의 3절", []),
    ],
)
def test_patterns_catch_what_they_name(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
