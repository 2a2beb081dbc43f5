"""노트의 그림을 옮긴다. 이름과 딸린 정보에는 찍은 사람과 자리가 들어 있을 수 있다."""

import hashlib
import io
import posixpath
from collections.abc import Callable, Mapping

from PIL import Image, ImageOps, UnidentifiedImageError

from tools.check.uploads import calls
from tools.week.importing.archive import clean_name

# 글과 링크의 검사가 받아들이는 크기.
LARGEST = 500 * 1024
FOLDER = "images"
WIDEST = 1600
SMALLEST = 320
SHRINK = 0.9


class Images:
    """노트에 쓰인 그림만 새 이름으로 담는다.

    Attributes:
        made: 새 주소에서 바이트로.
        broken: 열지 못한 그림의 수.
    """

    def __init__(self, given: Mapping[str, bytes]) -> None:
        """내보낸 그림을 기억한다.

        Args:
            given: 다듬은 이름에서 바이트로.
        """
        self.given = given
        self.made: dict[str, bytes] = {}
        self.broken = 0
        self._addresses: dict[str, str | None] = {}

    def find(self, target: str) -> str | None:
        """노트에 적힌 그림을 담고 새 주소를 준다. 없거나 열지 못하면 None이다."""
        name = self.known(clean_name(target))
        if name is None:
            return None
        if name not in self._addresses:
            self._addresses[name] = self.take(name)
        return self._addresses[name]

    @property
    def used(self) -> list[str]:
        """노트에 쓰인 그림의 이름."""
        return list(self._addresses)

    def known(self, target: str) -> str | None:
        """주소가 가리키는 그림의 이름. 폴더까지 같은 것이 먼저다."""
        target = posixpath.normpath(target)
        base = posixpath.basename(target)
        ends: tuple[Callable[[str], bool], ...] = (
            lambda name: name == target,
            lambda name: name.endswith(f"/{target}"),
            lambda name: posixpath.basename(name) == base,
        )
        return next((name for end in ends for name in self.given if end(name)), None)

    def take(self, name: str) -> str | None:
        """그림 하나를 새 이름으로 담는다."""
        content = self.given[name]
        if name.lower().endswith(".svg"):
            made = None if calls(content) else (content, "svg")
        else:
            made = stripped(content)
        if made is None:
            self.broken += 1
            return None
        # 이름이 내용에서 나오므로, 다시 옮겨도 쪽의 그림이 뒤바뀌지 않는다.
        digest = hashlib.sha256(made[0]).hexdigest()[:8]
        address = f"{FOLDER}/figure-{digest}.{made[1]}"
        self.made[address] = made[0]
        return address


def stripped(content: bytes) -> tuple[bytes, str] | None:
    """딸린 정보를 떼고 다시 적은 그림과 그 갈래. 열지 못하면 None이다."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            kind = "jpg" if image.format == "JPEG" else "png"
            image.load()
            turned = ImageOps.exif_transpose(image)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    turned = turned.convert("RGB" if kind == "jpg" else "RGBA")
    if turned.width > WIDEST:
        turned.thumbnail((WIDEST, WIDEST * 4))
    made = saved(turned, kind)
    while len(made) > LARGEST and turned.width > SMALLEST:
        ratio = SHRINK * min(1, (LARGEST / len(made)) ** 0.5)
        size = round(turned.width * ratio), max(1, round(turned.height * ratio))
        turned = turned.resize(size)
        made = saved(turned, kind)
    return made, kind


def saved(image: Image.Image, kind: str) -> bytes:
    """그림을 파일의 바이트로 적는다."""
    plain = Image.frombytes(image.mode, image.size, image.tobytes())
    buffer = io.BytesIO()
    if kind == "jpg":
        plain.save(buffer, "JPEG", quality=85, optimize=True)
    else:
        plain.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
