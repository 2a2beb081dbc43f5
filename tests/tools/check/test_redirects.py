"""없어진 쪽을 git의 역사에서 찾고, 알린 대로 고치면 통과하는지 확인한다."""

from pathlib import Path

from tools import processes
from tools.check.redirects import find
from tools.page.project import Project

WHO = ("-c", "user.name=가", "-c", "user.email=a@example.com")


def committed(root: Path) -> None:
    processes.run(root, "git", "add", "-A")
    processes.run(root, "git", *WHO, "commit", "-qm", "쪽")


def problems(root: Path) -> list[str]:
    return [str(finding) for finding in find(Project(root))]


def test_vanished_page_needs_a_new_address(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    old = tmp_path / "docs/old.md"
    old.write_text("# 쪽\n", encoding="utf-8")
    assert problems(tmp_path) == []
    processes.run(tmp_path, "git", "init", "-q")
    committed(tmp_path)
    assert problems(tmp_path) == []
    old.rename(old.with_name("new.md"))
    (told,) = problems(tmp_path)
    assert "쪽 'old.md'이(가) 없어져" in told
    assert "docs/redirects.yml에 'old.md: 새로 볼 쪽.md' 한 줄을" in told
    moves = tmp_path / "docs/redirects.yml"
    moves.write_text("old.md: new.md\n", encoding="utf-8")
    assert problems(tmp_path) == []
    committed(tmp_path)
    assert problems(tmp_path) == []


def test_list_that_parted_from_the_pages_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/here.md").write_text("# 쪽\n", encoding="utf-8")
    moves = tmp_path / "docs/redirects.yml"
    moves.write_text("here.md: here.md\ngone.md: nowhere.md\n", encoding="utf-8")
    first, second = problems(tmp_path)
    assert first.startswith("docs/redirects.yml:1: 옛 이름 'here.md'")
    assert second.startswith("docs/redirects.yml:2: 새 이름 'nowhere.md'")
