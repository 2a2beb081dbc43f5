"""테마가 놓친 접근성을 지은 쪽에서 메운다."""

import re

CODE = re.compile(r"(<pre\b[^>]*>(?:<span></span>)?<code)(?=[ >])(?![^>]*tabindex)")


def focusable_code(html: str) -> str:
    """가로로 넘치는 코드를 키보드로도 밀어 볼 수 있게 초점을 받게 한다.

    테마는 스크립트로 그렇게 하므로, 스크립트가 꺼져 있으면 키보드로 갈 수 없다.
    넘치지 않는 코드에서는 테마의 스크립트가 도로 뗀다.
    """
    return CODE.sub(r'\1 tabindex="0"', html)
