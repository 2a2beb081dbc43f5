"""재료가 그대로인 코드의 시험만 지나가고, 무엇이든 달라지면 다시 도는지 확인한다."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.paths import ROOT
from tools.processes import run
from tools.proof.kept import Kept
from tools.proof.plan import KEPT
from tools.proof.unchanged import Unchanged, runtime

SNIPPET = "snippets/week1/topic.py"
TEST = "tests/week1/test_topic.py"
CODE = {
    SNIPPET: '"""보기."""\n\nVALUE = 1\n',
    TEST: "def test_runs():\n    pass\n",
    "tests/test_outputs.py": "",
    "tests/test_tool.py": "",
    "tools/proof/step.py": "",
    "mkdocs.yml": "site_name: 노트\n",
}


class Item:
    """돌면 몇 번 돌았는지 세는 시험."""

    def __init__(self, root: Path, test: str = TEST, *, slow: bool = True) -> None:
        """아직 돌지 않았다."""
        self.slow = slow
        self.path = root / test
        self.nodeid = f"{test}::test_runs"
        self.user_properties: list[tuple[str, str]] = []
        self.ran = 0

    def get_closest_marker(self, name: str) -> str | None:
        """느린 시험인지 답한다."""
        return name if name == "slow" and self.slow else None

    def setup(self) -> None:
        """준비한다."""
        self.ran += 1

    def runtest(self) -> None:
        """돈다."""
        self.ran += 1


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """코드 하나와 그 시험이 든 저장소."""
    for name, text in CODE.items():
        write(tmp_path, name, text)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def ran(
    root: Path, *, passes: bool = True, test: str = TEST, slow: bool = True
) -> bool:
    """시험을 pytest처럼 한 번 돌리고, 준비하고 돌았는지 본다."""
    watcher, item = Unchanged(root, Kept(root / ".cache")), Item(root, test, slow=slow)
    watcher.pytest_collection_modifyitems([item])
    item.setup()
    item.runtest()
    reporting = watcher.pytest_runtest_makereport(item, SimpleNamespace(when="call"))
    next(reporting)
    with pytest.raises(StopIteration):
        reporting.send(SimpleNamespace(passed=passes))
    assert bool(item.ran) != bool(item.user_properties)
    return bool(item.ran)


def test_passed_test_is_run_once_and_told(project: Path) -> None:
    assert [ran(project), ran(project)] == [True, False]
    item = Item(project)
    Unchanged(project, Kept(project / ".cache")).pytest_collection_modifyitems([item])
    item.runtest()
    assert [name for name, _ in item.user_properties] == [KEPT]


def test_wording_alone_runs_nothing(project: Path) -> None:
    assert ran(project)
    write(project, SNIPPET, '"""다른 설명."""\n\nVALUE = 1\n')
    assert not ran(project)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (SNIPPET, "VALUE = 2\n"),
        (TEST, "def test_runs():\n    assert True\n"),
        ("snippets/week1/topic.txt", "1\n"),
        ("tests/paths.py", "A = 1\n"),
        ("tools/proof/step.py", "A = 1\n"),
    ],
)
def test_every_change_runs_it_again(project: Path, name: str, text: str) -> None:
    assert ran(project)
    write(project, name, text)
    assert ran(project)
    assert not ran(project)


def test_failed_test_is_run_every_time(project: Path) -> None:
    assert ran(project, passes=False)
    assert ran(project)
    assert not ran(project)


def test_another_backend_runs_it_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ran(project)
    monkeypatch.setenv("KERAS_BACKEND", "other")
    assert ran(project)


def test_quick_test_of_no_snippet_is_always_run(project: Path) -> None:
    assert ran(project, test="tests/test_tool.py", slow=False)
    assert ran(project, test="tests/test_tool.py", slow=False)


@pytest.mark.parametrize("name", ["docs/a.md", SNIPPET, "tools/proof/step.py"])
def test_slow_test_of_no_snippet_rests_on_everything(project: Path, name: str) -> None:
    assert ran(project, test="tests/test_tool.py")
    assert not ran(project, test="tests/test_tool.py")
    write(project, name, "VALUE = 3\n")
    assert ran(project, test="tests/test_tool.py")


def test_only_what_changes_results_counts() -> None:
    variables = {"XLA_FLAGS": "a", "OMP_NUM_THREADS": "1", "HOME": "/", "PATH": "b"}
    assert runtime(variables) == {"XLA_FLAGS": "a", "OMP_NUM_THREADS": "1"}


@pytest.mark.parametrize(
    ("options", "passed_over"),
    [([], [False, True]), (["--cov=snippets"], [False, False])],
)
def test_pytest_passes_over_it_unless_lines_are_counted(
    project: Path, options: list[str], passed_over: list[bool]
) -> None:
    plugins = ["-p", "tools.proof.unchanged", "-p", "no:cacheprovider", "-n0"]
    command = [sys.executable, "-m", "pytest", "-q", "-rA", *plugins, *options, TEST]
    write(project, "pytest.ini", "[pytest]\n")
    write(project, TEST, "def test_runs():\n    print('정말로')\n")
    told = [run(project, *command, PYTHONPATH=str(ROOT)).stdout for _ in range(2)]
    assert all("1 passed" in text for text in told), told
    assert ["정말로" not in text for text in told] == passed_over
