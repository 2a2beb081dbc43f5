"""그림을 옮기며 이름과 딸린 정보를 떼는 것을 확인한다."""

import io

import pytest
from PIL import Image

from tests.tools.week.importing.notes import picture
from tools.week.importing.images import LARGEST, Images, stripped

HARMLESS = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'


def test_what_comes_with_a_picture_is_dropped() -> None:
    assert b"secret place" in picture()
    content, kind = stripped(picture())
    assert kind == "png"
    assert b"secret place" not in content
    assert Image.open(io.BytesIO(content)).size == (8, 8)


def test_picture_gets_a_name_of_its_own() -> None:
    images = Images({"폴더/홍길동 화면.png": picture()})
    address = images.find("%ED%8F%B4%EB%8D%94/홍길동%20화면.png")
    assert address.startswith("images/figure-")
    assert address == images.find("홍길동 화면.png")
    assert list(images.made) == [address]
    assert images.find("없다.png") is None


def test_picture_that_cannot_be_opened_is_left() -> None:
    images = Images({"a.png": b"x", "b.svg": HARMLESS, "c.svg": b"<svg onload='x'/>"})
    assert images.find("a.png") is None
    assert images.find("b.svg").endswith(".svg")
    assert images.find("c.svg") is None
    assert images.broken == 2


@pytest.mark.slow
def test_large_picture_is_made_small() -> None:
    noise = Image.effect_noise((2400, 2400), 100)
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    content, _ = stripped(buffer.getvalue())
    assert len(content) <= LARGEST
