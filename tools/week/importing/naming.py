"""내보낸 파일의 이름을 다듬고, 노트에 적힌 주소로 파일을 찾는다."""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable
from urllib.parse import unquote

# 노션이 이름 끝에 붙이는 32자리.
HASH = re.compile(r"\s+[0-9a-f]{32}(?=$|\.|/| Part|_all\.)|_[0-9a-f]{32}(?=$|\.|/)")


def clean_name(name: str) -> str:
    """노션의 32자리를 떼고, 퍼센트와 풀어 쓴 한글을 바로 적은 이름."""
    return HASH.sub("", unicodedata.normalize("NFC", unquote(name)))


def title_of(name: str) -> str:
    """파일의 이름에서 노트의 제목으로."""
    return posixpath.splitext(posixpath.basename(name))[0].replace("_", " ").strip()


def found(target: str, here: str, names: Iterable[str]) -> str | None:
    """주소가 가리키는 파일의 이름. 노트에서 본 자리가 먼저고, 다음은 이름이다."""
    target = clean_name(target).replace("\\", "/").strip()
    near = posixpath.normpath(posixpath.join(posixpath.dirname(here), target))
    base = posixpath.basename(target)
    ends: tuple[Callable[[str], bool], ...] = (
        lambda name: name == near,
        lambda name: name == target,
        lambda name: name.endswith(f"/{target}"),
        lambda name: posixpath.basename(name) == base,
    )
    known = [*names] if base else []
    return next((name for end in ends for name in known if end(name)), None)
