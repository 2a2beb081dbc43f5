"""사본에서 만든 것을 검사하고 옮기는 것을 확인한다."""

from pathlib import Path

from tools.check.gate import check
from tools.finding import Finding
from tools.week.importing import stage


def test_only_new_findings_of_shared_files_stop_the_import(bare: Path) -> None:
    home = bare / "docs/index.md"
    home.write_text("# 집 { #home }\n\n코드 `가 나다.\n", encoding="utf-8")
    (known,) = [x for x in check(bare) if x.file == "docs/index.md"]
    moved = Finding(known.file, known.line + 9, known.problem, known.mend)
    new = Finding("docs/index.md", 1, "새로 틀렸습니다.", "고치세요.")
    page = Finding("docs/week3/a.md", 1, "틀렸습니다.", "고치세요.")
    assert stage.without_known(bare, [moved, new, page]) == [new, page]


def test_file_that_is_gone_in_the_copy_is_removed(bare: Path, tmp_path: Path) -> None:
    old = bare / "snippets/week3/a/code_1.py"
    old.parent.mkdir(parents=True)
    old.write_text("x = 1\n", encoding="utf-8")
    copy = stage.copied(bare, tmp_path / "made")
    (copy / "snippets/week3/a/code_1.py").unlink()
    (copy / "docs/new.md").write_text("글\n", encoding="utf-8")
    names = stage.changes(bare, copy)
    assert names == ["docs/new.md", "snippets/week3/a/code_1.py"]
    stage.move(bare, copy, names)
    assert not old.exists()
    assert (bare / "docs/new.md").is_file()
