"""README가 약속한 두 명령이 맨 앞에 있고, CI가 그것을 그대로 쓰는지 확인한다."""

import re
import subprocess
import sys

from tests.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def test_first_two_blocks_serve_and_test() -> None:
    serve, test = blocks("bash")[:2]
    assert "requirements.txt" in serve
    assert serve.rstrip().endswith("mkdocs serve")
    assert "requirements-test.txt" in test
    assert test.rstrip().endswith("pytest")


def test_each_is_one_command() -> None:
    assert all(len(block.strip().splitlines()) == 1 for block in blocks("bash")[:2])


def test_windows_commands_do_the_same() -> None:
    bash = [part.strip() for block in blocks("bash")[:2] for part in block.split("&&")]
    windows = [line for block in blocks("powershell") for line in block.splitlines()]
    for command in bash:
        assert command.replace("python ", "py ", 1) in windows


def test_ci_reads_the_test_command_from_the_readme() -> None:
    script = ROOT / ".ci" / "readme_command.py"
    command = subprocess.run(
        [sys.executable, str(script), "2"], capture_output=True, text=True, check=True
    )
    assert command.stdout == blocks("bash")[1]
    assert "readme_command.py 2" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
