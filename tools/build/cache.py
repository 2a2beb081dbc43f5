"""재료가 같으면 다시 만들지 않게 담아 둔다. 온전하지 않은 것은 없는 것으로 본다."""

import hashlib
import json
import sys
import tempfile
from collections.abc import Callable
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

CODE = ("korean_search", "tools")
# 만든 것의 모양을 바꾸는 패키지.
PACKAGES = (
    "beautifulsoup4",
    "kiwipiepy",
    "lxml",
    "markdownify",
    "pillow",
    "selectolax",
)


class Cache:
    """만든 것을 재료의 해시로 찾는 폴더.

    재료에는 만드는 코드와 패키지의 판도 든다. 재료와 담은 글을 함께 가리키는 해시를
    첫 줄에 적어, 쓰다 만 파일이나 바뀐 파일, 다른 재료로 만든 파일은 믿지 않는다.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        """폴더는 처음 담을 때 만든다."""
        self.folder = folder
        self.root = root

    @cached_property
    def version(self) -> str:
        """만드는 코드와 패키지의 판을 가리키는 값."""
        total = hashlib.sha256(sys.version.encode())
        for name in PACKAGES:
            total.update(f"{name} {metadata.version(name)}\n".encode())
        for folder in CODE:
            for file in sorted((self.root / folder).rglob("*.py")):
                code, name = file.read_bytes(), file.relative_to(self.root)
                total.update(f"{name.as_posix()}\n{len(code)}\n".encode() + code)
        return total.hexdigest()

    def get(self, kind: str, inputs: Any, make: Callable[[], Any]) -> Any:
        """담아 둔 것을 찾고, 없으면 만들어 담는다.

        Args:
            kind: 무엇을 만드는지. 폴더의 이름이 된다.
            inputs: 재료. JSON으로 적을 수 있는 것이다.
            make: 만드는 함수. JSON으로 적을 수 있는 것을 돌려준다.
        """
        text = json.dumps([self.version, kind, inputs], sort_keys=True)
        key = digest(text)
        file = self.folder / kind / f"{key}.json"
        found = read(file)
        if found is None:
            found = json.dumps(make(), ensure_ascii=False)
            write(file, found)
        return json.loads(found)


def digest(text: str) -> str:
    """글을 가리키는 값."""
    return hashlib.sha256(text.encode()).hexdigest()


def seal(file: Path, text: str) -> str:
    """파일의 첫 줄. 파일의 이름이 곧 재료라서, 이름과 글을 함께 가리킨다."""
    return digest(f"{file.parent.name}/{file.name}\n{text}")


def read(file: Path) -> str | None:
    """온전히 담긴 글. 없거나 바뀌었으면 None이다."""
    try:
        head, _, text = file.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return text if head == seal(file, text) else None


def write(file: Path, text: str) -> None:
    """다른 프로세스가 쓰다 만 것을 읽지 않게, 다 쓴 다음 이름을 붙인다.

    디스크가 찼거나 쓸 수 없는 폴더면 담지 않고 넘어간다.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=file.parent, ignore_cleanup_errors=True
        ) as folder:
            part = Path(folder, file.name)
            part.write_text(
                f"{seal(file, text)}\n{text}", encoding="utf-8", newline="\n"
            )
            part.replace(file)
    except OSError:
        return
