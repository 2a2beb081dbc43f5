"""시험의 기록이 통과한 것만, 통과한 그대로 적히는지 작은 저장소에서 확인한다."""

import json
import shutil
import sys
from datetime import datetime
from importlib import metadata
from pathlib import Path

import pytest

from tests.paths import ROOT, relative, snippet_files
from tools.build.steps.proof_line import proof_line
from tools.data.history import KOREA
from tools.processes import run
from tools.proof import record, verified

pytestmark = pytest.mark.slow

FOLDER = "week99/topic"
SNIPPET = '"""보기."""\n\nimport {module}\n\n\ndef main() -> None:\n    print("하나")\n'
OUTPUTS = "tests/test_outputs.py::test_output_is_fresh"
PASSING = (
    "def test_one() -> None:\n    assert True\n\n\ndef test_two() -> None:\n    pass\n"
)
TESTS = {
    "whole": PASSING,
    "deep": PASSING,
    "failing": PASSING + "    assert False\n",
    "skipped": "import pytest\n\npytestmark = pytest.mark.skip\n\n\n" + PASSING,
    "unloadable": "import nothing_like_this\n" + PASSING,
}


class Project:
    """시험의 기록에 필요한 것만 든 저장소."""

    def __init__(self, root: Path) -> None:
        """코드와 시험과 출력을 놓는다."""
        self.root = root
        helpers = [*(ROOT / "tests").glob("*.py"), *(ROOT / "tools").rglob("*.py")]
        helpers += [ROOT / "pyproject.toml", ROOT / "requirements-tensorflow.txt"]
        helpers += (ROOT / "korean_search").glob("*.py")
        for helper in helpers:
            self.write(relative(helper), helper.read_text(encoding="utf-8"))
        for name, test in TESTS.items():
            module = "keras" if name == "deep" else "numpy"
            self.write(f"snippets/{FOLDER}/{name}.py", SNIPPET.format(module=module))
            self.write(f"snippets/{FOLDER}/{name}.txt", "하나\n")
            self.write(f"tests/{FOLDER}/test_{name}.py", test)

    def write(self, name: str, text: str) -> None:
        """파일 하나를 적는다."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def run(self, *arguments: str, backend: str = "jax") -> str:
        """시험을 새 프로세스에서 돌린다."""
        command = [sys.executable, "-m", "pytest", "-q", *arguments, "--record"]
        result = run(self.root, *command, KERAS_BACKEND=backend)
        return result.stdout + result.stderr

    def unverified(self) -> list[str]:
        """아직 기록이 없어 돌려야 할 시험."""
        command = [sys.executable, "-m", "tools", "record", "--pending", "jax"]
        result = run(self.root, *command)
        assert result.returncode == 0, result.stderr
        return result.stdout.splitlines()

    def recorded(self) -> dict[str, dict]:
        """적힌 기록을 그대로 읽는다."""
        file = self.root / "snippets/verified/jax.json"
        return json.loads(file.read_text(encoding="utf-8"))


def snippet(name: str) -> str:
    return f"snippets/{FOLDER}/{name}.py"


def line(project: Project, name: str) -> str:
    return proof_line(verified.Records(project.root), snippet(name), "", "#")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """모든 시험을 한 번 돌린 저장소."""
    project = Project(tmp_path_factory.mktemp("record"))
    told = project.run("tests/week99", OUTPUTS)
    assert "nothing_like_this" in told
    # 불러오지 못한 파일이 있으면 pytest는 아무것도 돌리지 않는다.
    assert project.recorded() == {}
    project.run("--continue-on-collection-errors", f"tests/{FOLDER}", OUTPUTS)
    return project


@pytest.fixture
def project(finished: Project, tmp_path: Path) -> Project:
    """한 번 돌린 저장소의 사본."""
    copy = Project(tmp_path)
    shutil.copytree(finished.root / "snippets/verified", tmp_path / "snippets/verified")
    return copy


def test_only_what_passed_is_recorded(finished: Project) -> None:
    rows = finished.recorded()
    assert list(rows) == [snippet("deep"), snippet("whole")]
    whole, deep = rows[snippet("whole")], rows[snippet("deep")]
    assert whole["passed"] == 3
    assert whole["packages"] == {"numpy": metadata.version("numpy")}
    assert deep["packages"] == {
        name: metadata.version(name) for name in ("jax", "keras")
    }
    assert whole["python"] == sys.version.split()[0]
    assert whole["date"] == datetime.now(KOREA).date().isoformat()


def test_record_is_written_the_same_way_every_time(project: Project) -> None:
    file = project.root / "snippets/verified/jax.json"
    before = file.read_bytes()
    verified.write(project.root, "jax", verified.read(project.root, "jax"))
    assert file.read_bytes() == before
    assert b"\r" not in before


def test_line_tells_what_was_run(project: Project) -> None:
    shown = line(project, "whole")
    assert "검증됨" in shown
    assert "시험 3개 통과" in shown
    assert "케라스 없이" in shown
    assert f"numpy {metadata.version('numpy')}" in shown
    shown = line(project, "deep")
    assert "<span>JAX</span>" in shown
    assert "텐서플로에서는 지금의 코드를 아직 시험하지 않음" in shown
    assert f"keras {metadata.version('keras')}" in shown


@pytest.mark.parametrize("name", ["failing", "skipped", "unloadable"])
def test_what_did_not_pass_shows_no_success(project: Project, name: str) -> None:
    assert "검증됨" not in line(project, name)
    assert "<span>아직 시험하지 않음</span>" in line(project, name)


@pytest.mark.parametrize(
    "changed",
    [
        "snippets/week99/topic/whole.py",
        "snippets/week99/topic/whole.txt",
        "tests/week99/topic/test_whole.py",
    ],
)
def test_change_takes_the_success_away(project: Project, changed: str) -> None:
    text = (project.root / changed).read_text(encoding="utf-8")
    project.write(changed, text + "more = 1\n")
    assert "검증됨" not in line(project, "whole")
    assert "코드가 바뀐 뒤 아직 시험하지 않음" in line(project, "whole")
    # 줄바꿈의 모양은 뜻을 바꾸지 않는다.
    (project.root / changed).write_bytes(text.replace("\n", "\r\n").encode())
    assert "검증됨" in line(project, "whole")


def test_wording_alone_keeps_the_success(project: Project) -> None:
    code = SNIPPET.format(module="numpy")
    project.write(
        snippet("whole"),
        code.replace("보기.", "고친 설명.").replace("import", "# 주석\nimport", 1),
    )
    assert "검증됨" in line(project, "whole")


def test_one_test_alone_proves_nothing(project: Project) -> None:
    before = project.recorded()
    test = f"tests/{FOLDER}/test_whole.py"
    project.write(snippet("whole"), SNIPPET.format(module="numpy") + "more = 1\n")
    project.run(f"{test}::test_one", OUTPUTS)
    project.run(test)
    project.run(test, OUTPUTS, "-k", "whole and not two")
    assert project.recorded() == before
    assert "코드가 바뀐 뒤 아직 시험하지 않음" in line(project, "whole")


def test_failure_takes_an_older_success_away(project: Project) -> None:
    project.write(f"snippets/{FOLDER}/whole.txt", "둘\n")
    project.run(OUTPUTS, "-k", "whole")
    assert list(project.recorded()) == [snippet("deep")]


def test_only_what_is_unverified_is_run_again(project: Project) -> None:
    tests = project.unverified()
    assert f"tests/{FOLDER}/test_failing.py" in tests
    assert f"tests/{FOLDER}/test_whole.py" not in tests
    project.write(snippet("whole"), SNIPPET.format(module="numpy") + "more = 1\n")
    wanted = [test for test in project.unverified() if "whole" in test]
    assert wanted == [
        f"tests/{FOLDER}/test_whole.py",
        f"tests/test_outputs.py::test_output_is_fresh[{snippet('whole')}]",
    ]
    project.write("tests.txt", "\n".join(wanted) + "\n")
    project.run("@tests.txt")
    assert "검증됨" in line(project, "whole")
    assert not [test for test in project.unverified() if "whole" in test]


def test_new_pin_asks_for_a_new_run(project: Project) -> None:
    lock = project.root / "requirements-tensorflow.txt"
    text = lock.read_text(encoding="utf-8")
    pin = f"\nkeras=={metadata.version('keras')} "
    assert pin in text
    lock.write_text(text.replace(pin, "\nkeras==99.0 "), encoding="utf-8")
    names = verified.unverified(project.root, "jax")
    assert snippet("deep") in names
    assert snippet("whole") not in names


def test_code_without_keras_needs_one_run_not_two(project: Project) -> None:
    names = verified.unverified(project.root, "tensorflow")
    assert snippet("deep") in names
    assert snippet("whole") not in names


def test_unknown_backend_is_refused(project: Project) -> None:
    told = project.run(f"tests/{FOLDER}", backend="torch")
    assert (
        "torch 백엔드의 기록은 적지 않습니다. 적는 것은 jax, tensorflow입니다." in told
    )


def test_imports_anywhere_count_and_the_standard_library_does_not() -> None:
    code = (
        "import os\nimport keras.ops\n\ndef f():\n    from sklearn.svm import SVC\n"
        '    return importlib.import_module("wandb.integration.keras")\n'
    )
    assert verified.imports(code) == {"keras", "sklearn", "wandb"}


def test_packages_are_named_as_in_the_lock() -> None:
    found = record.packages("import sqlalchemy\nimport keras_tuner\n", "jax")
    assert found == {
        name: metadata.version(name) for name in ("keras-tuner", "sqlalchemy")
    }
    assert found.items() <= verified.pins(ROOT).items()


def test_committed_record_names_only_snippets_that_exist() -> None:
    names = {relative(file) for file in snippet_files()}
    for backend in verified.BACKENDS:
        runs = verified.read(ROOT, backend)
        assert runs, f"snippets/verified/{backend}.json이 없습니다."
        assert set(runs) <= names
