"""주소를 나눌 때 보일 그림. 기기에 있는 한글 글꼴로 그리고, 글꼴은 내려받지 않는다."""

import io
import os
import sys
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
MARGIN = 80
BACKGROUND, INK, MUTED = "#0068a3", "#ffffff", "#cfe6f5"
# 운영체제에 처음부터 있거나 흔히 까는 것.
NAMES = (
    "NanumGothicBold.ttf",
    "NotoSansCJK-Bold.ttc",
    "NotoSansKR-Bold.otf",
    "malgunbd.ttf",
    "AppleSDGothicNeo.ttc",
)
FOLDERS = {
    "win32": (Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),),
    "darwin": (Path("/System/Library/Fonts"), Path("/Library/Fonts")),
}
LINUX = (Path("/usr/share/fonts"), Path("~/.local/share/fonts"), Path("~/.fonts"))


@cache
def korean_font() -> Path | None:
    """이 기기의 한글 글꼴을 찾는다. 없으면 None이다."""
    found = {
        file.name: file
        for folder in FOLDERS.get(sys.platform, LINUX)
        for file in sorted(folder.expanduser().rglob("*.[to]t[fc]"))
    }
    return next((found[name] for name in NAMES if name in found), None)


def wrap(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """낱말 사이에서 줄을 바꾼다."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def draw(title: str, site_name: str, font: Path) -> bytes:
    """쪽의 제목과 사이트의 이름을 적은 PNG를 그린다."""
    image = Image.new("RGB", SIZE, BACKGROUND)
    canvas = ImageDraw.Draw(image)
    large, small = (ImageFont.truetype(str(font), size) for size in (68, 40))
    top = MARGIN
    for line in wrap(title, large, SIZE[0] - 2 * MARGIN):
        canvas.text((MARGIN, top), line, INK, large)
        top += 96
    canvas.text((MARGIN, SIZE[1] - MARGIN), site_name, MUTED, small, anchor="ls")
    buffer = io.BytesIO()
    image.quantize(16, Image.Quantize.FASTOCTREE).save(buffer, "PNG")
    return buffer.getvalue()
