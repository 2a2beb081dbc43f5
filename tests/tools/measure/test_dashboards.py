"""화면이 뜨지 않으면 도구가 한 말을 전하는지 본다."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.measure.dashboards import ADDRESS, TRACKIO, shown, wait_for_address


def test_address_is_read_without_the_write_token() -> None:
    told = (
        "\x1b[1m* Trackio UI launched at: http://127.0.0.1:7860/?project=a\x1b[0m\n"
        "* opened with write access at: http://127.0.0.1:7860?project=a&write_token=b\n"
    )
    assert ADDRESS.search(told)[0] == "http://127.0.0.1:7860/?project=a"


def test_dead_tool_is_told_with_its_words(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    told.write_text("포트를 쓸 수 없음", encoding="utf-8")
    server = subprocess.Popen([sys.executable, "-c", ""])
    server.wait()
    with pytest.raises(RuntimeError, match=r"(?s)trackio show .*포트를 쓸 수 없음"):
        wait_for_address(TRACKIO, told, server)


def test_broken_code_is_told_with_its_error(tmp_path: Path) -> None:
    broken = TRACKIO._replace(log="raise SystemExit('기록이 없음')")
    with (
        pytest.raises(RuntimeError, match="기록이 없음"),
        shown(broken, ROOT, tmp_path),
    ):
        pass
