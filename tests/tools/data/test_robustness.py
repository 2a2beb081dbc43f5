"""다시 돌린 기록이 코드가 그대로일 때만 쓰이는지 확인한다."""

from pathlib import Path

from tools.data.robustness import FILE, Rerun, current, read, write

SNIPPET = "snippets/week1/a/draw.py"


def test_record_is_forgotten_when_the_code_changes(tmp_path: Path) -> None:
    assert read(tmp_path) == {}
    file, test = tmp_path / SNIPPET, tmp_path / "tests/week1/a/test_draw.py"
    for path in (file, test):
        path.parent.mkdir(parents=True)
        path.write_text("x = 1\n", encoding="utf-8")
    reruns = {SNIPPET: Rerun(current(tmp_path, SNIPPET), [1000], {"test_x": 1})}
    write(tmp_path, reruns)
    assert read(tmp_path) == reruns
    test.write_text("x = 2\n", encoding="utf-8")
    assert read(tmp_path) == {}
    file.unlink()
    assert read(tmp_path) == {}
    assert (tmp_path / FILE).exists()
