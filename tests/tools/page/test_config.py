"""설정을 MkDocs 없이 읽는지 확인한다."""

from pathlib import Path

from tests.paths import ROOT
from tools.page.config import read_config
from tools.page.nav import entries


def test_tags_of_mkdocs_do_not_stop_the_reading(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        "site_name: 노트\nsite_url: !ENV [SITE_URL, a]\nnav:\n  - 가: a.md\n"
        "path:\n  - !relative $docs_dir\nslug: !!python/name:os.path.join\n",
        encoding="utf-8",
    )
    assert read_config(file) == {
        "site_name": "노트",
        "site_url": None,
        "nav": [{"가": "a.md"}],
        "path": [None],
        "slug": None,
    }


def test_settings_of_the_notes_can_be_read() -> None:
    config = read_config(ROOT / "mkdocs.yml")
    assert config["site_name"] == "딥러닝 정리 노트"
    assert "week12/optimizers.md" in [name for _, name in entries(config["nav"])]
