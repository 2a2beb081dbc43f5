"""바깥 주소에 예의 바르게 묻고, 열리지 않는 까닭을 제대로 말하는지 확인한다."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest

from tools.measure.server import QuietServer
from tools.measure.visit import AGENT, Manners, asked, trouble

HASTY = Manners(frozenset(), patience=0.5, pause=0)
# 자리에서 (HEAD의 답, GET의 답)으로.
ANSWERS = {
    "/fine": (200, 200),
    "/no-head": (405, 200),
    "/hidden-head": (404, 200),
    "/gone": (404, 404),
    "/refused": (403, 403),
    "/busy": (429, 429),
    "/broken": (500, 500),
}
REDIRECTS = {
    "/moved": "/fine",
    "/moved-to-gone": "/gone",
    "/loop": "/loop",
    "/to-blocked": "http://blocked.invalid/paper",
    "/to-file": "file:///etc/hostname",
}


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """이 기기에 프록시가 있어도 시험용 서버에 곧바로 묻는다."""
    monkeypatch.setenv("no_proxy", "*")


@contextmanager
def web() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """여러 답을 하는 서버의 주소와, 받은 물음(방법, 자리, 이름)의 목록."""
    seen: list[tuple[str, str, str]] = []
    leave = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            seen.append((self.command, self.path, self.headers["User-Agent"]))
            if self.path == "/slow":
                leave.wait()
                return
            if self.path == "/nonsense":
                self.wfile.write(b"what?\r\n\r\n")
                return
            if self.path in REDIRECTS:
                self.send_response(301)
                self.send_header("Location", REDIRECTS[self.path])
            else:
                head, get = ANSWERS.get(self.path, (404, 404))
                self.send_response(head if self.command == "HEAD" else get)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = reply  # noqa: N815 - 이름은 표준 라이브러리가 정했다

        def log_message(self, *args: object) -> None:
            """아무것도 찍지 않는다."""

    with QuietServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", seen
        finally:
            leave.set()
            server.shutdown()


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/fine", ["HEAD"]),
        ("/moved", ["HEAD", "HEAD"]),
        ("/no-head", ["HEAD", "GET"]),
        ("/hidden-head", ["HEAD", "GET"]),
    ],
)
def test_living_address_is_asked_no_more_than_needed(
    path: str, methods: list[str]
) -> None:
    with web() as (home, seen):
        assert trouble(home + path, HASTY) == ""
    assert [method for method, _, _ in seen] == methods
    assert {agent for _, _, agent in seen} == {AGENT}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "404로 답합니다"),
        ("/moved-to-gone", "404로 답합니다"),
        ("/refused", "403로 답합니다"),
        ("/busy", "429로 답합니다"),
        ("/broken", "500로 답합니다"),
        ("/slow", "0.5초 안에 답하지 않습니다"),
        ("/nonsense", "답을 읽을 수 없습니다(BadStatusLine)"),
        ("/loop", "301로 답합니다"),
        ("/to-file", "301로 답합니다"),
    ],
)
def test_dead_address_says_why(path: str, why: str) -> None:
    with web() as (home, _):
        assert trouble(home + path, HASTY) == why


def test_refused_connection_is_dead() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # 듣지 않는 포트라서 연결을 거절한다
        port = taken.getsockname()[1]
        told = trouble(f"http://127.0.0.1:{port}/", HASTY)
    assert told.startswith("연결되지 않습니다(")


def test_blocked_host_is_never_asked() -> None:
    with web() as (home, seen):
        blocked = Manners(frozenset({"127.0.0.1"}), patience=0.5, pause=0)
        assert trouble(f"{home}/gone", blocked) == ""
        assert seen == []
        blocked = Manners(frozenset({"blocked.invalid"}), patience=0.5, pause=0)
        assert trouble(f"{home}/to-blocked", blocked) == ""
        assert [(method, path) for method, path, _ in seen] == [("HEAD", "/to-blocked")]
        assert trouble(f"{home}/to-blocked", HASTY).startswith("연결되지 않습니다(")


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.b/c?d=e&f=%20#g", "https://a.b/c?d=e&f=%20"),
        (
            "https://ko.wikipedia.org/wiki/경사_하강법",
            "https://ko.wikipedia.org/wiki/%EA%B2%BD%EC%82%AC_%ED%95%98%EA%B0%95%EB%B2%95",
        ),
        ("https://en.wikipedia.org/wiki/A_(b)", "https://en.wikipedia.org/wiki/A_(b)"),
        ("http://한국.kr:8080/", "http://xn--3e0b707e.kr:8080/"),
        ("https://A.b", "https://a.b"),
    ],
)
def test_address_is_written_as_servers_read_it(address: str, wanted: str) -> None:
    assert asked(address) == wanted


@pytest.mark.parametrize("address", ["https://", "https://[a/", "https://a:b/"])
def test_unreadable_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        asked(address)
