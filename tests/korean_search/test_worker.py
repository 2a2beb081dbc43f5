"""작업자의 자바스크립트를 시험한다. Node는 브라우저 드라이버에 든 것을 쓴다."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from korean_search import worker_files
from korean_search.index import Builder
from korean_search.sections import Section
from korean_search.worker_files import page_script, worker_script
from tools.processes import node

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent


def write_index(folder: Path) -> None:
    """태그가 든 글로 작은 색인을 만든다."""
    texts = {
        "optimizer/": (
            "<b>최적화</b>",
            '<script>"최적화"</script>를 한다.',
        ),
        "uniform/": ("유니폼", "유니폼을 입는다. keras.Input과 'script'를 적는다."),
        **{f"{i}/": (f"제목 {i}", f"가나다 {i}번 & 최적화 <{i}>") for i in range(40)},
    }
    index = Builder([Section(where, *text) for where, text in texts.items()]).build()
    for name, content in index.files.items():
        (folder / f"{name}.ks").write_bytes(content)
    manifest = json.dumps(index.manifest)
    (folder / "manifest.json").write_text(manifest, encoding="utf-8")


def test_javascript_tests_pass(tmp_path: Path) -> None:
    write_index(tmp_path)
    result = node(
        "--test", str(HERE / "worker.test.mjs"), SEARCH_INDEX=tmp_path.as_posix()
    )
    assert result.returncode == 0, result.stdout
    assert "# fail 0" in result.stdout or "fail 0" in result.stdout


@pytest.mark.parametrize("script", [worker_script, page_script])
def test_joined_script_is_valid(script: object, tmp_path: Path) -> None:
    file = tmp_path / "script.cjs"
    file.write_text(script(), encoding="utf-8")
    assert "import " not in script()
    assert node("--check", str(file)).returncode == 0


def test_joined_modules_share_no_name() -> None:
    # 한 파일로 이으면 같은 이름의 함수는 뒤의 것만 남고, 바꿔 들여온 이름은 사라진다.
    source = "\n".join(
        (worker_files.FOLDER / name).read_text(encoding="utf-8")
        for name in worker_files.PARTS
    )
    top = r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)"
    names = Counter(re.findall(top, source, re.M))
    assert [name for name, count in names.items() if count > 1] == []
    assert not re.search(r"^import [^;]*? as ", source, re.M)


def test_import_that_cannot_be_joined_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.mjs").write_text("export { a };\n", encoding="utf-8")
    monkeypatch.setattr(worker_files, "FOLDER", tmp_path)
    monkeypatch.setattr(worker_files, "PARTS", ("a.mjs",))
    with pytest.raises(ValueError, match="export"):
        worker_script()
