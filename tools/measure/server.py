"""지은 사이트를 내보내는 시험용 서버."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class QuietHandler(SimpleHTTPRequestHandler):
    """요청마다 한 줄씩 찍지 않는다."""

    def log_message(self, *args: object) -> None:
        """아무것도 찍지 않는다."""


@contextmanager
def serve(
    folder: Path, handler: Callable[..., QuietHandler] = QuietHandler
) -> Iterator[str]:
    """폴더를 빈 포트에서 내보내고 그 주소를 준다."""
    here = partial(handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), here) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
