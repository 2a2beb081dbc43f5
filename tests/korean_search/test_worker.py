"""작업자의 자바스크립트를 시험한다. Node는 브라우저 드라이버에 든 것을 쓴다."""

import os
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from korean_search import worker_files
from korean_search.worker_files import page_script, worker_script

HERE = Path(__file__).parent


def node(*arguments: str) -> subprocess.CompletedProcess:
    command = compute_driver_executable()[0]
    return subprocess.run(
        [command, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NODE_OPTIONS": ""},
        check=False,
    )


def test_javascript_tests_pass() -> None:
    result = node("--test", str(HERE / "worker.test.mjs"))
    assert result.returncode == 0, result.stdout
    assert "# fail 0" in result.stdout or "fail 0" in result.stdout


@pytest.mark.parametrize("script", [worker_script, page_script])
def test_joined_script_is_valid(script: object, tmp_path: Path) -> None:
    file = tmp_path / "script.cjs"
    file.write_text(script(), encoding="utf-8")
    assert "import " not in script()
    assert node("--check", str(file)).returncode == 0


def test_import_that_cannot_be_joined_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.mjs").write_text("export { a };\n", encoding="utf-8")
    monkeypatch.setattr(worker_files, "FOLDER", tmp_path)
    monkeypatch.setattr(worker_files, "PARTS", ("a.mjs",))
    with pytest.raises(ValueError, match="export"):
        worker_script()
