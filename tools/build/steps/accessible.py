"""테마가 놓친 접근성을 지은 쪽에서 메운다."""

import re

CODE = re.compile(r"(<pre\b[^>]*>(?:<span></span>)?<code)(?=[ >])(?![^>]*tabindex)")
NESTED_CONTENTS = re.compile(r'<nav class="md-nav" aria-label="[^"]*">')


def focusable_code(html: str) -> str:
    """가로로 넘치는 코드를 키보드로도 밀어 볼 수 있게 초점을 받게 한다.

    테마는 스크립트로 그렇게 하므로, 스크립트가 꺼져 있으면 키보드로 갈 수 없다.
    넘치지 않는 코드에서는 테마의 스크립트가 도로 뗀다.
    """
    return CODE.sub(r'\1 tabindex="0"', html)


def plain_contents(html: str) -> str:
    """쪽의 목차 안에 겹겹이 든 묶음을 길잡이로 세지 않게 한다.

    테마는 절마다 이름을 붙인 nav를 두어, 같은 이름의 절이 둘이면 길잡이가 겹친다.
    """
    return NESTED_CONTENTS.sub('<nav class="md-nav" role="none">', html)
