"""노트에서 바뀐 덩이를 쪽에 옮긴다. 사람이 고친 자리는 그대로 두고 곁에 둔다."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from tools.finding import Finding
from tools.page.project import Project
from tools.week.importing.build import Week, write_code
from tools.week.importing.canonical import Chunk
from tools.week.importing.code import Tried, first_test
from tools.week.importing.pages import SOURCES, Names, Page, Todo, with_boxes
from tools.week.importing.placing import ADDRESS, Finder, Place, title_of
from tools.week.importing.plan import Topic
from tools.week.make import read, write

SHOWN = 60
OWN_NAME = re.compile(r"code_\d+")
BOTH = (
    "사람이 고친 자리인데 노트도 바뀌어서, 바뀐 글을 가까이에 더했습니다. 견주어 "
    "하나로 만드세요."
)
KEPT = "노트에서 지운 글입니다. 사람이 고친 자리여서 쪽에는 두었으니 지울지 보세요."
NEW_PAGE = (
    "노트에 새로 생긴 제목이라 쪽을 만들었습니다. 다른 쪽과 겹치는 글과 번호를 보세요."
)
GONE_PAGE = "노트에서 이 쪽의 제목을 지웠습니다. 쪽을 지울지, 앞 쪽과 합칠지 정하세요."
RENUMBER = "제목이 바뀌었습니다. 차례와 첫 화면의 이름도 맞는지 보세요."


@dataclass
class Piece(Chunk):
    """원문에서 읽은 덩이. `line`은 원문의 줄이다."""

    line: int = 0


@dataclass(frozen=True, eq=False)
class Change:
    """노트에서 바뀐 덩이 하나.

    Attributes:
        before: 바뀌기 전. 새로 생긴 것이면 None이다.
        after: 바뀐 것. 없앤 것이면 None이다.
    """

    before: Piece | None
    after: Piece | None

    def __str__(self) -> str:
        """앞뒤를 두 줄로 적는다."""
        rows = [("-", self.before), ("+", self.after)]
        return "\n".join(f"  {sign} {shown(x)}" for sign, x in rows if x)


@dataclass(frozen=True)
class Fresh:
    """새 노트의 덩이를 쪽에 적은 것.

    Attributes:
        lines: 쪽의 줄.
        todos: 이 덩이에서 사람이 볼 것을 (갈래, 할 일)로.
        snippet: 코드 파일의 이름. 없으면 빈 글이다.
        tried: 돌려 본 것.
    """

    lines: list[str]
    todos: list[tuple[str, str]] = field(default_factory=list)
    snippet: str = ""
    tried: Tried | None = None


def shown(chunk: Chunk) -> str:
    """덩이의 첫머리."""
    flat = " ".join(chunk.text.split())
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


class Merger:
    """한 주의 쪽에 바뀐 덩이를 위에서 아래로 옮긴다."""

    def __init__(self, stage: Path, week: Week, pieces: Sequence[Piece]) -> None:
        """새 노트의 덩이를 기억한다.

        Args:
            stage: 저장소의 사본.
            week: 새 노트에서 읽고 쪽까지 적어 본 한 주.
            pieces: 새 원문의 덩이.
        """
        self.stage = stage
        self.week = week
        self.pieces = list(pieces)
        self.todos: list[Todo] = []
        self.pending: list[tuple[Path, list[str], str, str]] = []
        self.carried: list[Piece] = []

    def carry_all(self, found: Sequence[Change]) -> None:
        """바뀐 것을 모두 옮긴다."""
        new = [x for x in self.week.topics if not (self.stage / x.file).is_file()]
        new = [x for x in new if not self.stands(x.topic)]
        for names in new:
            self.add_page(names)
        self.carried += [x.after for x in found if x.after]
        made = [x.file for x in new]
        waiting = [x for x in found if not self.is_on(x.after, made)]
        new_ones = [x for x in waiting if x.before is None]
        known = [x for x in waiting if x.before]
        edited = [x for x in known if x.after and not self.find(x.before)]
        for change in [x for x in known if x not in edited] + new_ones:
            self.carry(change)
        for change in edited:  # 이웃을 다 옮긴 다음이라야 자리를 안다
            self.beside(change.after)
        for names in self.week.topics:
            self.week.sync_reference(self.stage, names)

    def is_on(self, piece: Piece | None, files: Sequence[str]) -> bool:
        """덩이가 그 쪽들 가운데 하나에 실리는지 본다."""
        names = self.names(piece) if piece else None
        return names is not None and names.file in files

    def written(self) -> Iterator[tuple[Names, Page]]:
        """쪽의 이름과, 새 노트로 적어 본 쪽."""
        return zip(self.week.topics, self.week.pages, strict=True)

    def stands(self, topic: Topic) -> bool:
        """주제의 글이 이미 어느 쪽에 있는지 본다. 사람이 쪽의 이름을 바꾸기도 한다."""
        return any(self.find(x) for x in self.pieces if self.topic(x) is topic)

    def topic(self, piece: Piece) -> Topic | None:
        """덩이가 든 주제."""
        place = self.week.at(piece.line)
        return place[0] if place else None

    def names(self, piece: Piece) -> Names | None:
        """덩이가 실릴 쪽. 쪽의 제목이면 그 쪽이다."""
        for names in self.week.topics:
            if names.topic is self.topic(piece):
                return names
            if piece.level and piece.title == names.heading:
                return names
        return None

    def add_page(self, names: Names) -> None:
        """새 쪽을 적고 차례와 첫 화면에 올린다."""
        page = {x.file: y for x, y in self.written()}[names.file]
        for name in page.snippets:
            page.text = page.text.replace(name, self.free(name))
        for name, tried in page.snippets.items():
            write_code(self.stage, self.free(name), tried)
        write(self.stage / names.file, page.text)
        self.week.enlist_page(self.stage, names, page)
        self.todos += [Todo("쪽", names.file, 1, NEW_PAGE), *page.todos]

    def carry(self, change: Change) -> None:
        """바뀐 덩이 하나를 옮긴다."""
        at = self.find(change.before) if change.before else None
        if change.after is None:
            self.remove(change, at)
        elif change.before is None:
            self.insert(change.after)
        elif at is None:
            self.beside(change.after)
        elif title_of(change.before) and title_of(change.after):
            self.retitle(change, *at)
        else:
            self.replace(change.after, *at)

    def find(self, piece: Piece) -> tuple[Path, Place] | None:
        """덩이가 있는 쪽과 자리. 한 곳이 아니면 None이다."""
        project = Project(self.stage)
        pages = project.under(self.stage / f"docs/week{self.week.number}", ".md")
        found = [
            (x, place) for x in pages if (place := Finder(project, x).place(piece))
        ]
        return found[0] if len(found) == 1 else None

    def fresh(self, piece: Piece) -> Fresh:
        """덩이를 새로 적은 것. 제목과 코드는 쪽을 적을 때의 꼴을 가져온다."""
        place = self.week.at(piece.line)
        plain = Fresh(with_boxes(piece.text).split("\n"))
        if place is None:
            names = self.names(piece)
            address = f" {{ #{names.topic.address} .given }}" if names else ""
            return Fresh([f"## {piece.title}{address}"]) if piece.level else plain
        topic, number = place
        page = next(y for x, y in self.written() if x.topic is topic)
        start, end = page.spans[number]
        todos = [(x.group, x.what) for x in page.todos if start <= x.line <= end]
        if piece.kind != "fence" and not title_of(piece):
            return Fresh(plain.lines, todos)
        lines = "\n".join(page.text.split("\n")[start - 1 : end]).strip("\n")
        name = next((x for x in page.snippets if f'"{x}.py:' in lines), "")
        tried = page.snippets.get(name)
        return Fresh(lines.split("\n"), todos, name, tried)

    def insert(self, piece: Piece, *, below: bool = False) -> bool:
        """새 덩이를 이웃의 곁에 넣는다. 넣을 자리가 없으면 거짓이다."""
        where = self.neighbour(piece, below=below)
        if where is None:
            self.tell_note(piece, "쪽에 넣을 자리를 찾지 못했습니다. 쪽에도 적으세요.")
            return False
        page, at = where
        made = self.with_code(self.fresh(piece), "")
        lines = read(page).split("\n")
        lines[at:at] = ["", *made.lines, ""]
        self.save(page, lines)
        self.tell(page, made)
        return True

    def neighbour(self, piece: Piece, *, below: bool) -> tuple[Path, int] | None:
        """새 덩이가 들어갈 쪽과 줄. 바로 위의 덩이 다음이 먼저다."""
        at = next(n for n, x in enumerate(self.pieces) if x.line == piece.line)
        names = self.names(piece)
        same = [x for x in self.pieces if self.names(x) is not None]
        same = [x for x in same if self.names(x).file == (names and names.file)]
        above = [x for x in same if x.line < self.pieces[at].line][::-1]
        after = [x for x in same if x.line > self.pieces[at].line]
        if not below:
            for one in above:
                if found := self.find(one):
                    page, place = found
                    head = one.level and names and one.title == names.heading
                    return page, self.after_head(page) if head else place.end
        for one in after:
            if found := self.find(one):
                return found[0], found[1].start
        page = self.stage / names.file if names else None
        if page is None or not page.is_file():
            return None
        lines = read(page).split("\n")
        ends = [n for n, x in enumerate(lines) if x.startswith(SOURCES)]
        return page, ends[0] if ends else len(lines)

    def after_head(self, page: Path) -> int:
        """쪽의 머리 다음 줄. 첫 소제목의 앞이고, 「노트」면 그 다음이다."""
        lines = read(page).split("\n")
        heads = [n for n, x in enumerate(lines) if x.startswith("## ")]
        if not heads:
            return len(lines)
        return heads[0] + 1 if "{ #note " in lines[heads[0]] else heads[0]

    def beside(self, piece: Piece) -> None:
        """사람이 고친 자리의 아래에 바뀐 덩이를 더한다."""
        if self.find(piece):
            return
        if self.insert(piece, below=True):
            page, _ = self.find(piece) or (self.stage / self.week.source, None)
            self.pending.append((page, self.fresh(piece).lines, "쪽", BOTH))

    def replace(self, piece: Piece, page: Path, place: Place) -> None:
        """손대지 않은 덩이를 바뀐 것으로 갈음한다."""
        if place.snippet and not self.is_untouched(place.snippet):
            self.beside(piece)
            return
        made = self.with_code(self.fresh(piece), place.snippet)
        lines = read(page).split("\n")
        lines[place.start : place.end] = made.lines
        self.save(page, lines)
        self.tell(page, made)

    def remove(self, change: Change, at: tuple[Path, Place] | None) -> None:
        """노트에서 없앤 덩이를 쪽에서도 뺀다."""
        found = at or self.alike(change.before)
        if found is None:
            return  # 사람이 이미 지웠다
        page, place = found
        what = f"{KEPT} 「{shown(change.before)}」"
        if self.is_page_title(page, place):
            self.point(page, place.start, GONE_PAGE)
            return
        if at is None or (place.snippet and not self.is_untouched(place.snippet)):
            self.point(page, place.start, what)
            return
        if place.snippet:
            self.drop_code(place.snippet)
        lines = read(page).split("\n")
        del lines[place.start : place.end]
        self.save(page, lines)

    def alike(self, piece: Piece) -> tuple[Path, Place] | None:
        """사람이 고친 덩이가 있을 만한 줄."""
        wanted = with_boxes(piece.text).split("\n")[0]
        project = Project(self.stage)
        for page in project.under(self.stage / f"docs/week{self.week.number}", ".md"):
            lines = project.read(page).split("\n")
            if near := get_close_matches(wanted, lines, n=1):
                at = lines.index(near[0])
                return page, Place(at, at + 1)
        return None

    def point(self, page: Path, at: int, what: str) -> None:
        """쪽의 줄을 가리키는 할 일. 줄은 다 옮긴 다음에 센다."""
        self.pending.append((page, [read(page).split("\n")[at]], "쪽", what))

    def is_page_title(self, page: Path, place: Place) -> bool:
        """쪽의 제목인지 본다."""
        return read(page).split("\n")[place.start].startswith("# ")

    def retitle(self, change: Change, page: Path, place: Place) -> None:
        """제목의 글만 바꾼다. 주소는 그대로다."""
        lines = read(page).split("\n")
        line = lines[place.start]
        old, new = title_of(change.before), title_of(change.after)
        address = ADDRESS.search(line)
        mark = line.partition(" ")[0]
        lines[place.start] = f"{mark} {new}{address[0] if address else ''}"
        if mark == "#":
            lines = [
                x.replace(old, new) if x.startswith("title:") else x for x in lines
            ]
            index = page.with_name("index.md")
            text = read(index).replace(f"[{old}]({page.name})", f"[{new}]({page.name})")
            write(index, text)
        self.save(page, lines)
        if mark == "#":
            self.point(page, place.start, RENUMBER)

    def with_code(self, made: Fresh, old: str) -> Fresh:
        """코드 파일을 쓰고, 그 이름을 적은 것으로 바꾼다. 앞의 파일은 이어 쓴다."""
        if not made.snippet:
            if old:
                self.drop_code(old)
            return made
        name = old or self.free(made.snippet)
        write_code(self.stage, name, made.tried)
        lines = [x.replace(made.snippet, name) for x in made.lines]
        own, given = (x.rpartition("/")[2] for x in (made.snippet, name))
        todos = [(group, what.replace(own, given)) for group, what in made.todos]
        return Fresh(lines, [] if old else todos, name, made.tried)

    def free(self, name: str) -> str:
        """아직 쓰지 않은 코드 파일의 이름."""
        folder = name.rpartition("/")[0]
        numbers = (f"{folder}/code_{n}" for n in range(1, 1000))
        return next(
            x for x in numbers if not (self.stage / f"snippets/{x}.py").exists()
        )

    def is_untouched(self, name: str) -> bool:
        """사람이 이름도 시험도 바꾸지 않은 코드인지 본다."""
        folder, _, module = name.rpartition("/")
        test = self.stage / f"tests/{folder}/test_{module}.py"
        same = test.is_file() and read(test) == first_test(name)
        return bool(OWN_NAME.fullmatch(module)) and same

    def drop_code(self, name: str) -> None:
        """쪽에서 뺀 코드의 파일을 지운다."""
        folder, _, module = name.rpartition("/")
        for file in (
            f"snippets/{name}.py",
            f"snippets/{name}.txt",
            f"tests/{folder}/test_{module}.py",
        ):
            (self.stage / file).unlink(missing_ok=True)

    def save(self, page: Path, lines: Sequence[str]) -> None:
        """잇따른 빈 줄을 하나로 모아 쓴다."""
        write(page, re.sub(r"\n{3,}", "\n\n", "\n".join(lines).rstrip("\n")) + "\n")

    def named(self, page: Path) -> str:
        """저장소에서 본 이름."""
        return page.relative_to(self.stage).as_posix()

    def tell(self, page: Path, made: Fresh) -> None:
        """옮긴 덩이에서 사람이 볼 것을 적어 둔다. 줄은 다 옮긴 다음에 센다."""
        self.pending += [(page, made.lines, *one) for one in made.todos]

    def tell_note(self, piece: Piece, what: str) -> None:
        """원문의 줄을 가리키는 할 일."""
        what = f"{what} 「{shown(piece)}」"
        self.todos.append(Todo("쪽", f"{self.week.source}/note.md", piece.line, what))

    def resolved(self) -> list[Todo]:
        """다 옮긴 쪽에서 줄을 센 할 일."""
        found = list(self.todos)
        for page, wanted, group, what in self.pending:
            lines = read(page).split("\n") if page.is_file() else []
            line = next(sublists(lines, wanted), 0) + 1
            found.append(Todo(group, self.named(page), line, what))
        return found

    def touched(self, finding: Finding) -> Iterator[tuple[int, int]]:
        """이번에 옮긴 덩이 가운데 걸린 줄이 든 것의 자리."""
        for piece in self.carried:
            at = self.find(piece)
            if at is None or self.named(at[0]) != finding.file:
                continue
            if at[1].start < finding.line <= at[1].end:
                yield from self.holders(piece.line)

    def holders(self, line: int) -> Iterator[tuple[int, int]]:
        """원문의 그 줄이 든 덩이의 자리. 이번에 옮긴 것만 든다."""
        place = self.week.at(line)
        moved = [self.week.at(x.line) for x in self.carried]
        if place and place in moved:
            yield self.week.plan.topics.index(place[0]), place[1]

    def chunk_places(
        self, problems: Mapping[tuple[int, int], str]
    ) -> list[tuple[Topic, int, str]]:
        """글 상자에 담을 덩이를 (주제, 차례, 까닭)으로."""
        topics = self.week.plan.topics
        return [(topics[x], n, why) for (x, n), why in problems.items()]


def sublists(lines: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """잇따른 줄이 시작하는 자리."""
    size = len(wanted)
    starts = range(len(lines) - size + 1)
    return (n for n in starts if [*lines[n : n + size]] == [*wanted])
