"""홈 화면의 그림이 로고와 같은 모양인지 확인한다."""

import io

from PIL import Image, ImageColor

from tools.build.files import icon


def test_icon_is_the_logo_without_round_corners() -> None:
    picture = Image.open(io.BytesIO(icon.draw()))
    assert picture.size == (180, 180)

    def at(x: float, y: float) -> tuple[int, ...]:
        return picture.getpixel((round(x * 180 / 32), round(y * 180 / 32)))

    blue, white, orange = map(ImageColor.getrgb, (icon.BACKGROUND, icon.LINE, icon.DOT))
    assert at(0, 0) == at(31.5, 31.5) == at(20, 10) == blue
    assert at(7.3, 8) == at(13, 21) == white
    assert at(24, 23) == orange
