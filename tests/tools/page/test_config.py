"""설정을 MkDocs 없이 읽는지 확인한다."""

import pytest

from tests.paths import ROOT
from tools.page.config import read_config
from tools.page.nav import entries

TAGGED = """\
site_name: 노트
site_url: !ENV [SITE_URL, a]
nav:
  - 가: a.md
path:
  - !relative $docs_dir
slug: !!python/name:os.path.join
"""


def test_tags_of_mkdocs_do_not_stop_the_reading() -> None:
    assert read_config(TAGGED) == {
        "site_name": "노트",
        "site_url": None,
        "nav": [{"가": "a.md"}],
        "path": [None],
        "slug": None,
    }


@pytest.mark.parametrize("text", ["", "- 글", "a: [", "a: b: c"])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_config(text)


def test_settings_of_the_notes_can_be_read() -> None:
    config = read_config((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config["site_name"] == "딥러닝 정리 노트"
    assert "week12/index.md" in [name for _, name in entries(config["nav"])]
