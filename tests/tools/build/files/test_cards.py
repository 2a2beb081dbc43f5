"""나눌 때 보일 그림을 기기에 있는 글꼴로 그리는지 확인한다."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from tools.build.files import cards


def test_machine_without_a_korean_font_makes_no_image(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "FOLDERS", {sys.platform: (tmp_path,)})
    assert cards.korean_font.__wrapped__() is None
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "malgunbd.ttf").write_bytes(b"")
    assert cards.korean_font.__wrapped__() == tmp_path / "deep" / "malgunbd.ttf"


def test_long_title_stays_inside_the_card() -> None:
    font = ImageFont.load_default(68)
    lines = cards.wrap("a long title " * 12, font, 1040)
    assert len(lines) > 1
    assert all(font.getlength(line) <= 1040 for line in lines)
    assert " ".join(lines) == ("a long title " * 12).strip()


def test_word_longer_than_the_card_stands_alone() -> None:
    font = ImageFont.load_default(68)
    assert cards.wrap(f"a {'w' * 99} b", font, 1040) == ["a", "w" * 99, "b"]


def test_drawn_card_has_the_size_and_differs_by_title(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fonts = {size: ImageFont.load_default(size) for size in (68, 40)}
    monkeypatch.setattr(cards.ImageFont, "truetype", lambda _, size: fonts[size])
    first, second = (cards.draw(title, "site", Path()) for title in ("one", "two"))
    assert first != second
    assert first == cards.draw("one", "site", Path())
    with Image.open(io.BytesIO(first)) as picture:
        assert picture.format == "PNG"
        assert picture.size == cards.SIZE
        assert len(picture.getcolors()) > 2
