"""틀린 설정이 적힌 줄을 찾는지 본다."""

from pathlib import Path

import pytest

from korean_search.config_lines import place_of

TEXT = """\
site_name: 시험
plugins:
  - search
  - korean-search:
      glossary: a.yml
extra:
  korean_search: {cache: !ENV CACHE}
hooks: [korean_search/hook.py]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (["site_name"], 1),
        (["plugins", "search"], 3),
        (["plugins", "korean-search"], 4),
        (["plugins", "korean-search", "glossary"], 5),
        (["extra", "korean_search", "cache"], 7),
        (["plugins", "korean-search", "cache"], None),
        (["theme"], None),
        (["site_name", "name"], None),
    ],
)
def test_line_of_a_setting_is_found(
    tmp_path: Path, path: list[str], line: int | None
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(TEXT, encoding="utf-8")
    assert place_of(file, path) == (f"{file}:{line}" if line else str(file))


@pytest.mark.parametrize("text", ["", "a: [b", "- a", "글"])
def test_file_without_the_setting_is_named_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    assert place_of(file, ["theme", "name"]) == str(file)
    assert place_of(tmp_path / "none.yml", ["theme"]) == str(tmp_path / "none.yml")
