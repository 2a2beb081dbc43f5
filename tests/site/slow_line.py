"""느린 인터넷으로 내보낸다. 브라우저가 내는 흉내는 작업자의 요청에 걸리지 않는다."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tools.measure.server import serve
from tools.measure.wire import GzipHandler, Wire

ROUND_TRIP = 0.4  # 초
BYTES_PER_SECOND = 1_600_000 / 8
CHUNK = 2_000  # 10ms 동안 보내는 만큼


class Line(Wire):
    """보낸 것과, 모든 연결이 나누어 쓰는 회선."""

    def __init__(self) -> None:
        """아무도 쓰지 않는 회선에서 시작한다."""
        super().__init__()
        self.lock = threading.Lock()
        self.free = 0.0

    def carry(self, size: int) -> None:
        """앞에 보낸 것이 다 가고 `size`바이트가 갈 때까지 기다린다."""
        with self.lock:
            start = max(time.monotonic(), self.free)
            self.free = start + size / BYTES_PER_SECOND
        time.sleep(max(0.0, self.free - time.monotonic()))


class SlowHandler(GzipHandler):
    """연결할 때와 답할 때마다 한 번씩 오가는 시간을 기다린다."""

    protocol_version = "HTTP/1.1"  # 연결을 이어 쓴다
    disable_nagle_algorithm = True
    wire: Line

    def setup(self) -> None:
        """연결을 맺는다."""
        super().setup()
        time.sleep(ROUND_TRIP)

    def do_GET(self) -> None:  # noqa: N802
        """물음이 오고 답이 갈 때까지 기다린다."""
        time.sleep(ROUND_TRIP)
        super().do_GET()

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        """회선에 실을 수 있는 만큼씩 보낸다."""
        while chunk := source.read(CHUNK):
            self.wire.carry(len(chunk))
            outputfile.write(chunk)


@contextmanager
def slow(folder: Path) -> Iterator[Line]:
    """폴더를 왕복 400ms, 초당 1.6Mbit인 HTTP/1.1로 내보낸다."""
    line = Line()
    with serve(folder, partial(SlowHandler, wire=line)) as line.url:
        yield line
