"""콘텐츠 보안 정책. 테마와 우리가 적은 스크립트만 돌게 한다."""

import base64
import hashlib

from tools.build.tree import Tree, text_of

# 그림(SVG)의 색과 테마의 수식이 style 속성을 쓰므로 style만 느슨하다.
# 파이어폭스는 다음 쪽을 미리 받을 때 default-src를 본다. 'none'이면 쪽마다 오류를 낸다.
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; frame-src 'none'; media-src 'none'; "
    "base-uri 'none'; form-action 'none'"
)


def policy(scripts: str) -> str:
    """틀에 적힌 스크립트만 돌게 하는 정책을 만든다.

    쪽의 본문은 보지 않으므로, 본문에 끼어든 스크립트는 돌지 않는다.

    Args:
        scripts: 틀이 쪽에 적는 `<script>`를 모두 이은 HTML.
    """
    hashes = []
    for script in Tree(scripts).all("script:not([src])"):
        digest = hashlib.sha256(text_of(script).encode()).digest()
        hashes.append(f"'sha256-{base64.b64encode(digest).decode()}'")
    return POLICY.format(hashes=" ".join(dict.fromkeys(hashes)))
