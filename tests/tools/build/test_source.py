"""HTML이 되기 전의 마크다운을 바르게 손보는지 확인한다."""

import pytest

from tools.build import source
from tools.build.site import Site

BOX = '```python title="snippets/week1/layers/count.py" mark="{}"\n'
BOX += '--8<-- "week1/layers/count.py:count"\n```\n'


def test_mark_is_resolved_from_the_snippet(site: Site) -> None:
    text = BOX.format("return")
    done = source.complete(text, "week1/layers.md", text, site)
    assert 'hl_lines="2"' in done
    assert "mark=" not in done


def test_wrong_mark_is_named_with_the_line_of_the_whole_file(site: Site) -> None:
    text = f"글\n\n{BOX.format('gone')}"
    whole = f"---\ntitle: 층\n---\n{text}"
    with pytest.raises(ValueError, match=r"docs/week1/layers\.md:6: 강조할 글 'gone'"):
        source.complete(text, "week1/layers.md", whole, site)


def test_only_the_first_page_of_a_week_gets_an_overview(site: Site) -> None:
    assert source.complete("글\n\n", "week1/layers.md", "글\n\n", site) == "글\n\n"
    added = source.complete("글\n\n", "week1/index.md", "글\n\n", site)
    assert added.startswith("글\n\n## 개념 지도 { #concept-map }")
