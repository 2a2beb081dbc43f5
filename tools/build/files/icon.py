"""홈 화면에 둘 때 쓰는 그림. 로고와 같은 모양을 PNG로 그린다."""

import io
from itertools import pairwise

from PIL import Image, ImageDraw

NAME = "assets/apple-touch-icon.png"
SIZE = 180
FINE = 4  # 이만큼 크게 그려 줄이면 가장자리가 매끄럽다
UNIT = SIZE * FINE / 32  # 로고는 가로세로가 32인 그림이다
BACKGROUND, LINE, DOT = "#0068a3", "#ffffff", "#ffb27f"
CURVE = ((7, 6.5), (8, 17.5), (12, 22.5), (22.5, 23))
WIDTH, CENTRE, RADIUS = 3.2, (24, 23), 3.8
STEPS = 64


def draw() -> bytes:
    """모서리를 깎지 않은 정사각형을 그린다. 모서리는 기기가 깎는다."""
    image = Image.new("RGB", (SIZE * FINE, SIZE * FINE), BACKGROUND)
    canvas = ImageDraw.Draw(image)
    points = [along(step / STEPS) for step in range(STEPS + 1)]
    for pair in pairwise(points):
        canvas.line(pair, LINE, round(WIDTH * UNIT))
    for point in points:
        disc(canvas, point, WIDTH / 2, LINE)
    disc(canvas, (CENTRE[0] * UNIT, CENTRE[1] * UNIT), RADIUS, DOT)
    buffer = io.BytesIO()
    small = image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    small.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def along(t: float) -> tuple[float, float]:
    """3차 베지에 곡선 위의 한 점. `t`는 0에서 1까지다."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (
        sum(w * point[axis] for w, point in zip(weights, CURVE, strict=True))
        for axis in (0, 1)
    )
    return x * UNIT, y * UNIT


def disc(
    canvas: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float, color: str
) -> None:
    """가운데와 반지름으로 원을 채운다. 반지름은 로고의 눈금이다."""
    x, y = centre
    reach = radius * UNIT
    canvas.ellipse((x - reach, y - reach, x + reach, y + reach), color)
