"""쪽의 `<head>`에 넣을 것. 나눌 때 보일 카드, 소식 주소, 콘텐츠 보안 정책."""

import base64
import hashlib
import re
from html import escape

INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S)
# 그림(SVG)의 색과 테마의 수식이 style 속성을 쓰므로 style만 느슨하다.
# 파이어폭스는 다음 쪽을 미리 받을 때 default-src를 본다. 'none'이면 쪽마다 오류를 낸다.
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; frame-src 'none'; media-src 'none'; "
    "base-uri 'none'; form-action 'none'"
)


def policy(html: str) -> str:
    """이 쪽에 든 스크립트만 돌게 하는 정책을 만든다."""
    hashes = []
    for match in INLINE_SCRIPT.finditer(html):
        attributes = match["attributes"]
        if "src=" in attributes or "application/json" in attributes:
            continue
        digest = hashlib.sha256(match["code"].encode()).digest()
        hashes.append(f"'sha256-{base64.b64encode(digest).decode()}'")
    return POLICY.format(hashes=" ".join(dict.fromkeys(hashes)))


def with_policy(html: str) -> str:
    """정책을 다른 무엇보다 먼저 읽히도록 `charset` 바로 뒤에 넣는다."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return re.sub(r'(<meta charset="utf-8">)', rf"\1\n      {meta}", html, count=1)


def card(
    title: str, description: str, address: str, site_name: str, image: str | None
) -> str:
    """메신저에서 주소를 나눌 때 보일 제목과 설명, 그림."""
    properties = {
        "og:type": "article",
        "og:locale": "ko_KR",
        "og:site_name": site_name,
        "og:title": title,
        "og:description": description,
        "og:url": address,
    }
    if image:
        properties |= {
            "og:image": image,
            "og:image:alt": title,
            "og:image:width": "1200",
            "og:image:height": "630",
        }
    lines = [
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in properties.items()
    ]
    kind = "summary_large_image" if image else "summary"
    return "\n      ".join([*lines, f'<meta name="twitter:card" content="{kind}">'])


def feed_link(address: str, site_name: str) -> str:
    """브라우저와 구독 프로그램이 소식을 찾는 주소."""
    return (
        f'<link rel="alternate" type="application/atom+xml" '
        f'title="{escape(site_name)}에서 바뀐 것" href="{escape(address)}">'
    )


def add(html: str, *parts: str) -> str:
    """`</head>` 바로 앞에 넣는다."""
    return html.replace("</head>", "      " + "\n      ".join(parts) + "\n  </head>", 1)
