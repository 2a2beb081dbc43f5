"""그림의 자리를 미리 잡는다."""

import re

FIGURE = re.compile(
    r"(?P<head><figure[^>]*>\s*<svg)"
    r'(?P<rest>(?: [^>]*)? viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)")'
)


def keep_ratio(html: str) -> str:
    """그림마다 가로와 세로의 비를 적는다.

    스타일이 이 비로 높이를 미리 잡아, 화면에 들어오지 않은 그림은 그리지 않는다.
    """
    return FIGURE.sub(r'\g<head> style="--ratio: \g<width> / \g<height>"\g<rest>', html)
