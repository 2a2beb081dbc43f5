"""지은 사이트를 GitHub Pages처럼 압축해 내보내고, 보낸 바이트를 센다."""

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from tools.measure.server import QuietHandler, serve

# 이미 압축된 그림은 그대로 보낸다.
COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


class Wire:
    """보낸 것의 주소와 본문의 크기."""

    def __init__(self) -> None:
        """아무것도 보내지 않은 채로 시작한다."""
        self.url = ""
        self.sent: list[tuple[str, int]] = []

    @property
    def bytes(self) -> int:
        """지금까지 보낸 본문의 크기."""
        return sum(size for _, size in self.sent)


class GzipHandler(QuietHandler):
    """글을 gzip으로 압축해 보낸다."""

    def __init__(self, *args: object, wire: Wire, **options: object) -> None:
        """보낸 것을 어디에 적을지 기억한다."""
        self.wire = wire
        super().__init__(*args, **options)

    def send_head(self) -> BinaryIO | None:
        """파일을 통째로 압축해 머리와 함께 보낸다."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.partition("?")[0].endswith("/"):
                return super().send_head()  # 빗금을 붙인 주소로 보낸다
            path /= "index.html"
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        content = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        if path.suffix in COMPRESSED:
            content = gzip.compress(content, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.wire.sent.append((self.path, len(content)))
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(content)


@contextmanager
def compressed(folder: Path, port: int = 0) -> Iterator[Wire]:
    """폴더를 압축해 내보낸다.

    Args:
        folder: 내보낼 폴더. 나중에 만들어져도 된다.
        port: 먼저 써 볼 포트. 0이면 빈 포트를 고른다.
    """
    wire = Wire()
    with serve(folder, partial(GzipHandler, wire=wire), port) as wire.url:
        yield wire
