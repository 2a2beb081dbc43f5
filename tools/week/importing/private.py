"""개인 정보를 글에서 뺀다. 뺀 것은 가려서 알릴 뿐, 어디에도 적지 않는다."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from tools.check.privacy import (
    DATE,
    LABELLED_NUMBER,
    NAME,
    NAME_THEN_NUMBER,
    NUMBER_THEN_NAME,
    PATTERNS,
    SURNAMES,
    is_dated_noun,
)
from tools.page.markdown import FENCE

PROPERTIES = (
    "상태|마감일?|작성[자일]|글쓴이|제출[자일]|성명|이름|학번|학과|학년|분반|조|팀"
    "|담당자|태그|날짜|과목|교수님?|생성 ?일시?|생성자|최종 ?편집 ?일시?|최종 ?편집자"
    "|우선순위|유형|분류|카테고리|비고|URL|링크|Status|Due(?: Date)?|Tags?|Author"
    "|Assign(?:ee|ed)?|Owner|Date|Created(?: (?:by|time))?"
    "|Last [Ee]dited(?: (?:by|time))?|Person|Property|Priority|Class|Course|Type"
    "|aliases|title"
)
PROPERTY = re.compile(
    rf"^\s*[-*]?\s*(?:\*\*)?(?P<key>{PROPERTIES})(?:\*\*)?\s*[:：](?:\*\*)?\s*(?P<value>.*)$"
)
OWNERS = re.compile(
    r"작성자|글쓴이|제출자|성명|이름|담당자|생성자|편집자|교수|Author|Assign|Owner|by$|Person"
)
HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
PERSON = re.compile(r"[가-힣]{2,4}")
TITLES = "님|씨|학생|학우|교수|교수님|조교|조교님|선생|선생님|강사|선배|후배"
ADDRESSED = re.compile(
    rf"(?<![가-힣])(?P<name>[{SURNAMES}][가-힣]{{2}}) ?(?:{TITLES})"
    r"(?=(?:은|는|이|가|의|께서|께|에게|을|를|과|와|도)?(?![가-힣]))"
)
ALONE = re.compile(rf"^[\s#*>\-\d.)]*(?P<name>[{SURNAMES}][가-힣]{{2}})\**\s*$")
STUDENT = re.compile(r"(?<![\d.,:/-])(?:19|20)\d{2}[-_ ]?\d{4,6}(?![\d.-])")
SHARED = re.compile(
    r"https?://(?:[\w-]+\.)*(?:notion\.so|notion\.site|docs\.google\.com|drive\.google\.com"
    r"|open\.kakao\.com|discord\.gg|zoom\.us)/\S+"
)
# 검사는 보기로 비워 둔 주소를 지나치지만, 노트에 적힌 주소는 모두 사람의 것으로 본다.
MAIL = re.compile(
    r"(?<![\w.+/:-])(?!git@)[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9_(/:])"
)
FOLDERS = "사용자 이름이 든 폴더"
WHOLE_LINE = "글쓴이의 이름"
WINDOWS = re.compile(r"(?P<start>[A-Za-z]:\\+Users\\+)[^\\\s\"'`<>|]+")
UNIX = re.compile(r"(?<![\w.])(?P<start>/(?:Users|home)/)[A-Za-z0-9가-힣._-]+(?=/)")
CUT = re.compile(r"\([^()]* 지움\)")
# 성씨로 시작하지만 이름이 아닌 말의 끝.
NOT_NAMES = "화법률율도값층망식점차록료습업간월년분초번편권쪽적성들과형론서지"


@dataclass(frozen=True, order=True)
class Private:
    """개인 정보이거나 그럴 수 있는 것 하나. `shown`은 가린 글이다."""

    line: int
    kind: str
    shown: str

    def __str__(self) -> str:
        """몇째 줄의 무엇인지 한 줄로 적는다."""
        return f"{self.line}번째 줄: {self.kind} {self.shown}"


@dataclass
class Cleansed:
    """개인 정보를 뺀 글.

    Attributes:
        text: 남은 글. 줄의 수는 그대로다.
        dropped: 뺀 것.
        unsure: 사람에게 물을 것.
    """

    text: str = ""
    dropped: list[Private] = field(default_factory=list)
    unsure: list[Private] = field(default_factory=list)


class Cleanser:
    """노트 하나에서 개인 정보를 뺀다."""

    def __init__(
        self,
        keep: Collection[int] = (),
        drop: Collection[int] = (),
        is_word: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """사람이 답한 것을 기억한다.

        Args:
            keep: 개인 정보가 아니라고 답한 줄.
            drop: 개인 정보라고 답한 줄.
            is_word: 사람의 이름이 아니라 보통 낱말인지 가리는 함수.
        """
        self.keep = frozenset(keep)
        self.drop = frozenset(drop)
        self.is_word = is_word
        self.names: set[str] = set()
        self.found = Cleansed()

    def cleanse(self, text: str) -> Cleansed:
        """글에서 개인 정보를 뺀다."""
        lines = self.without_properties(text.split("\n"))
        kept, fence = [], ""
        for number, line in enumerate(lines, start=1):
            match = FENCE.match(line)
            if match and not fence:
                fence = match["mark"]
            elif match and match["mark"].startswith(fence):
                fence = ""
            kept.append(self.line(number, line, code=bool(fence)))
        self.found.text = "\n".join(kept)
        return self.found

    def without_properties(self, lines: list[str]) -> list[str]:
        """머리와, 제목 아래에 모인 속성의 줄을 비운다."""
        lines = list(lines)
        at = 0
        while at < len(lines) and not lines[at].strip():
            at += 1
        if at < len(lines) and lines[at].strip() == "---":
            end = next(
                (n for n in range(at + 1, len(lines)) if lines[n].strip() == "---"), at
            )
            for number in range(at, end + 1):
                self.drop_property(lines, number)
            at = end + 1
        while at < len(lines):
            line = lines[at]
            if PROPERTY.match(line):
                self.drop_property(lines, at)
            elif line.strip() and (
                not HEADING.match(line) or self.past_title(lines, at)
            ):
                break
            at += 1
        return lines

    def past_title(self, lines: list[str], at: int) -> bool:
        """노트의 제목을 지나 첫 절에 왔는지 본다."""
        return any(HEADING.match(line) for line in lines[:at])

    def drop_property(self, lines: list[str], at: int) -> None:
        """속성의 줄 하나를 비우고, 거기 적힌 사람의 이름을 기억한다."""
        match = PROPERTY.match(lines[at])
        if match:
            if OWNERS.search(match["key"]):
                self.names |= set(PERSON.findall(match["value"]))
            self.tell(at + 1, "속성", f"{match['key']}: {masked(match['value'])}")
        elif lines[at].strip() not in ("", "---"):
            self.tell(at + 1, "속성", masked(lines[at].strip()))
        lines[at] = ""

    def tell(self, line: int, kind: str, shown: str) -> None:
        """뺀 것을 가려 적는다."""
        self.found.dropped.append(Private(line, kind, shown))

    def line(self, number: int, line: str, *, code: bool) -> str:
        """한 줄에서 개인 정보를 뺀다."""
        if PATTERNS[WHOLE_LINE].search(line):
            self.tell(number, WHOLE_LINE, masked(line.strip()))
            return ""
        for pattern, name in ((WINDOWS, "사용자"), (UNIX, "user")):
            line = pattern.sub(lambda x, name=name: self.folder(number, x, name), line)
        for kind, pattern in PATTERNS.items():
            if kind not in (FOLDERS, WHOLE_LINE):
                line = pattern.sub(
                    lambda x, kind=kind: self.cut(number, kind, x[0]), line
                )
        if not code:
            line = MAIL.sub(lambda x: self.cut(number, "전자우편", x[0]), line)
        line = LABELLED_NUMBER.sub(lambda x: self.cut(number, "학번", x[0]), line)
        for pattern in (NUMBER_THEN_NAME, NAME_THEN_NUMBER):
            line = pattern.sub(lambda x: self.pair(number, x), line)
        for name in sorted(self.names, key=len, reverse=True):
            if len(name) > 2:
                line = re.sub(name, lambda x: self.cut(number, "이름", x[0]), line)
        if CUT.search(line) and not re.search(r"\w", CUT.sub("", line)):
            return ""
        return line if code else self.asked(number, line)

    def folder(self, number: int, match: re.Match[str], name: str) -> str:
        """폴더에 든 사용자의 이름만 바꾼다."""
        whole = match["start"] + name
        if match[0] == whole or not PATTERNS[FOLDERS].search(f"{match[0]}/"):
            return match[0]
        self.tell(number, FOLDERS, f"{match['start']}***")
        return whole

    def cut(self, number: int, kind: str, text: str) -> str:
        """찾은 것을 빼고 뺐다는 말을 남긴다."""
        self.tell(number, kind, masked(text))
        return f"({kind} 지움)"

    def pair(self, number: int, match: re.Match[str]) -> str:
        """나란히 적힌 학번과 이름. 날짜 곁의 보통 낱말은 둔다."""
        if is_dated_noun(match["number"], match["name"]):
            return match[0]
        return self.cut(number, "학번", match[0])

    def asked(self, number: int, line: str) -> str:
        """확실하지 않은 것. 답을 받았으면 그대로 하고, 아니면 물을 것에 더한다."""
        if number in self.keep:
            return line
        for kind, pattern in (
            ("이름일 수 있는 말", ADDRESSED),
            ("이름일 수 있는 말", ALONE),
            ("학번일 수 있는 수", STUDENT),
            ("누구나 열 수 있는 문서의 주소", SHARED),
        ):
            for match in pattern.finditer(line):
                if not self.suspicious(match):
                    continue
                if number in self.drop:
                    return self.cut_whole(number, kind, line, match[0])
                self.found.unsure.append(
                    Private(number, kind, masked(match[0].strip()))
                )
        return line

    def suspicious(self, match: re.Match[str]) -> bool:
        """정말 물을 만한지 본다."""
        named = match.groupdict().get("name")
        if named:
            plain = named[-1] in NOT_NAMES or self.is_word(named)
            return not plain and bool(re.match(NAME, named))
        return not DATE.fullmatch(match[0])

    def cut_whole(self, number: int, kind: str, line: str, text: str) -> str:
        """물어서 빼기로 한 것. 그것뿐인 줄이면 줄을 비운다."""
        self.tell(number, kind, masked(text.strip()))
        rest = line.replace(text, "")
        return "" if not re.search(r"[가-힣A-Za-z0-9]", rest) else rest


def masked(text: str) -> str:
    """첫 글자만 남기고 가린다."""
    text = text.strip()
    return re.sub(r"(?<=\w)\w", "*", text)[:30]
