"""콘텐츠 보안 정책이 틀에 적힌 스크립트만 돌게 하는지 확인한다."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from tests.paths import DOCS
from tools.build.policy import policy
from tools.build.site import Site

# 테마의 틀 가운데 우리 틀이 고쳐 쓰는 자리만 남긴 것.
THEME = {
    "base.html": "{% block site_meta %}<meta charset=utf-8>{% endblock %}"
    "{% block extrahead %}{% endblock %}{% block header %}{% endblock %}"
    "{% block site_nav %}{% endblock %}",
    "partials/javascripts/base.html": "<script>base()</script>",
    "partials/javascripts/content.html": "<script>content()</script>",
}


def hashed(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest())
    return f"'sha256-{digest.decode()}'"


def test_policy_changes_with_the_script() -> None:
    first, second = (policy(f"<script>alert({number})</script>") for number in (1, 2))
    assert first != second
    assert hashed("alert(1)") in first
    assert policy('<script src="a.js"></script>').count("sha256") == 0


def test_script_written_twice_is_hashed_once() -> None:
    assert policy("<script>a()</script>" * 2) == policy("<script>a()</script>")


def test_script_is_hashed_byte_for_byte() -> None:
    script = '\n  if (a < b && c) { "한글 &amp;" }\n'
    assert hashed(script) in policy(f"<script>{script}</script>")


@pytest.fixture
def render(make_site: Callable[..., Site]) -> Callable[..., BeautifulSoup]:
    """우리 틀로 404 쪽의 머리를 그린다."""

    def draw(serving: bool, **extra: object) -> BeautifulSoup:
        folder = Path(DOCS / "templates")
        env = Environment(
            autoescape=False,
            loader=ChoiceLoader([DictLoader(THEME), FileSystemLoader(folder)]),
        )
        env.filters |= {
            "policy": policy,
            "url": str,
            "accessible_header": str,
            "accessible_contents": str,
        }
        env.globals["notes"] = make_site(serving=serving)
        html = env.get_template("main.html").render(
            config={"theme": {"features": [], "palette": []}, "extra": extra}
        )
        return BeautifulSoup(html, "html.parser")

    return draw


def test_live_preview_has_no_policy_so_that_it_can_reload(
    render: Callable[..., BeautifulSoup],
) -> None:
    chosen = "meta[http-equiv=Content-Security-Policy]"
    assert not render(True).select(chosen)
    (tag,) = render(False).select(chosen)
    assert hashed("base()") in tag["content"]
    assert hashed("content()") in tag["content"]
    # 정책보다 앞선 것은 정책에 걸리지 않는다.
    assert tag == render(False).find()


def test_owner_is_told_only_when_set(render: Callable[..., BeautifulSoup]) -> None:
    chosen = "meta[name$=-site-verification]"
    assert not render(False, verification={"google": "", "naver": ""}).select(chosen)
    html = render(False, verification={"google": "", "naver": 'a"b'})
    (tag,) = html.select(chosen)
    assert (tag["name"], tag["content"]) == ("naver-site-verification", 'a"b')
