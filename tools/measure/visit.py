"""바깥 주소 하나가 살아 있는지 묻는다."""

from collections.abc import Set
from dataclasses import dataclass
from http.client import HTTPException
from time import sleep
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

AGENT = "deep-learning-notes-link-check/1.0 (weekly; a few requests)"
# 주소에서 뜻이 있는 글자는 그대로 두고 한글만 바꾼다.
KEPT = "%/:=&?~+!$,;'@()*[]"


@dataclass(frozen=True)
class Manners:
    """묻는 예절.

    Attributes:
        blocked: 묻지 않을 호스트.
        patience: 답을 기다리는 초.
        pause: 같은 호스트에 다시 묻기 전에 쉬는 초.
    """

    blocked: Set[str]
    patience: float = 20
    pause: float = 1


class Blocked(Exception):  # noqa: N818 - 오류가 아니라 멈출 곳이다
    """프로그램을 막는 곳으로 넘겨 주었다."""


class Redirects(HTTPRedirectHandler):
    """넘겨 주는 대로 따라가되, 막는 곳에는 묻지 않는다."""

    def __init__(self, blocked: Set[str]) -> None:
        """막는 곳을 기억한다."""
        self.blocked = blocked

    def redirect_request(
        self, request: Request, *answer: object, **named: object
    ) -> Request | None:
        """다음에 물을 것. `HEAD`로 물었으면 그다음도 `HEAD`로 묻는다."""
        following = super().redirect_request(request, *answer, **named)
        if following is None:
            return None
        if host(following.full_url) in self.blocked:
            raise Blocked
        following.method = request.get_method()
        return following


def host(address: str) -> str:
    """주소의 호스트. 포트는 뺀다."""
    return urlsplit(address).hostname or ""


def asked(address: str) -> str:
    """서버에 물을 꼴. 절의 이름을 떼고, 한글을 서버가 아는 글자로 바꾼다.

    Raises:
        ValueError: 읽을 수 없는 주소일 때.
    """
    parts = urlsplit(address)
    if not parts.hostname:
        raise ValueError(address)
    port = f":{parts.port}" if parts.port else ""
    where = parts.hostname.encode("idna").decode() + port
    path, query = quote(parts.path, KEPT), quote(parts.query, KEPT)
    return urlunsplit((parts.scheme, where, path, query, ""))


def trouble(address: str, manners: Manners) -> str:
    """주소가 열리지 않는 까닭. 열리거나 물을 수 없는 곳이면 빈 글이다.

    `HEAD`로 먼저 묻고, 열리지 않으면 쉬었다가 `GET`으로 한 번 더 묻는다.

    Args:
        address: `asked`가 만든 주소.
        manners: 묻는 예절.
    """
    if host(address) in manners.blocked:
        return ""
    opener = build_opener(Redirects(manners.blocked))
    if not answer(opener, "HEAD", address, manners.patience):
        return ""
    sleep(manners.pause)
    return answer(opener, "GET", address, manners.patience)


def answer(opener: OpenerDirector, method: str, address: str, patience: float) -> str:
    """한 번 묻고, 열리지 않는 까닭을 돌려준다. 본문은 받지 않는다."""
    request = Request(address, method=method, headers={"User-Agent": AGENT})
    try:
        opener.open(request, timeout=patience).close()
    except Blocked:
        return ""
    except HTTPError as error:
        error.close()
        return f"{error.code}로 답합니다"
    except TimeoutError:
        return f"{patience:g}초 안에 답하지 않습니다"
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            return f"{patience:g}초 안에 답하지 않습니다"
        return f"연결되지 않습니다({error.reason})"
    except (OSError, HTTPException, ValueError) as error:
        return f"답을 읽을 수 없습니다({type(error).__name__})"
    return ""
