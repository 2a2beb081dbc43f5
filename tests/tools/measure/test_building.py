"""지은 사이트를 재료가 그대로이고 온전할 때만 다시 쓰는지 확인한다."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.measure import building


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """쪽 하나를 베껴 놓는 것으로 짓기를 대신한다."""
    page = tmp_path / "root/docs/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("처음", encoding="utf-8")

    def build(root: Path, folder: Path, **environment: str) -> None:
        folder.mkdir(parents=True)
        text = (root / "docs/index.md").read_text(encoding="utf-8")
        (folder / "index.html").write_text(f"{text} {environment}", encoding="utf-8")

    monkeypatch.setattr(building, "build", build)

    def build_once(**environment: str) -> bool:
        return building.build_once(tmp_path / "root", tmp_path / "site", **environment)

    return build_once


def test_built_once_until_something_changes(
    built: Callable[..., bool], tmp_path: Path
) -> None:
    assert built(SITE_URL="a")
    assert not built(SITE_URL="a")
    assert built(SITE_URL="b")
    (tmp_path / "root/docs/index.md").write_text("둘째", encoding="utf-8")
    assert built(SITE_URL="b")
    assert "둘째" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("damage", ["cut page", "lost page", "extra page", "cut stamp"])
def test_damaged_site_is_built_again(
    damage: str, built: Callable[..., bool], tmp_path: Path
) -> None:
    assert built()
    page, stamp = tmp_path / "site/index.html", tmp_path / "site.json"
    before = page.read_bytes()
    if damage == "cut page":
        page.write_bytes(before[:3])
    elif damage == "lost page":
        page.unlink()
    elif damage == "extra page":
        (tmp_path / "site/old.html").write_bytes(b"")
    else:
        stamp.write_bytes(stamp.read_bytes()[:-4])
    assert built()
    assert page.read_bytes() == before
    assert not (tmp_path / "site/old.html").exists()


def test_failed_build_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(RuntimeError, match="사이트를 짓지 못했습니다"):
        building.build(tmp_path, tmp_path / "site")
