"""계획대로 한 주의 파일을 모두 쓴다. 저장소의 사본에서 부른다."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.week import templates
from tools.week.importing.addresses import is_romanised
from tools.week.importing.code import Tried, first_test
from tools.week.importing.pages import Names, Page, Todo, Writer, inline_formulas
from tools.week.importing.plan import NAME, Plan, Topic, written
from tools.week.insert import (
    add_card_to_home,
    add_page_to_nav,
    add_reference_to_nav,
    add_week_to_home,
    add_week_to_nav,
    quoted,
)
from tools.week.make import read, write

SOUNDS = (
    "주소 '{}'에 소리대로 옮긴 말이 있습니다. 올리기 전에 뜻을 담은 영어로 바꾸려면 "
    f"{NAME}의 address를 고쳐 처음부터 옮기세요."
)
NO_CODE = "아직 시험한 코드가 없다.\n"


@dataclass
class Week:
    """옮길 한 주.

    Attributes:
        number: 몇 주차인지.
        plan: 쪽으로 나눈 계획.
        images: 새 주소에서 그림의 바이트로.
        hidden: 검색과 첫 화면에서 뺄지.
        propose: (제목, 이미 쓴 주소)에서 주소를 짓는 함수.
        attempt: (코드, 앞에서 돌아간 코드)를 돌려 보는 함수.
        pages: 적은 쪽.
    """

    number: int
    plan: Plan
    images: Mapping[str, bytes]
    propose: Callable[[str, Collection[str]], str]
    attempt: Callable[[str, Sequence[str]], Tried]
    hidden: bool = False
    pages: list[Page] = field(default_factory=list)

    @property
    def topics(self) -> list[Names]:
        """쪽마다의 이름. 번호는 1부터 이어진다."""
        kept = [topic for topic in self.plan.topics if not topic.join]
        return [
            Names(self.number, number, topic, self.hidden)
            for number, topic in enumerate(kept, start=1)
        ]

    @property
    def source(self) -> str:
        """원문이 든 폴더."""
        return f"tests/week{self.number}/source"

    @property
    def note(self) -> str:
        """원문으로 남길 글. 쪽이 된 제목에는 번호를 이어 매긴다."""
        return "\n\n".join(text for _, text in self.note_parts) + "\n"

    @property
    def note_parts(self) -> list[tuple[tuple[Topic, int] | None, str]]:
        """원문의 덩이를 (쪽과 그 안의 차례, 글)로 낸다. 제목은 None과 함께다."""
        parts: list[tuple[tuple[Topic, int] | None, str]] = []
        if self.plan.title:
            parts.append((None, f"# {self.plan.title}"))
        for names in self.topics:
            if names.topic.heading:
                parts.append((None, f"## {names.heading}"))
            parts += [
                ((names.topic, number), chunk.text)
                for number, chunk in enumerate(names.topic.chunks)
            ]
        return parts

    def at(self, line: int) -> tuple[Topic, int] | None:
        """원문의 줄이 든 덩이. 쪽의 제목이면 None이다."""
        last = 0
        for place, text in self.note_parts:
            last += text.count("\n") + 2
            if line < last:
                return place
        return None

    def write(self, root: Path) -> None:
        """저장소의 사본에 모든 파일을 쓴다."""
        self.compose()
        for names, page in zip(self.topics, self.pages, strict=True):
            write(root / names.file, page.text)
            for name, tried in page.snippets.items():
                write_code(root, name, tried)
        self.write_images(root)
        write(root / self.source / "note.md", self.note)
        self.write_plan(root)
        self.write_overview(root)
        self.enlist(root)

    def compose(self) -> None:
        """쪽의 글을 모두 적어 둔다. 파일은 쓰지 않는다."""
        self.pages = [
            Writer(names, self.attempt, self.propose).write() for names in self.topics
        ]

    def write_images(self, root: Path) -> None:
        """그림을 쓴다."""
        for address, content in self.images.items():
            file = root / f"docs/week{self.number}" / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def write_plan(self, root: Path) -> None:
        """쪽으로 나눈 계획을 쓴다."""
        write(root / self.source / NAME, written(self.plan))

    def write_overview(self, root: Path) -> None:
        """주차의 첫 쪽과 코드 설명서를 쓴다."""
        names = {"week": str(self.number)}
        folder = root / f"docs/week{self.number}"
        index = templates.WEEK_INDEX.substitute(names)
        reference = templates.REFERENCE.substitute(names)
        if self.plan.title:
            index = index.replace(
                f"# {self.number}주차 정리 노트 {{",
                f"# {shown_title(self.plan.title)} {{",
            )
        for one, page in zip(self.topics, self.pages, strict=True):
            entry = self.entry(one)
            index += templates.WEEK_INDEX_ENTRY.substitute(entry)
            if page.snippets:
                reference += templates.REFERENCE_ENTRY.substitute(entry)
                self.write_reference(root, one)
        if not any(page.snippets for page in self.pages):
            reference += NO_CODE
        write(folder / "index.md", hidden(index) if self.hidden else index)
        write(folder / "reference.md", reference)

    def entry(self, one: Names) -> dict[str, str]:
        """쪽 하나를 틀에 적을 때 쓰는 이름."""
        label = f"{one.number}. {one.topic.label}"
        return {
            "week": str(self.number),
            "topic": one.topic.address,
            "title": inline_formulas(one.heading).replace("[", "").replace("]", ""),
            "module": one.topic.address.replace("-", "_"),
            "label": label,
            "quoted_reference": quoted(f"{label} 코드 설명서"),
        }

    def reference_page(self, root: Path, one: Names) -> Path:
        """쪽의 코드를 설명하는 파일."""
        folder = root / f"docs/week{self.number}/reference"
        return folder / f"{one.topic.address}.md"

    def write_reference(self, root: Path, one: Names) -> None:
        """쪽 하나의 코드 설명서를 쓴다."""
        text = templates.REFERENCE_PAGE.substitute(self.entry(one))
        write(self.reference_page(root, one), text)

    def enlist_page(self, root: Path, one: Names, page: Page) -> None:
        """이미 있는 주차에 새 쪽 하나를 올린다."""
        index = root / f"docs/week{self.number}/index.md"
        entry = templates.WEEK_INDEX_ENTRY.substitute(self.entry(one))
        write(index, read(index).rstrip("\n") + f"\n{entry}")
        config, home = root / "mkdocs.yml", root / "docs/index.md"
        write(config, self.with_nav(read(config), one, page))
        write(home, self.with_card(read(home), one))
        if page.snippets:
            self.write_reference(root, one)
            self.add_reference_entry(root, one)

    def add_reference_entry(self, root: Path, one: Names) -> None:
        """주차의 코드 설명서에 쪽 하나를 올린다."""
        file = root / f"docs/week{self.number}/reference.md"
        entry = templates.REFERENCE_ENTRY.substitute(self.entry(one))
        write(file, read(file).replace(NO_CODE, "").rstrip("\n") + f"\n{entry}")

    def sync_reference(self, root: Path, one: Names) -> None:
        """쪽의 코드가 새로 생겼거나 모두 없어졌으면 코드 설명서도 맞춘다."""
        file = self.reference_page(root, one)
        has_code = any((root / "snippets" / one.folder).glob("*.py"))
        if has_code == file.is_file() or not (root / one.file).is_file():
            return
        config = root / "mkdocs.yml"
        address = f"week{self.number}/reference/{one.topic.address}.md"
        if has_code:
            label = quoted(f"{one.number}. {one.topic.label} 코드")
            write(config, add_reference_to_nav(read(config), label, address))
            self.write_reference(root, one)
            self.add_reference_entry(root, one)
        else:
            file.unlink()
            write(config, without_line(read(config), address))
            listed = root / f"docs/week{self.number}/reference.md"
            entry = f"(reference/{one.topic.address}.md){{ #{one.topic.address} }}"
            text = without_line(read(listed), entry)
            write(listed, text if "](reference/" in text else f"{text}{NO_CODE}")

    def with_nav(self, config: str, one: Names, page: Page) -> str:
        """차례에 쪽 하나를 더한 설정."""
        label = f"{one.number}. {one.topic.label}"
        config = add_page_to_nav(config, self.number, label, one.topic.address)
        if page.snippets:
            return config
        address = f"week{self.number}/reference/{one.topic.address}.md"
        return without_line(config, address)  # 설명할 코드가 없다

    def with_card(self, home: str, one: Names) -> str:
        """첫 화면에 쪽의 카드를 더한 글. 숨기는 주차면 그대로다."""
        if self.hidden:
            return home
        card = templates.HOME_CARD.substitute(self.entry(one))
        return add_card_to_home(home, self.number, card)

    def enlist(self, root: Path) -> None:
        """차례와 첫 화면에 올린다. 숨기는 주차는 첫 화면에 올리지 않는다."""
        config, home = read(root / "mkdocs.yml"), read(root / "docs/index.md")
        names = {"week": str(self.number)}
        config = add_week_to_nav(config, self.number)
        if not self.hidden:
            entry = templates.HOME_ENTRY.substitute(names)
            home = add_week_to_home(home, self.number, entry)
        for one, page in zip(self.topics, self.pages, strict=True):
            config = self.with_nav(config, one, page)
            home = self.with_card(home, one)
        write(root / "mkdocs.yml", config)
        write(root / "docs/index.md", home)

    def todos(self, root: Path) -> list[Todo]:
        """쪽을 적으며 생긴, 사람이 정할 것."""
        found = [todo for page in self.pages for todo in page.todos]
        found += [
            Todo("쪽", one.file, 1, SOUNDS.format(one.topic.address))
            for one in self.topics
            if is_romanised(one.topic.title, one.topic.address)
        ]
        if not self.hidden:
            found += [
                Todo("쪽", "docs/index.md", number, "카드에 알아낸 것을 적으세요.")
                for number, line in enumerate(
                    read(root / "docs/index.md").split("\n"), start=1
                )
                if line.startswith("여기에 ")
            ]
        return found


def without_line(text: str, ending: str) -> str:
    """그렇게 끝나는 줄을 뺀 글."""
    return "\n".join(x for x in text.split("\n") if not x.endswith(ending))


def hidden(index: str) -> str:
    """검색에서 뺀 첫 쪽."""
    return index.replace("search:\n  boost: 0.5\n", "search:\n  exclude: true\n")


def shown_title(title: str) -> str:
    """쪽의 제목으로 적을 노트의 제목."""
    return inline_formulas(title)


def write_code(root: Path, name: str, tried: Tried) -> None:
    """코드와 출력과 첫 시험을 쓴다."""
    folder, _, module = name.rpartition("/")
    write(root / f"snippets/{name}.py", tried.source)
    write(root / f"snippets/{name}.txt", tried.output)
    write(root / f"tests/{folder}/test_{module}.py", first_test(name))
