"""지은 사이트를 내보내는 시험용 서버."""

import os
import sys
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


class QuietServer(ThreadingHTTPServer):
    """브라우저가 먼저 끊은 요청을 오류로 찍지 않는다."""

    # 윈도우에서는 이 값이 참이면 남이 쓰고 있는 포트도 잡힌다.
    allow_reuse_address = os.name != "nt"

    def handle_error(self, request: object, client_address: object) -> None:
        """끊어진 것이 아니면 그대로 알린다."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(
    folder: Path, handler: Callable[..., QuietHandler] = QuietHandler, port: int = 0
) -> Iterator[str]:
    """폴더를 내보내고 그 주소를 준다.

    Args:
        folder: 내보낼 폴더. 나중에 만들어져도 된다.
        handler: 요청에 답하는 것.
        port: 먼저 써 볼 포트. 이미 쓰고 있으면 빈 포트를 고른다.
    """
    here = partial(handler, directory=str(folder))
    with bind(port, here) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def bind(port: int, handler: Callable[..., QuietHandler]) -> QuietServer:
    """포트를 잡는다. 쓰고 있는 포트면 빈 포트를 잡는다."""
    try:
        return QuietServer(("127.0.0.1", port), handler)
    except OSError:
        return QuietServer(("127.0.0.1", 0), handler)
