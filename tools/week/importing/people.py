"""「조원」, 「작성자」처럼 사람을 적는 말의 곁에서 이름과 학번을 알아낸다."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from bs4 import BeautifulSoup

from tools.check.privacy import (
    NAME_THEN_NUMBER,
    NUMBER_THEN_NAME,
    SURNAMES,
    is_dated_noun,
)

KOREAN = rf"(?:남궁|황보|선우|제갈|독고|사공|서문|[{SURNAMES}])[가-힣]{{1,2}}"
LATIN = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]*\.?){1,3}"
TITLE = (
    "(?:교수|조교|선생|강사|박사|학생|학우|선배|후배|팀장|조장|팀원|조원|발표자)님?"
    "|님|씨"
)
PARTICLE = "(?:이|가|은|는|을|를|의|와|과|께서)?"
STRONG = (
    r"성명|작성자|글쓴이|제출자|지은이|조원|팀원|조장|팀장|반장|발표자|진행자|기록자"
    r"|지도 ?교수님?|담당 ?교수님?|조교님?|멘토|멤버|구성원|참[여가]자|참석자|담당자"
    r"|(?i:authors?|team members?|members?|presenters?|advisors?|instructor|professor"
    r"|owner|assignee|created by|last edited by)"
)
# 사람이 아닌 것에도 붙이는 말. 곁의 말이 이름처럼 생겼을 때만 이름이다.
WEAK = r"이름|담당|학생|교수님?|작성|정리|글|(?i:name)"
LABEL = (
    rf"(?:{STRONG}|{WEAK})(?:들| ?명단| ?목록| ?소개| ?구성| ?이름)?"
    r"(?:\s?\([^()\n]*\)|\s?[/·]\s?학번)?"
)
LEAD = r"[\s#>*+\-•|\d.)]*"
LABELLED = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<label>{LABEL})(?:\*\*)?"
    r"(?:\s*[:：=]|\s+[-–—](?=\s))(?:\*\*)?\s*(?P<value>[^|\n]+)"
)
NEXT = re.compile(rf"[\s,/·(]+(?:{LABEL}|학번|전화\S*|메일\S*)\**\s*[:：=]")
BARE = re.compile(rf"^{LEAD}(?P<label>{STRONG})(?:\*\*)?\s+(?P<value>\S.*)$")
SAID = re.compile(
    rf"(?<![가-힣])(?P<label>{LABEL})(?:은|는)\s+(?P<value>{KOREAN})"
    rf"(?=(?:\s?(?:{TITLE}))?(?:이다|입니다|이고|이며|였다|이었다|이에요|예요|[,.]|$))"
)
ALONE = re.compile(
    rf"^{LEAD}(?:\S+ )?(?P<label>{LABEL})(?:\*\*)?\s*[:：]?(?:\*\*)?\s*$"
)
ROLES = re.compile(r"^\s*#+.*(?:발표 ?순서|역할|분담|명단|맡은 일)|^\W*명단\W*$")
HEADER = re.compile(rf"\**(?P<label>{LABEL})\**")
NUMBERED = re.compile(r"\**(?:학번|(?i:student(?:[ _]?(?:id|number|no\.?))))\**")
NUMBER = re.compile(r"\d{6,12}|\d{2,4}[-_ ]\d{4,6}")
ID_LINE = re.compile(
    r"(?:학번|(?i:student[ _]?(?:id|number)))\W{0,6}(?P<value>\d{2,4}[-_ ]?\d{4,8})"
)
ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)]|>)\s+(?:\[[ xX]\]\s+)?")
RULE = re.compile(r"^[\s|:+=-]+$")
LATER = re.compile(r"\s+[-–—]\s+|[:：(\t]")
PART = re.compile(r"\s*[,，、·/;&|]\s*|\s+(?:및|와|과|그리고|and)\s+")


@dataclass
class People:
    """노트에 적힌 사람.

    Attributes:
        sure: 틀림없는 이름. 어디에 있든 뺀다.
        unsure: 이름일 수 있는 말. 사람에게 묻는다.
        numbers: 학번.
    """

    sure: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)


class Reader:
    """노트와 파일의 이름을 읽으며 사람을 모은다."""

    def __init__(self, words: Container[str] = ()) -> None:
        """보통 낱말을 기억한다.

        Args:
            words: 사람의 이름이 아니라 보통 낱말인지 아는 것.
        """
        self.words = words
        self.people = People()

    def text(self, text: str) -> None:
        """노트 하나를 읽는다."""
        lines = text.split("\n")
        for line in lines:
            self.line(line)
        for number, line in enumerate(lines):
            if (match := ALONE.match(line)) or ROLES.match(line):
                label = match["label"] if match else ""
                self.below(label, lines[number + 1 :])
        for rows in tables(lines):
            self.table(rows)
        if re.search(r"<t[rdh]\b", text, re.I):
            self.table(html_rows(text))

    def line(self, line: str) -> None:
        """한 줄에 적힌 것."""
        for match in labelled(line):
            self.value(match["label"], NEXT.split(match["value"])[0])
        said = [match["value"] for match in SAID.finditer(line)]
        if match := BARE.match(line):
            names = list(persons(match["value"], whole=True))
            said += [name for name, _ in names] if len(names) == count(match) else []
        for name in said:
            if len(name) > 2:
                self.name(name, sure=True)
        self.people.numbers |= {x["value"] for x in ID_LINE.finditer(line)}
        self.pairs(line)

    def pairs(self, text: str) -> None:
        """나란히 적힌 학번과 이름."""
        for pattern in (NUMBER_THEN_NAME, NAME_THEN_NUMBER):
            for match in pattern.finditer(text):
                name, number = match["name"], match["number"]
                if name not in self.words and not is_dated_noun(number, name):
                    self.name(name, sure=True)
                    self.people.numbers.add(number)

    def file(self, name: str) -> None:
        """파일의 이름. 이름만으로는 확실하지 않다."""
        self.pairs(name)
        for part in re.split(r"[\s_().,/\\-]+", name):
            if len(part) > 2 and re.fullmatch(KOREAN, part):
                self.name(part, sure=False)

    def owner(self, value: str) -> None:
        """속성에 적힌, 쓴 사람."""
        for name, sure in persons(value, whole=False):
            self.name(name, sure=sure, strong=True)

    def value(self, label: str, value: str) -> None:
        """말 곁에 적힌 값. 로마자는 모형이나 논문의 이름일 수 있다."""
        strong = is_strong(label)
        for name, sure in persons(value, whole=not strong):
            if not name.isascii():
                self.name(name, sure=sure, strong=strong)
            elif strong:
                self.name(name, sure=False)

    def name(self, name: str, *, sure: bool, strong: bool = False) -> None:
        """이름 하나를 더한다. 보통 낱말이거나 두 글자면 확실하지 않다."""
        word = not name.isascii() and name in self.words
        if word and not (strong and sure):
            return
        if sure and len(name) > 2 and not word:
            self.people.sure.add(name)
            self.people.unsure.discard(name)
        elif name not in self.people.sure:
            self.people.unsure.add(name)

    def below(self, label: str, lines: list[str]) -> None:
        """말 아래의 목록이나 줄. 빈 줄 다음에는 목록만 이어진다."""
        begun = gap = False
        for line in lines:
            if not line.strip():
                gap = True
                continue
            item = ITEM.match(line)
            rest = line[item.end() :] if item else line.strip()
            found = list(persons(LATER.split(rest)[0], whole=not item))
            if not item and (not found or (gap and begun)):
                return
            for name, sure in found:
                if not name.isascii():
                    self.name(name, sure=sure and bool(label), strong=is_strong(label))
            begun, gap = True, False

    def table(self, rows: list[list[str]]) -> None:
        """표. 머리글 아래의 칸과, 말 오른쪽의 칸을 본다."""
        if not rows:
            return
        people = [n for n, x in enumerate(rows[0]) if HEADER.fullmatch(x)]
        numbers = [n for n, x in enumerate(rows[0]) if NUMBERED.fullmatch(x)]
        for n in people:
            self.column([row[n] for row in rows[1:] if n < len(row)], bool(numbers))
        for row in rows[1:]:
            for n in numbers:
                if n < len(row) and NUMBER.fullmatch(row[n].strip("* ")):
                    self.people.numbers.add(row[n].strip("* "))
        for cell, after in (pair for row in rows for pair in pairwise(row)):
            value = after.strip("* ")
            if NUMBERED.fullmatch(cell) and NUMBER.fullmatch(value):
                self.people.numbers.add(value)
            elif HEADER.fullmatch(cell) and re.fullmatch(rf"(?=...){KOREAN}", value):
                self.value("이름", value)

    def column(self, cells: list[str], numbered: bool) -> None:
        """이름의 칸. 사람이 하나라도 있으면 보통 낱말 같은 것도 묻는다."""
        found = [x for cell in cells for x, _ in persons(cell, whole=True)]
        known = [x for x in found if len(x) > 2 and x not in self.words]
        for name in found:
            if not name.isascii():
                self.name(name, sure=True, strong=numbered or bool(known))


def is_strong(label: str) -> bool:
    """사람에게만 붙이는 말인지 본다."""
    return bool(re.match(rf"(?:{STRONG})", label))


def count(match: re.Match[str]) -> int:
    """값을 이루는 낱말의 수."""
    return len([x for x in re.split(r"[\s,，、·/;&|]+", match["value"]) if x])


def labelled(line: str) -> Iterator[re.Match[str]]:
    """말과 값의 짝. 한 줄에 여럿일 수 있다."""
    at = 0
    while match := LABELLED.search(line, at):
        yield match
        at = match.start("value")


def persons(value: str, *, whole: bool) -> Iterator[tuple[str, bool]]:
    """값에 적힌 이름과 확실한지를 낸다.

    Args:
        value: 「이영희, 박민수」처럼 적힌 것.
        whole: 이름 말고 다른 말이 섞인 조각은 세지 않을지.
    """
    value = re.sub(r"\([^()]*\)|\[[^\[\]]*\]|[*_`\"'@<>]|\d+", " ", value)
    for part in PART.split(value):
        part = part.strip(" .。-–—:")
        if re.fullmatch(LATIN, part):
            yield part, True
            continue
        words = [x for x in part.split() if not re.fullmatch(TITLE, x)]
        names = [x for x in map(named, words) if x]
        if names and len(names) == len(words):
            yield from ((name, True) for name in names)
        elif names and names[0] == named(words[0]) and not whole:
            yield names[0], False


def named(word: str) -> str:
    """직함과 조사를 뗀 이름. 이름의 꼴이 아니면 빈 글이다."""
    for ending in (f"(?:{TITLE}){PARTICLE}", PARTICLE):
        if match := re.fullmatch(rf"(?P<name>{KOREAN}){ending}", word):
            whole = re.fullmatch(KOREAN, word)
            return word if whole else match["name"]
    return ""


def tables(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    """이어진 줄을 칸으로 나눈 표. 세로줄과 탭으로 나눈 것을 읽는다."""
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        mark = next((x for x in "|\t" if x in line.strip()), "")
        if mark:
            if not RULE.match(line):
                cells = line.strip().strip(mark).split(mark)
                rows.append([cell.strip() for cell in cells])
        elif not re.match(r"^\s*\+[-=+]+\s*$", line):
            if len(rows) > 1:
                yield rows
            rows = []


def html_rows(text: str) -> list[list[str]]:
    """HTML로 적은 표의 줄."""
    soup = BeautifulSoup(text, "lxml")
    return [
        [" ".join(cell.get_text().split()) for cell in row.find_all(["td", "th"])]
        for row in soup.find_all("tr")
    ]
