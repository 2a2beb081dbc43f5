"""`mkdocs.yml`의 차례를 읽는다."""

from collections.abc import Iterator

Nav = list | dict | str | None


def entries(nav: Nav, label: str = "") -> Iterator[tuple[str, str]]:
    """차례에 적힌 (이름, 파일)을 모두 찾는다. 이름을 적지 않은 것은 빈 글이다."""
    if isinstance(nav, str):
        yield label, nav
    elif isinstance(nav, dict):
        for name, value in nav.items():
            yield from entries(value, name if isinstance(value, str) else "")
    elif isinstance(nav, list):
        for item in nav:
            yield from entries(item)
