"""저장소의 글에 개인 정보가 없는지 확인한다."""

import re

import pytest

from tests.paths import ROOT, relative

SKIPPED = {".git", ".venv", "site", "__pycache__"}
ENDINGS = {".md", ".py", ".toml", ".yml", ".txt", ".html", ".css", ".js", ".json"}
PERSONAL = {
    "학번": re.compile(
        r"(?<![\d.,:])(?:19|20)\d{2}[-_ ]?\d{4,6}(?=[ _-]?[가-힣]{2,4}\b)"
    ),
    "전화번호": re.compile(
        r"(?<![0-9a-f.])01[016789][-. ]?\d{3,4}[-. ]?\d{4}(?![0-9a-f])"
    ),
    "전자우편": re.compile(r"[\w.+-]+@(?!users\.noreply)[\w-]+\.[a-z]{2,}"),
}


def findings(text: str) -> list[str]:
    return [kind for kind, pattern in PERSONAL.items() if pattern.search(text)]


def test_no_file_holds_personal_data() -> None:
    problems, files = [], 0
    for file in ROOT.rglob("*"):
        parts = set(file.relative_to(ROOT).parts)
        if (
            file.suffix not in ENDINGS
            or parts & SKIPPED
            or file.name == "test_privacy.py"
        ):
            continue
        files += 1
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            problems += [
                f"{relative(file)}:{number}: {kind}" for kind in findings(line)
            ]
    assert files > 30
    assert not problems, "개인 정보로 보이는 것을 지우세요:\n" + "\n".join(problems)


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
    assert findings(text) == expected
