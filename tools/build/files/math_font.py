"""수식의 글꼴에서 사이트에 쓰인 글자만 남긴다. 글꼴은 `ziamath`에 든 STIX Two Math다.

수학 글꼴이 없는 기기에서는 첨자와 근호의 자리가 어긋나므로 글꼴을 함께 준다.
"""

import base64
import unicodedata
from collections.abc import Iterable
from importlib.metadata import distribution
from io import BytesIO

from tools.build.cache import Cache

NAME = "assets/math.woff"
FONT = "ziamath/fonts/STIXTwoMath-Regular.ttf"
# 브라우저는 `<mi>`에 든 한 글자를 기울인 수학 글자로 바꾸어 그린다.
ITALIC = {
    chr(int(kind.removeprefix("<font> "), 16)): chr(code)
    for code in (*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C), 0x210E)
    if (kind := unicodedata.decomposition(chr(code)))
}


def glyphs(letters: Iterable[str]) -> str:
    """그리는 데 필요한 글자. 적힌 글자와 그 기울인 꼴이다."""
    wanted = set(letters)
    wanted |= {ITALIC[letter] for letter in wanted if letter in ITALIC}
    return "".join(sorted(wanted))


def font(letters: Iterable[str], cache: Cache) -> bytes:
    """글자만 남긴 WOFF 글꼴."""
    text = glyphs(letters)
    made = cache.get(
        "math-font", [text], lambda: base64.b64encode(subset(text)).decode()
    )
    return base64.b64decode(made)


def subset(text: str) -> bytes:
    """글꼴에서 글자와, 그 크기를 바꾼 꼴만 남긴다."""
    # 수식이 없는 사이트는 불러오지 않는다. 불러오는 데 0.2초쯤 걸린다.
    from fontTools import subset as tool

    options = tool.Options(
        flavor="woff", layout_features=["*"], hinting=False, recalc_timestamp=False
    )
    # 불러오지 않고 파일만 찾는다. 패키지는 글꼴을 그리는 데 쓰지 않는다.
    path = distribution("ziamath").locate_file(FONT)
    subsetter = tool.Subsetter(options)
    subsetter.populate(text=text)
    written = BytesIO()
    with tool.load_font(str(path), options) as loaded:
        subsetter.subset(loaded)
        tool.save_font(loaded, written, options)
    return written.getvalue()
