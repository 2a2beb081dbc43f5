"""쪽에 실린 출력이 코드를 지금 돌린 결과와 같은지 확인한다."""

import re
import runpy
from decimal import Decimal
from pathlib import Path

import pytest

from tests.paths import ROOT, relative, snippet_files

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def run(snippet: Path, capsys: pytest.CaptureFixture[str]) -> str:
    runpy.run_path(str(snippet), run_name="__main__")
    return capsys.readouterr().out


def close(recorded: str, fresh: str) -> bool:
    """정수는 같아야 하고, 소수는 마지막 자리에서 1까지만 다를 수 있다.

    기기와 백엔드가 다르면 부동소수점 덧셈의 차례가 달라 반올림이 갈릴 수 있다.
    """
    if "." not in recorded or "." not in fresh:
        return recorded == fresh
    old, new = Decimal(recorded.replace(",", "")), Decimal(fresh.replace(",", ""))
    return abs(old - new) <= Decimal(1).scaleb(old.as_tuple().exponent)


def same_output(recorded: str, fresh: str) -> bool:
    if NUMBER.sub("#", recorded) != NUMBER.sub("#", fresh):
        return False
    pairs = zip(NUMBER.findall(recorded), NUMBER.findall(fresh), strict=True)
    return all(close(old, new) for old, new in pairs)


@pytest.mark.parametrize("snippet", snippet_files(), ids=relative)
def test_output_is_fresh(
    snippet: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    output = snippet.with_suffix(".txt")
    fresh = run(snippet, capsys)
    assert fresh, f"{relative(snippet)}: 출력이 없습니다. main()에서 결과를 출력하세요."
    if request.config.getoption("--update-outputs"):
        output.write_text(fresh, encoding="utf-8", newline="\n")
    assert output.exists(), (
        f"{relative(output)}: 출력 파일이 없습니다. "
        "`python -m pytest tests/test_outputs.py --update-outputs`로 만드세요."
    )
    recorded = output.read_text(encoding="utf-8")
    assert same_output(recorded, fresh), (
        f"{relative(output)}: 코드를 돌린 결과와 다릅니다. "
        "`python -m pytest tests/test_outputs.py --update-outputs`로 새로 쓰고, "
        f"쪽의 글도 맞는지 보세요.\n--- 적힌 출력\n{recorded}\n--- 지금 출력\n{fresh}"
    )


def test_every_output_has_its_snippet() -> None:
    orphans = [
        relative(output)
        for output in (ROOT / "snippets").rglob("*.txt")
        if not output.with_suffix(".py").exists()
    ]
    assert not orphans, f"코드가 없는 출력 파일입니다. 지우세요: {orphans}"


@pytest.mark.parametrize(
    ("recorded", "fresh", "expected"),
    [
        ("층 128,000", "층 128,000", True),
        ("층 128,000", "층 128,001", False),
        ("정확도 0.96", "정확도 0.97", True),
        ("정확도 0.96", "정확도 0.94", False),
        ("정확도 0.96", "정밀도 0.96", False),
        ("값 1.0", "값 1", False),
        ("값 -0.5", "값 0.5", False),
    ],
)
def test_comparison_lets_only_rounding_pass(
    recorded: str, fresh: str, expected: bool
) -> None:
    assert same_output(recorded, fresh) is expected
