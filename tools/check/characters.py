"""눈에 보이지 않게 깨지는 것: 글자표, 줄바꿈, 풀어 쓴 한글, 숨은 글자."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote

from tools.finding import Finding
from tools.page.links import without_addresses
from tools.page.markdown import prose
from tools.page.project import BYTE_ORDER_MARKS, Project, decode

FIX = "`python -m tools check --fix`가 고쳐 줍니다."
MENDED = "글자표, 줄바꿈, 숨은 글자를 고쳤습니다."
SPACES = {
    "\u00a0": "줄 바꿈 없는 빈칸",
    "\u2007": "숫자 너비 빈칸",
    "\u202f": "좁은 빈칸",
    "\u3000": "전각 빈칸",
}
HIDDEN = {
    "\u00ad": "숨은 붙임표",
    "\u115f": "한글 채움 글자",
    "\u200b": "폭 없는 빈칸",
    "\u200c": "폭 없는 분리 글자",
    "\u200e": "글 방향 글자",
    "\u200f": "글 방향 글자",
    "\u2028": "줄 나눔 글자",
    "\u2029": "문단 나눔 글자",
    "\u2060": "폭 없는 이음 글자",
    "\u3164": "한글 채움 글자",
    "\ufeff": "폭 없는 빈칸",
}
# 한글(HWP)이 가운뎃점 대신 넣는 것.
DOTS = {"\u2024": "한 점 줄임표", "\u318d": "아래아", "\u30fb": "가타카나 가운뎃점"}
# 전각으로 적힌 로마자, 숫자, 문장 부호. 표시로 읽힐 '＊', '＃', '～'는 건드리지 않는다.
FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ！％（）＋，－．／：；＝？［］]")
# CP949에 없어서 물음표로 바뀐 글자. 「Szyma?ski」처럼 낱말 가운데 남는다.
LOST = re.compile(r"(?<=[A-Za-z])\?(?=[a-z])|(?<=[A-Z][a-z])\?(?=[ ,)]*(?:[A-Z]|외))")
PASTED = re.compile(f"[{''.join([*SPACES, *HIDDEN])}]")
# 한글(HWP)은 옛한글과 기호를 이 자리에 둔다. 다른 프로그램에서는 네모로 보인다.
PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
# 퍼센트로 적은 첫소리 낱자(U+1100-U+11FF)로 시작하는 것.
DECOMPOSED = re.compile(r"(?:%E1%8[4-7]%[89AB][0-9A-F])+", re.I)
CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7}) ", re.M)


def find(project: Project) -> Iterator[Finding]:
    """글로 된 파일을 모두 본다."""
    for path in project.files:
        yield from find_in_name(project, path)
    for path in project.text_files:
        yield from find_in_bytes(project, path)
        text = project.read(path)
        if match := CONFLICT.search(text):
            yield Finding(
                project.name(path),
                text.count("\n", 0, match.start()) + 1,
                "병합하다 부딪친 자리의 표시가 남아 있습니다.",
                "둘 가운데 남길 글을 고르고, '<<<<<<<', '=======', '>>>>>>>'로 "
                "시작하는 줄을 지우세요.",
            )
        if is_published(project, path):
            yield from find_in_text(project, path)
    yield from find_lost(project)


def is_published(project: Project, path: Path) -> bool:
    """읽는 사람에게 보이는 글인지 가린다. 시험은 일부러 이런 글자를 쓸 수 있다."""
    name = project.name(path)
    return name.startswith(("docs/", "snippets/")) or "/" not in name


def find_in_name(project: Project, path: Path) -> Iterator[Finding]:
    """macOS가 낱자로 풀어 쓴 파일 이름을 찾는다."""
    name = project.name(path)
    composed = unicodedata.normalize("NFC", name)
    if name != composed:
        yield Finding(
            composed,
            1,
            "파일 이름의 한글이 낱자로 풀려 있어(NFD) 링크가 깨집니다.",
            f"이름을 다시 적거나 영문으로 바꾸세요. {FIX}",
            fixable=True,
        )


def find_in_bytes(project: Project, path: Path) -> Iterator[Finding]:
    """글자표와 줄바꿈을 본다."""
    content = project.content(path)
    if content.isascii() and b"\r" not in content:
        return
    name = project.name(path)
    mark = next((mark for mark in BYTE_ORDER_MARKS if content.startswith(mark)), None)
    if mark:
        yield Finding(
            name,
            1,
            f"파일 맨 앞에 보이지 않는 BOM({BYTE_ORDER_MARKS[mark]})이 있습니다.",
            f"편집기에서 'UTF-8(BOM 없음)'으로 저장하세요. {FIX}",
            fixable=True,
        )
    else:
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            yield wrong_encoding(name, content, error.start)
    if b"\r" in content and (mark is None or mark == b"\xef\xbb\xbf"):
        yield Finding(
            name,
            content.count(b"\n", 0, content.index(b"\r")) + 1,
            "줄바꿈이 윈도우식(CRLF)입니다.",
            f"편집기에서 줄 끝을 LF로 바꾸어 저장하세요. {FIX}",
            fixable=True,
        )


def wrong_encoding(name: str, content: bytes, position: int) -> Finding:
    """CP949로 읽히면 바꾸어 줄 수 있다."""
    line = content.count(b"\n", 0, position) + 1
    try:
        content.decode("cp949")
    except UnicodeDecodeError:
        return Finding(
            name,
            line,
            "UTF-8로 읽을 수 없는 글자가 있습니다.",
            "이 줄을 지우고 다시 적은 다음 UTF-8로 저장하세요.",
        )
    return Finding(
        name,
        line,
        "UTF-8이 아니라 CP949(EUC-KR)로 저장되었습니다.",
        f"메모장이라면 '다른 이름으로 저장'에서 인코딩을 UTF-8로 고르세요. {FIX}",
        fixable=True,
    )


def find_in_text(project: Project, path: Path) -> Iterator[Finding]:
    """붙여 넣을 때 딸려 온 글자를 줄마다 찾는다."""
    name = project.name(path)
    for number, problem, told, fixable in faults(project.read(path)):
        yield Finding(name, number, problem, told, fixable)


@cache
def faults(text: str) -> list[tuple[int, str, str, bool]]:
    """글에 든 숨은 글자를 (줄, 틀린 것, 고치는 법, 대신 고칠 수 있는지)로 찾는다."""
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    return [(n, *fault) for n, line in lines for fault in line_faults(line)]


def line_faults(line: str) -> Iterator[tuple[str, str, bool]]:
    """한 줄에 든 숨은 글자를 찾는다."""
    if not unicodedata.is_normalized("NFC", line):
        yield (
            "한글이 낱자로 풀려 있어(NFD) 검색되지 않습니다.",
            f"이 줄을 다시 적으세요. {FIX}",
            True,
        )
    if match := PASTED.search(line):
        kind = {**SPACES, **HIDDEN}[match[0]]
        yield (
            f"노션이나 한글에서 딸려 온 보이지 않는 글자"
            f"({kind}, U+{ord(match[0]):04X})가 있습니다.",
            f"그 자리를 지우고 빈칸을 다시 치세요. {FIX}",
            True,
        )
    for found in (find_wide(line), find_dot(line)):
        yield from found
    if match := PRIVATE_USE.search(line):
        yield (
            f"한글(HWP)에서만 보이는 글자(U+{ord(match[0]):04X})가 있습니다.",
            "같은 뜻의 보통 글자로 바꾸세요.",
            False,
        )


def find_wide(line: str) -> Iterator[tuple[str, str, bool]]:
    """전각으로 적힌 글자."""
    if match := FULL_WIDTH.search(line):
        half = unicodedata.normalize("NFKC", match[0])
        yield (
            f"전각 글자 '{match[0]}'이(가) 있습니다.",
            f"'{half}'(으)로 고치세요. {FIX}",
            True,
        )


def find_dot(line: str) -> Iterator[tuple[str, str, bool]]:
    """가운뎃점을 닮은 다른 글자."""
    for character, kind in DOTS.items():
        if character in line:
            yield (
                f"가운뎃점이 아니라 {kind}(U+{ord(character):04X})가 있습니다.",
                f"'·'로 고치세요. {FIX}",
                True,
            )


def find_lost(project: Project) -> Iterator[Finding]:
    """저장하다 물음표로 바뀐 글자를 찾는다."""
    for page in project.pages:
        text = without_addresses(prose(project.read(page)))
        for number, line in enumerate(text.split("\n"), start=1):
            if match := LOST.search(line):
                around = line[max(0, match.start() - 12) : match.end() + 12].strip()
                yield Finding(
                    project.name(page),
                    number,
                    f"'{around}'에서 글자가 '?'로 바뀐 것 같습니다.",
                    "원래 글자를 다시 적고, 메모장이라면 인코딩을 UTF-8로 골라 "
                    "저장하세요.",
                )


def fix(project: Project) -> list[tuple[str, str]]:
    """뜻을 바꾸지 않고 고칠 수 있는 것을 모두 고친다."""
    mended = []
    for path in project.text_files:
        before = project.content(path)
        after = mend(before, published=is_published(project, path))
        if after != before:
            path.write_bytes(after)
            mended.append((project.name(path), MENDED))
    names = [project.name(path) for path in project.files]
    if all(unicodedata.is_normalized("NFC", name) for name in names):
        return mended
    folders = {x for path in project.files for x in path.parents} - {project.root}
    inner = [x for x in folders if project.root in x.parents]
    # 안쪽부터 바꾸어야 바깥 폴더의 이름이 바뀌어도 남은 것을 찾는다.
    for path in sorted([*project.files, *inner], key=lambda x: -len(x.parts)):
        composed = unicodedata.normalize("NFC", path.name)
        if composed != path.name:
            path.rename(path.with_name(composed))
            name = project.name(path.with_name(composed))
            mended.append((unicodedata.normalize("NFC", name), MENDED))
    return mended


def composed_address(match: re.Match[str]) -> str:
    """퍼센트로 적은 주소의 풀어 쓴 한글을 모아 쓴다. 한글이 아니면 그대로다."""
    text = unquote(match[0], errors="replace")
    composed = unicodedata.normalize("NFC", text)
    return match[0] if composed == text or "\ufffd" in text else quote(composed)


@cache
def mend(content: bytes, *, published: bool) -> bytes:
    """파일 하나의 글자표, 줄바꿈, 숨은 글자를 고친다. 읽을 수 없으면 그대로 둔다."""
    text = decode(content)
    if "\ufffd" in text:
        return content
    if published:
        text = unicodedata.normalize("NFC", text)
        text = text.translate(dict.fromkeys(map(ord, SPACES), " "))
        text = text.translate(dict.fromkeys(map(ord, HIDDEN), None))
        text = text.translate(dict.fromkeys(map(ord, DOTS), "·"))
        text = FULL_WIDTH.sub(lambda x: unicodedata.normalize("NFKC", x[0]), text)
        text = DECOMPOSED.sub(composed_address, text)
    return text.encode("utf-8")
