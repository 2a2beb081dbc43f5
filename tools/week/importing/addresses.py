"""제목에서 영문 주소를 짓는다. 용어집의 영어가 먼저고, 없으면 로마자로 옮긴다."""

import re
import tomllib
from collections.abc import Collection, Iterable
from keyword import iskeyword
from pathlib import Path

from korean_search.analysis import Analyzer
from tools.data.glossary import Entry, slug
from tools.week.importing.romanise import romanise
from tools.week.make import TAKEN

NOUNS = {"NNG", "NNP", "SL", "SN", "XR"}
# 주소에 보탤 것이 없는 말.
FILLERS = {
    "장점", "단점", "장단점", "무엇", "방법", "이유", "의미", "정리", "노트", "활용",
    "설명", "종류", "차이", "이외", "주차", "개념", "정의", "예시", "경우", "사용",
}  # fmt: skip
# 용어집에 아직 없는, 딥러닝에서 흔히 쓰는 말의 영어.
COMMON = Path(__file__).with_name("english.toml")
MOST_WORDS = 3
LONGEST = 40
OWN_ANCHORS = ("note", "sources", "quiz", "answer")
# 「13주차」, 「3 가지」의 수는 제목의 번호가 아니다.
NUMBERED = re.compile(
    r"^\s*(?:\d+(?:\.\d+)*(?:[.)]|\s+(?!주차|가지|개|번째|차|월|일|년))|[①-⑳]"
    r"|[ⅠⅡⅢⅣⅤ]+\.?|[가-하]\.)\s*"
)


class Addresses:
    """제목마다 겹치지 않는 주소를 짓는다."""

    def __init__(self, entries: Iterable[Entry], analyzer: Analyzer) -> None:
        """용어의 이름에서 영어로 가는 표를 만든다.

        Args:
            entries: 용어집의 용어.
            analyzer: 용어집에 없는 제목에서 이름씨를 고르는 것.
        """
        self.analyzer = analyzer
        self.english: dict[str, str] = {}
        common = tomllib.loads(COMMON.read_text(encoding="utf-8"))
        for entry in entries:
            for name in (entry.name, *(x for _, x in entry.named)):
                self.english.setdefault(compact(name), slug(entry.english))
        for name, english in common["english"].items():
            self.english.setdefault(compact(name), english)
        self.general = {compact(x) for x in common["general"]} - {*self.english}
        for name, english in common["general"].items():
            self.english.setdefault(compact(name), english)

    def propose(self, title: str, taken: Collection[str] = ()) -> str:
        """제목에 알맞은 주소.

        Args:
            title: 쪽이나 절의 제목.
            taken: 이미 쓴 주소.
        """
        words = self.words(bare(title))
        while len(words) > 1 and len("-".join(words)) > LONGEST:
            words.pop()
        address = "-".join(words)[:LONGEST].strip("-")
        if not re.match(r"[a-z]", address):
            address = f"part-{address}".strip("-")
        if iskeyword(address.replace("-", "_")) or address in (*TAKEN, *OWN_ANCHORS):
            address += "-part"
        return unique(address, taken)

    def words(self, title: str) -> list[str]:
        """주소가 될 낱말. 용어집에 있는 말이 하나라도 있으면 그것만 쓴다."""
        flat, known, at = compact(title), [], 0
        while at < len(flat):
            name = next(
                (
                    flat[at:end]
                    for end in range(len(flat), at + 1, -1)
                    if flat[at:end] in self.english
                ),
                None,
            )
            if name:
                known.append(name)
            at += len(name) if name else 1
        known = [x for x in known if x not in self.general] or known
        known = [self.english[x] for x in known]
        latin = [
            slug(x)
            for x in re.findall(r"[A-Za-z][A-Za-z0-9+-]*", title)
            if compact(x) not in self.english
        ]
        found = [*dict.fromkeys(x for x in [*known, *latin] if x)]
        found = [
            x for x in found if not any(x != y and x in y.split("-") for y in found)
        ]
        return (found or self.nouns(title))[:MOST_WORDS]

    def nouns(self, title: str) -> list[str]:
        """용어집에 없는 제목의 이름씨를 로마자로 옮긴 것."""
        (tokens,) = self.analyzer.tokenize([title])
        names = [x.form for x in tokens if x.tag in NOUNS and x.form not in FILLERS]
        names = names or [x.form for x in tokens if x.tag in NOUNS] or [title]
        return [*dict.fromkeys(x for x in (slug(romanise(y)) for y in names) if x)]


def is_romanised(title: str, address: str) -> bool:
    """주소에 한글을 소리대로 옮긴 낱말이 있는지 본다."""
    sounds = "".join(romanise(x) for x in re.findall("[가-힣]+", title))
    return any(len(x) > 1 and x in sounds for x in address.split("-"))


def compact(text: str) -> str:
    """띄어쓰기와 대소문자를 가리지 않게 한다."""
    return re.sub(r"[\s_-]", "", text).casefold()


def bare(title: str) -> str:
    """앞의 번호와 꾸밈을 뗀 제목."""
    return re.sub(r"[`*]", "", NUMBERED.sub("", title)).strip()


def unique(address: str, taken: Collection[str]) -> str:
    """이미 쓴 주소면 뒤에 수를 붙인다."""
    if address not in taken:
        return address
    return next(
        f"{address}-{n}" for n in range(2, 1000) if f"{address}-{n}" not in taken
    )
