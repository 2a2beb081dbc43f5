"""노트의 바이트를 글로 읽는다. 어림으로 읽지 않고, 읽을 수 없으면 자리를 말한다."""

import posixpath
import re

from tools.page.project import BYTE_ORDER_MARKS
from tools.week.make import Refused

WORD = "워드에서 '다른 이름으로 저장'의 '일반 텍스트(.txt)'나 pandoc으로 바꾸어 주세요."
HANGUL = (
    "한글에서 '다른 이름으로 저장하기'의 '텍스트 문서(.txt)'로 바꾸어 주세요. 문자 "
    "코드는 유니코드(UTF-8)를 고르세요."
)
PDF = "PDF는 글의 차례를 알 수 없습니다. 원래 쓴 프로그램에서 마크다운으로 내보내세요."
NOTEBOOK = (
    "주피터에서 'Save and Export Notebook As'의 'Markdown'을 고르거나 `jupyter "
    "nbconvert --to markdown`으로 바꾸어 주세요."
)
WEB = "HTML로 내보낸 것입니다. 노션의 내보내기에서 'Markdown & CSV'를 고르세요."
# 글이 아닌 파일의 끝말에서, 글로 바꾸는 법으로.
WAYS = {
    ".html": WEB, ".htm": WEB, ".pdf": PDF, ".ipynb": NOTEBOOK,
    ".docx": WORD, ".doc": WORD, ".odt": WORD, ".rtf": WORD,
    ".hwp": HANGUL, ".hwpx": HANGUL,
    ".csv": "표만 든 파일입니다. 필요한 줄을 노트에 표로 적어 다시 내보내세요.",
}  # fmt: skip
# 이름을 바꾸어도 첫 바이트는 남는다.
MAGIC = {
    b"PK\x03\x04": ("워드나 한글의 문서, 압축 파일", f"{WORD} {HANGUL}"),
    b"\xd0\xcf\x11\xe0": ("한글이나 워드의 문서", f"{HANGUL} {WORD}"),
    b"HWP Document": ("한글의 문서", HANGUL),
    b"%PDF": ("PDF", PDF),
    b"{\\rtf": ("서식 있는 문서(RTF)", WORD),
    b"\x89PNG": ("그림", "노트가 아니라 그림입니다. 노트를 다시 내보내세요."),
    b"\xff\xd8\xff": ("그림", "노트가 아니라 그림입니다. 노트를 다시 내보내세요."),
    b"GIF8": ("그림", "노트가 아니라 그림입니다. 노트를 다시 내보내세요."),
    b"\x1f\x8b": ("압축 파일", "압축을 풀어서 주세요."),
}
HANGUL_SYLLABLE = re.compile("[가-힣]")
LOST = "\ufffd"


def decoded(name: str, content: bytes) -> str:
    """글을 읽는다. UTF-8이 아니면 UTF-16이나 CP949다.

    Args:
        name: 화면에 보일 파일의 이름.
        content: 파일의 바이트.

    Raises:
        Refused: 글이 아니거나, 읽을 수 없는 바이트가 있을 때.
    """
    name = posixpath.basename(name)
    for mark, (kind, way) in MAGIC.items():
        if content.startswith(mark):
            raise Refused(f"'{name}'은(는) 글이 아니라 {kind}입니다. {way}")
    encoding = next(
        (x for mark, x in BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8"
    )
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        text = old_encoding(name, content, error)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def old_encoding(name: str, content: bytes, error: UnicodeDecodeError) -> str:
    """CP949로 읽는다. UTF-8로 적은 글이 몇 바이트만 깨진 것이면 읽지 않는다."""
    guess = content.decode("utf-8", errors="replace")
    if len(HANGUL_SYLLABLE.findall(guess)) <= guess.count(LOST):
        try:
            return content.decode("cp949")
        except UnicodeDecodeError as wrong:
            error = wrong
    line = content.count(b"\n", 0, error.start) + 1
    raise Refused(
        f"'{name}'의 {line}번째 줄에 글자로 읽을 수 없는 것이 있습니다. 그 줄을 다시 "
        "적고, 메모장이라면 '다른 이름으로 저장'에서 인코딩을 UTF-8로 고르세요."
    ) from error
