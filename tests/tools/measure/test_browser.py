"""브라우저가 없을 때 무엇을 하는지 말하고, 끝내 없으면 해 본 것을 말하는지 본다."""

import os
import subprocess
import sys

import pytest

from tools.measure import browser


class Machine:
    """브라우저와 내려받기를 흉내 내는 기기."""

    def __init__(self, *works: str) -> None:
        """`works`를 돌리면 브라우저가 생긴다."""
        self.works = works
        self.ran: list[str] = []
        self.told: list[str] = []

    def try_to_open(self) -> str:
        """지금 열리는지."""
        return "" if set(self.works) & set(self.ran) else "  - chrome: 없음"

    def fetch(self, command: list[str]) -> str:
        """돌린 명령을 적는다."""
        self.ran.append(command[-1])
        return "  - 받지 못함" if command[-1] == "broken" else ""


def use(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "try_to_open", machine.try_to_open)
    monkeypatch.setattr(browser, "fetch", machine.fetch)
    ways = [[["get", "broken"], ["get", "never"]], [["get", "chromium"]]]
    monkeypatch.setattr(browser, "downloads", lambda: iter(ways))


def test_second_way_is_tried_after_the_first_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine("chromium")
    use(machine, monkeypatch)
    browser.ensure(machine.told.append)
    assert machine.ran == ["broken", "chromium"]
    assert [line.rsplit(": ", 1)[1] for line in machine.told] == [
        "get broken",
        "get chromium",
    ]
    assert all("브라우저가 없어 내려받습니다" in line for line in machine.told)


def test_nothing_is_fetched_when_a_browser_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine("there")
    machine.ran.append("there")
    use(machine, monkeypatch)
    browser.ensure(machine.told.append)
    assert (machine.ran, machine.told) == (["there"], [])


def test_lost_browser_says_all_that_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine()
    use(machine, monkeypatch)
    with pytest.raises(RuntimeError) as caught:
        browser.ensure(machine.told.append)
    told = str(caught.value)
    assert "시험에 쓸 브라우저를 열지 못했습니다" in told
    assert told.count("  - chrome: 없음") == 1
    assert "  - 받지 못함" in told


def test_failing_command_tells_its_error() -> None:
    code = "import sys; print('첫 줄'); sys.exit('Error: 디스크가 찼습니다')"
    told = browser.fetch([sys.executable, "-c", code])
    assert told.endswith(": Error: 디스크가 찼습니다")
    assert browser.fetch([sys.executable, "-c", ""]) == ""


def test_driver_runs_on_the_node_that_pip_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", "")
    monkeypatch.delenv("PLAYWRIGHT_NODEJS_PATH")
    browser.use_own_node()
    node = os.environ["PLAYWRIGHT_NODEJS_PATH"]
    version = subprocess.run([node, "--version"], capture_output=True, check=True)
    assert version.stdout.startswith(b"v")


def test_dead_driver_is_a_reason_and_not_a_crash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", "/없는/node")
    assert browser.try_to_open().startswith("  - Playwright의 드라이버: ")
