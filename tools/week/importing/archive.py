"""내보낸 것을 읽는다: 마크다운 파일, 폴더, 압축 파일, 압축 파일이 든 압축 파일."""

import io
import lzma
import posixpath
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.check.privacy import NAME_THEN_NUMBER, NUMBER_THEN_NAME, PATTERNS
from tools.week.importing.encoding import WAYS, decoded
from tools.week.importing.linking import targets
from tools.week.importing.naming import clean_name, found
from tools.week.make import Refused

NOTES = {".md", ".markdown", ".txt"}
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff"}
IMAGES |= {".heic", ".heif", ".avif"}
# 압축을 풀었을 때의 한도. 한 주의 노트는 이보다 훨씬 작다.
MOST_FILES = 2000
LARGEST_FILE = 20 * 2**20
LARGEST_TOTAL = 300 * 2**20
DEEPEST = 3
NESTED = ".zip"
DAMAGED = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
ZIP_UTF8 = 0x800
ZIP_ENCRYPTED = 0x1
SYSTEM = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)", re.I
)
HIDDEN = re.compile(r"(?:^|/)\.[^/]+/")
# 옵시디언은 새 노트의 틀을 한 폴더에 모은다. 틀에는 채울 자리가 있다.
TEMPLATE = re.compile(r"(?:^|/)_?(?:templates?|템플릿|틀|서식)/", re.I)
BLANK = re.compile(r"\{\{.*?\}\}|<%.*?%>", re.S)


@dataclass
class Export:
    """내보낸 것 하나.

    Attributes:
        notes: (이름, 글). 바깥 폴더의 것이 먼저다.
        images: 다듬은 이름에서 그림의 바이트로.
        left: 옮기지 않은 파일의 이름과 까닭.
    """

    notes: list[tuple[str, str]] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)


def read(path: Path) -> Export:
    """내보낸 것을 읽는다.

    Raises:
        Refused: 없거나, 깨졌거나, 너무 크거나, 밖으로 나가는 이름이 들었거나, 노트가
            없을 때.
    """
    if not path.exists():
        raise Refused(f"'{path}'이(가) 없습니다. 내보낸 파일의 자리를 다시 적으세요.")
    export = Export()
    total = 0
    for number, (name, content) in enumerate(files(path)):
        total += len(content)
        if number >= MOST_FILES or total > LARGEST_TOTAL:
            raise Refused(
                "내보낸 것이 너무 큽니다. 이번 주의 노트만 골라 다시 내보내세요."
            )
        sort(export, clean_name(name), content)
    export.notes = [(name, text) for name, text in export.notes if text.strip()]
    if not export.notes:
        raise Refused(told_why_empty(export, path))
    export.notes.sort(key=lambda note: (note[0].count("/"), note[0]))
    return export


def told_why_empty(export: Export, path: Path) -> str:
    """노트가 하나도 없는 까닭."""
    if path.is_file() and path.suffix.lower() in NOTES:
        return "노트가 비었습니다. 글이 있는 쪽을 내보냈는지 보세요."
    way = next((why for _, why in export.left if why in WAYS.values()), "")
    return f"내보낸 것에 글이 든 마크다운 파일이 없습니다. {way}".strip()


NEITHER = "글도 그림도 아닙니다."


def sort(export: Export, name: str, content: bytes) -> None:
    """파일 하나를 갈래에 따라 담는다."""
    ending = posixpath.splitext(name)[1].lower()
    if ending in NOTES and HIDDEN.search(name):
        export.left.append((name, "숨은 폴더에 든 것이라 옮기지 않았습니다."))
    elif ending in NOTES:
        text = decoded(name, content)
        if TEMPLATE.search(name) and BLANK.search(text):
            export.left.append((name, "새 노트의 틀이라 옮기지 않았습니다."))
        else:
            export.notes.append((name, text))
    elif ending in IMAGES:
        export.images[name] = content
    elif not HIDDEN.search(name):
        export.left.append((name, WAYS.get(ending, NEITHER)))


def files(path: Path) -> Iterator[tuple[str, bytes]]:
    """(이름, 바이트)를 하나씩 낸다. 압축 파일은 푼다."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            name = file.relative_to(path).as_posix()
            if file.is_symlink() or not file.is_file() or SYSTEM.search(name):
                continue
            yield from opened(name, sized(name, file))
    else:
        content = sized(path.name, path, whole=True)
        yield from opened(path.name, content)
        if path.suffix.lower() in NOTES:
            yield from beside(path, content)


def beside(note: Path, content: bytes) -> Iterator[tuple[str, bytes]]:
    """마크다운 파일 하나를 받았을 때, 그 노트가 가리키는 그림."""
    known = {
        file.relative_to(note.parent).as_posix(): file
        for depth in ("*", "*/*", "*/*/*")
        for file in sorted(note.parent.glob(depth))
        if file.suffix.lower() in IMAGES and not file.is_symlink() and file.is_file()
    }
    names = {clean_name(name): name for name in known}
    wanted = {
        found(target, note.name, names)
        for target in targets(decoded(note.name, content))
    }
    for name in sorted(filter(None, wanted)):
        yield names[name], sized(name, known[names[name]])


def sized(name: str, file: Path, *, whole: bool = False) -> bytes:
    """너무 크지 않은 파일을 읽는다."""
    archive = whole and file.suffix.lower() == NESTED
    refuse_large(name, file.stat().st_size, LARGEST_TOTAL if archive else LARGEST_FILE)
    return file.read_bytes()


def refuse_large(name: str, size: int, limit: int) -> None:
    """한도를 넘으면 거절한다.

    Raises:
        Refused: 파일이 너무 클 때.
    """
    if size > limit:
        raise Refused(
            f"'{shown(name)}'이(가) {size / 2**20:.0f}MB라서 너무 큽니다. "
            f"{limit // 2**20}MB보다 작게 줄여 다시 내보내세요."
        )


def opened(name: str, content: bytes, depth: int = 1) -> Iterator[tuple[str, bytes]]:
    """압축 파일이면 풀고, 아니면 그대로 낸다.

    Raises:
        Refused: 깨졌거나, 잠겼거나, 너무 깊거나, 밖으로 나가는 이름이 들었을 때.
    """
    if not name.lower().endswith(NESTED):
        yield name, content
        return
    if depth > DEEPEST:
        raise Refused("압축 파일이 너무 깊이 겹쳐 있습니다. 풀어서 폴더로 주세요.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from members(archive, depth)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, *DAMAGED) as error:
        raise Refused(
            f"압축 파일 '{shown(name)}'이(가) 깨졌습니다. 다시 내보내세요."
        ) from error
    except (NotImplementedError, RuntimeError) as error:
        raise Refused(
            f"압축 파일 '{shown(name)}'을(를) 풀 수 없습니다. 암호 없이 zip으로 다시 "
            "내보내세요."
        ) from error


def members(archive: zipfile.ZipFile, depth: int) -> Iterator[tuple[str, bytes]]:
    """압축 파일에 든 것을 하나씩 푼다."""
    rows = [x for x in archive.infolist() if not x.is_dir() and not is_link(x)]
    if len(rows) > MOST_FILES or sum(row.file_size for row in rows) > LARGEST_TOTAL:
        raise Refused("압축을 풀면 너무 큽니다. 이번 주의 노트만 골라 다시 내보내세요.")
    for row in rows:
        name = member_name(row)
        if row.flag_bits & ZIP_ENCRYPTED:
            raise RuntimeError(name)
        if SYSTEM.search(name):
            continue
        nested = name.lower().endswith(NESTED)
        refuse_large(name, row.file_size, LARGEST_TOTAL if nested else LARGEST_FILE)
        yield from opened(name, archive.read(row), depth + 1)


def is_link(row: zipfile.ZipInfo) -> bool:
    """다른 파일을 가리킬 뿐인지 본다."""
    return stat.S_ISLNK(row.external_attr >> 16)


def member_name(row: zipfile.ZipInfo) -> str:
    """압축 파일에 든 이름. 한국어 윈도우가 만든 것은 CP949로 읽는다.

    Raises:
        Refused: 폴더의 밖으로 나가는 이름일 때.
    """
    name = row.filename
    if not row.flag_bits & ZIP_UTF8 and not name.isascii():
        raw = name.encode("cp437", errors="replace")
        for encoding in ("utf-8", "cp949"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    name = name.replace("\\", "/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        raise Refused(
            "압축 파일에 폴더 밖을 가리키는 이름이 들어 있습니다. 믿을 수 있는 곳에서 "
            "받은 것인지 보고 다시 내보내세요."
        )
    return name


def shown(name: str) -> str:
    """화면에 보일 파일의 이름. 이름에 든 학번 같은 것은 가린다."""
    name = posixpath.basename(name)
    for pattern in (NAME_THEN_NUMBER, NUMBER_THEN_NAME, *PATTERNS.values()):
        name = pattern.sub(lambda x: re.sub(r"(?<=\w)\w", "*", x[0]), name)
    return name
