"""개인 정보를 글에서 뺀다. 뺀 것은 가려서 알릴 뿐, 어디에도 적지 않는다."""

import re
from collections.abc import (
    Callable,
    Collection,
    Container,
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass, field

from tools.check import credentials
from tools.check.privacy import (
    DATE,
    DOMAINS,
    LABELLED_NUMBER,
    NAME,
    NAME_THEN_NUMBER,
    NUMBER,
    NUMBER_THEN_NAME,
    PATTERNS,
    SURNAMES,
    is_dated_noun,
)
from tools.week.importing.fencing import runs, with_fences
from tools.week.importing.people import LABEL, LEAD, People, Reader
from tools.week.importing.properties import HEADING, Head, head_of

TITLES = "님|씨|학생|학우|교수|교수님|조교|조교님|선생|선생님|강사|선배|후배"
ADDRESSED = re.compile(
    rf"(?<![가-힣])(?P<name>[{SURNAMES}][가-힣]{{2}}) ?(?:{TITLES})"
    r"(?=(?:은|는|이|가|의|께서|께|에게|을|를|과|와|도)?(?![가-힣]))"
)
ALONE = re.compile(rf"^[\s#*>\-\d.)]*(?P<name>[{SURNAMES}][가-힣]{{2}})\**\s*$")
STUDENT = re.compile(r"(?<![\d.,:/-])(?:19|20)\d{2}[-_ ]?\d{4,6}(?![\d.-])")
# 노션이 제목 앞에 두는 아이콘은 문서가 아니다.
SHARED = re.compile(
    r"https?://(?:[\w-]+\.)*(?:notion\.so(?!/(?:icons|images|front-static)/)"
    r"|notion\.site|docs\.google\.com|drive\.google\.com"
    r"|open\.kakao\.com|discord\.gg|zoom\.us)/[^\s)>\]]+"
)
CITIES = (
    "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충[남북]|전[남북]|경[남북]|제주"
)
POSTAL = re.compile(
    rf"(?<![가-힣])(?:{CITIES})[가-힣]{{0,4}}\s+(?:[가-힣]{{1,4}}[시군구]\s+){{0,2}}"
    r"[가-힣0-9·]+(?:로|길|동|읍|면|리)\s*\d+(?:-\d+)?(?:번지|번길\s*\d+)?"
    r"(?:[\s,]*\d+동)?(?:[\s,]*\d+호)?"
    r"|(?<!\d)\d{2,4}동\s*\d{3,4}호"
)
# 검사는 보기로 비워 둔 주소를 지나치지만, 노트에 적힌 주소는 모두 사람의 것으로 본다.
MAIL = re.compile(
    r"(?<![\w.+/:-])(?!git@)[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9_(/:])"
)
# 코드에서는 행렬의 곱 `m@n.w`를 건드리지 않는다.
MAIL_IN_CODE = re.compile(
    rf"(?<![\w.+/:-])(?!git@)[\w.+-]+@(?:[\w-]+\.)+(?:{DOMAINS})(?![A-Za-z0-9_(/:.])"
)
ONLY_PEOPLE = re.compile(
    rf"^{LEAD}(?P<label>{LABEL})\**\s*(?:[:：=]|\s[-–—]\s|\s)?[\s*]*(?:\([^()]* 지움\)"
    rf"[\s,·/와과및*]*(?:{TITLES})?[\s*]*)+$"
)
FOLDERS = "사용자 이름이 든 폴더"
WHOLE_LINE = "글쓴이의 이름"
PERHAPS = "이름일 수 있는 말"
# 물어서 뺀 자리에 적을 말.
WHAT = {
    "비밀번호일 수 있는 값": "비밀번호",
    "학번일 수 있는 수": "학번",
    "누구나 열 수 있는 문서의 주소": "주소",
    "집이나 모임의 주소일 수 있는 글": "주소",
}
# 「홍길동(2021…)」의 닫는 괄호까지 뺀다.
PAIRS = (
    re.compile(
        rf"(?<![가-힣])(?P<name>{NAME})\s?[(\[「]\s?(?P<number>{NUMBER})\s?[)\]」]"
    ),
    NUMBER_THEN_NAME,
    NAME_THEN_NUMBER,
)
WINDOWS = re.compile(r"(?P<start>[A-Za-z]:\\+Users\\+)[^\\\s\"'`<>|]+")
UNIX = re.compile(r"(?<![\w.])(?P<start>/(?:Users|home)/)[A-Za-z0-9가-힣._-]+(?=/)")
CUT = re.compile(r"\([^()]* 지움\)")
IN_TITLE = re.compile(r"\((?:이름|학번) 지움\)(?:의|님의)?[\s_]*")
COMMENT = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|<!--.*?-->|%%.*?%%", re.S)
PARTICLES = "이?(?:가|은|는|을|를|의|와|과|도|랑|에게|께서|님|씨)?"
# 성씨로 시작하지만 이름이 아닌 말의 끝.
NOT_NAMES = "화법률율도값층망식점차록료습업간월년분초번편권쪽적성들과형론서지"


@dataclass(frozen=True, order=True)
class Private:
    """개인 정보이거나 그럴 수 있는 것 하나.

    Attributes:
        line: 노트의 몇째 줄인지. 0이면 파일의 이름이다.
        kind: 갈래.
        shown: 가린 글.
        file: 노트의 이름. 노트가 하나면 비워 둔다.
        key: 사람이 답할 때 적을 자리.
        said: 물은 말. 이름이면 답을 노트 전체에 따른다.
    """

    line: int
    kind: str
    shown: str
    file: str = ""
    key: str = field(default="", compare=False)
    said: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        """어느 노트의 몇째 줄의 무엇인지 한 줄로 적는다."""
        place = f"{self.line}번째 줄" if self.line else "파일의 이름"
        return f"{self.file} {place}: {self.kind} {self.shown}".strip()


@dataclass
class Cleansed:
    """개인 정보를 뺀 글.

    Attributes:
        text: 남은 글. 줄의 수는 그대로다.
        title: 머리나 파일의 이름에서 온 제목.
        dropped: 뺀 것.
        unsure: 사람에게 물을 것.
    """

    text: str = ""
    title: str = ""
    dropped: list[Private] = field(default_factory=list)
    unsure: list[Private] = field(default_factory=list)


@dataclass(frozen=True)
class Given:
    """개인 정보를 뺄 노트 하나.

    Attributes:
        text: 노트의 글.
        title: 파일의 이름에서 온 제목.
        file: 화면에 보일 이름.
        names: 이름을 찾아볼, 폴더까지의 이름.
    """

    text: str
    title: str = ""
    file: str = ""
    names: str = ""


class Cleanser:
    """내보낸 것 하나에서 개인 정보를 뺀다."""

    def __init__(
        self,
        keep: Collection[int | str] = (),
        drop: Collection[int | str] = (),
        words: Container[str] = (),
    ) -> None:
        """사람이 답한 것을 기억한다.

        Args:
            keep: 개인 정보가 아니라고 답한 자리. 노트가 여럿이면 `노트:줄`이다.
            drop: 개인 정보라고 답한 자리.
            words: 사람의 이름이 아니라 보통 낱말인지 아는 것.
        """
        self.keep = frozenset(map(str, keep))
        self.drop = frozenset(map(str, drop))
        self.words = words

    def cleanse(self, text: str) -> Cleansed:
        """글 하나에서 개인 정보를 뺀다."""
        return self.all([Given(text)])[0]

    def all(self, notes: Sequence[Given], names: Sequence[str] = ()) -> list[Cleansed]:
        """노트마다 개인 정보를 뺀다. 한 노트에서 안 이름은 다른 노트에서도 뺀다.

        Args:
            notes: 내보낸 노트.
            names: 사람의 이름이 들었을 수 있는 다른 파일의 이름.
        """
        reader = Reader(self.words)
        heads = [head_of(note.text.split("\n")) for note in notes]
        for note, head in zip(notes, heads, strict=True):
            reader.text(note.text)
            for owner in head.owners:
                reader.owner(owner)
        for name in (*(note.names for note in notes), *names):
            reader.file(name)
        people, kept = reader.people, set()
        while True:
            found = self.once(notes, heads, people, kept)
            asked = [
                one for each in found for one in each.unsure if one.kind == PERHAPS
            ]
            sure = {x.said for x in asked if x.key in self.drop} - people.sure
            plain = {x.said for x in asked if x.key in self.keep} - kept - sure
            if not sure and not plain:
                break
            people.sure |= sure
            kept |= plain
        for each in found:
            each.unsure = [x for x in each.unsure if x.key not in self.keep | self.drop]
        return found

    def once(
        self,
        notes: Sequence[Given],
        heads: Sequence[Head],
        people: People,
        kept: Collection[str],
    ) -> list[Cleansed]:
        """아는 이름으로 한 번 뺀다. 같은 이름은 처음 나온 자리에서만 묻는다."""
        found = []
        asked = set(kept)
        for number, (note, head) in enumerate(zip(notes, heads, strict=True), start=1):
            prefix = f"{number}:" if len(notes) > 1 else ""
            file = note.file if len(notes) > 1 else ""
            one = Note(self, people, asked, prefix, file)
            found.append(one.cleanse(note, head))
        return found

    def is_plain(self, name: str) -> bool:
        """이름의 꼴이지만 보통 낱말인지 본다."""
        return name[-1] in NOT_NAMES or name in self.words or not re.match(NAME, name)


@dataclass
class Note:
    """노트 하나를 줄마다 본다.

    Attributes:
        rules: 사람이 한 답과 아는 낱말.
        people: 내보낸 것 전체에서 안 사람.
        asked: 이미 물었거나 이름이 아니라고 답한 말.
        prefix: 답할 자리의 앞. 노트가 하나면 비었다.
        file: 화면에 보일 노트의 이름.
    """

    rules: Cleanser
    people: People
    asked: set[str]
    prefix: str
    file: str
    found: Cleansed = field(default_factory=Cleansed)

    def cleanse(self, note: Given, head: Head) -> Cleansed:
        """개인 정보를 뺀다."""
        lines = note.text.split("\n")
        for number, (key, value) in head.lines.items():
            if value not in ("", "---"):
                shown = f"{key}: {masked(value)}" if key else masked(value)
                self.tell(number + 1, "속성", shown)
            lines[number] = ""
        lines = self.without_comments(lines)
        kept = [
            self.line(number, line, code=code)
            for number, line, code in with_fences(self.without_key_blocks(lines))
        ]
        self.found.text = "\n".join(kept)
        self.found.title = self.line(0, head.title or note.title, code=False)
        self.found.dropped.sort(key=lambda one: one.line)
        return self.found

    def without_comments(self, lines: list[str]) -> list[str]:
        """보이지 않게 적은 주석을 뺀다. 줄의 수는 그대로다."""
        parts: list[str] = []
        for code, number, text in runs(lines):
            start = number

            def drop(match: re.Match[str], text: str = text, start: int = start) -> str:
                if match[1]:
                    return match[0]
                line = start + text.count("\n", 0, match.start())
                self.tell(line, "주석", masked(match[0].strip("<!->% \n")))
                return "\n" * match[0].count("\n")

            parts.append(text if code else COMMENT.sub(drop, text))
        return "\n".join(parts).split("\n")

    def without_key_blocks(self, lines: list[str]) -> list[str]:
        """여러 줄에 걸친 비밀 열쇠를 뺀다."""
        inside = False
        kept = []
        for number, line in enumerate(lines, start=1):
            if not inside and credentials.BLOCK_START.search(line):
                self.tell(number, credentials.KEY, "*****")
                inside = True
            kept.append("" if inside else line)
            inside = inside and not credentials.BLOCK_END.search(line)
        return kept

    def tell(self, line: int, kind: str, shown: str) -> None:
        """뺀 것을 가려 적는다."""
        self.found.dropped.append(Private(line, kind, shown, self.file))

    def line(self, number: int, line: str, *, code: bool) -> str:
        """한 줄에서 개인 정보를 뺀다."""

        def cut(kind: str) -> Callable[[re.Match[str]], str]:
            return lambda match: self.cut(number, kind, match[0])

        if not code:
            line = self.ask(number, line, places(line))
        for pattern, name in ((WINDOWS, "사용자"), (UNIX, "user")):
            line = pattern.sub(lambda x, name=name: self.folder(number, x, name), line)
        line = credentials.without_credentials(
            line, lambda kind, text: self.cut(number, kind, text)
        )
        for kind, pattern in PATTERNS.items():
            if kind not in (FOLDERS, WHOLE_LINE):
                line = pattern.sub(cut(kind), line)
        line = (MAIL_IN_CODE if code else MAIL).sub(cut("전자우편"), line)
        line = LABELLED_NUMBER.sub(lambda x: self.labelled(number, x[0]), line)
        for pattern in PAIRS:
            line = pattern.sub(lambda x: self.pair(number, x), line)
        for text in sorted(self.people.sure, key=len, reverse=True):
            line = spelled(text).sub(cut("이름"), line)
        for text in sorted(self.people.numbers, key=len, reverse=True):
            line = re.sub(rf"(?<!\d){re.escape(text)}(?!\d)", cut("학번"), line)
        line = PATTERNS[WHOLE_LINE].sub(lambda x: self.value(number, x[0]), line)
        if number == 0 or HEADING.match(line):
            line = IN_TITLE.sub("", line).rstrip()
        line = self.ask(number, line, self.perhaps(line, code=code))
        return "" if CUT.search(line) and is_empty(line) else line

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

    def labelled(self, number: int, text: str) -> str:
        """학번이라고 적은 수. 표라면 칸을 나누는 줄은 둔다."""
        lead, mark, rest = text.rpartition("|")
        return lead + mark + " " * bool(mark) + self.cut(number, "학번", rest)

    def value(self, number: int, text: str) -> str:
        """쓴 사람을 적은 자리의 말. 알던 이름은 앞에서 이미 뺐다."""
        lead = re.match(r"[^:：\w]*[\w가-힣]+\**\s*[:：|]\s*\**", text)[0]
        edge = " |" if text.endswith("|") else ""
        return lead + self.cut(number, WHOLE_LINE, text[len(lead) :]) + edge

    def pair(self, number: int, match: re.Match[str]) -> str:
        """나란히 적힌 학번과 이름. 날짜 곁의 보통 낱말은 둔다."""
        if is_dated_noun(match["number"], match["name"]):
            return match[0]
        return self.cut(number, "학번", match[0])

    def ask(self, number: int, line: str, suspects: Iterable[tuple[str, str]]) -> str:
        """확실하지 않은 것. 답을 받았으면 그대로 하고, 아니면 물을 것에 더한다."""
        key = f"{self.prefix}{number}"
        for kind, text in [*suspects]:
            self.found.unsure.append(
                Private(number, kind, masked(text.strip()), self.file, key, text)
            )
            if kind == PERHAPS:
                self.asked.add(text)
            elif key in self.rules.drop:
                self.tell(number, kind, masked(text.strip()))
                line = line.replace(text, f"({WHAT[kind]} 지움)")
        return line

    def perhaps(self, line: str, *, code: bool) -> Iterator[tuple[str, str]]:
        """이름, 비밀번호, 학번일 수 있는 것을 (갈래, 글)로 낸다."""
        for text in credentials.possible(line):
            yield "비밀번호일 수 있는 값", text
        for name in sorted(self.names() - self.asked):
            if alone(name).search(line):
                yield PERHAPS, name
        if code:
            return
        for pattern in (ADDRESSED, ALONE):
            for match in pattern.finditer(line):
                name = match["name"]
                if name not in self.asked and not self.rules.is_plain(name):
                    yield PERHAPS, name
        for match in STUDENT.finditer(line):
            if not DATE.fullmatch(match[0]):
                yield "학번일 수 있는 수", match[0]

    def names(self) -> set[str]:
        """확실하지 않은 이름과, 아는 사람을 성 없이 부르는 말."""
        given = {x[1:] for x in self.people.sure if len(x) == 3 and not x.isascii()}
        return self.people.unsure | given


def places(line: str) -> Iterator[tuple[str, str]]:
    """남이 열 수 있는 문서의 주소와 사람이 사는 주소."""
    for match in SHARED.finditer(line):
        yield "누구나 열 수 있는 문서의 주소", match[0]
    for match in POSTAL.finditer(line):
        yield "집이나 모임의 주소일 수 있는 글", match[0]


def is_empty(line: str) -> bool:
    """뺀 것 말고는 남은 말이 없는지 본다. 표의 줄은 칸의 수를 지켜야 하므로 둔다."""
    if line.lstrip().startswith("|"):
        return False
    return not re.search(r"\w", CUT.sub("", line)) or bool(ONLY_PEOPLE.match(line))


def spelled(name: str) -> re.Pattern[str]:
    """이름이 있는 자리."""
    if len(name) < 3:
        return alone(name)
    if name.isascii():
        return re.compile(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", re.I)
    return re.compile(re.escape(name))


def alone(name: str) -> re.Pattern[str]:
    """이름이 한 낱말로 선 자리."""
    if name.isascii():
        return spelled(name)
    return re.compile(rf"(?<![가-힣]){re.escape(name)}(?={PARTICLES}(?![가-힣]))")


def masked(text: str) -> str:
    """첫 글자만 남기고 가린다."""
    text = " ".join(text.split())
    return re.sub(r"(?<=\w)\w", "*", text)[:30]
