"""MkDocs 없이도 사이트와 같은 확장으로 쪽을 바꾸는지 확인한다."""

from tests.paths import ROOT
from tools.page.config import read_config
from tools.page.render import Renderer


def renderer() -> Renderer:
    return Renderer(read_config((ROOT / "mkdocs.yml").read_text(encoding="utf-8")))


def test_extensions_of_the_site_are_used() -> None:
    html = renderer().html('!!! abstract "답"\n\n    글\n\n## 절 { #part }\n')
    assert '<div class="admonition abstract">' in html
    assert '<h2 id="part">절' in html


def test_embeds_are_left_empty() -> None:
    html = renderer().html('앞\n\n--8<-- "gone.py"\n\n뒤')
    assert "gone" not in html
    assert html.index("앞") < html.index("뒤")


def test_pages_are_rendered_apart() -> None:
    one = renderer()
    assert one.html("[^1]: 각주\n\n글[^1]") != one.html("글[^1]")


def test_settings_may_name_no_extension() -> None:
    assert Renderer({}).html("**글**") == "<p><strong>글</strong></p>"
