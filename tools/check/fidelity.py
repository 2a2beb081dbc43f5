"""원래 노트의 문장이 쪽에 그대로 있는지 본다."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby
from pathlib import Path

from tools.check.minor_edits import is_negated, is_typo
from tools.check.note_blocks import Shown
from tools.finding import Finding
from tools.page.admonitions import admonitions
from tools.page.markdown import shown_lines
from tools.page.note import SENTENCE_END, Sentence, located, things
from tools.page.project import Project
from tools.page.text import squeeze

# 이렇게 끝나면 문장이다. 다른 것은 제목이나 앞머리다.
ENDINGS = (".", "?", "!", "다", "음", "함")
# 이보다 덜 닮았으면 고친 것이 아니라 지우거나 새로 쓴 것이다.
SAME_SENTENCE = 0.6
# 덩이를 알릴 때 보일 첫머리의 글자 수.
LONGEST_QUOTE = 40
FIX = "`python -m tools check --fix`가 대신 적어 줍니다. 손으로 적으려면 "
RESTORE = (
    "문장을 되살리세요. 뜻이 틀린 것이면 되살린 문장의 바로 아래에 "
    "「바로잡음」을 쓰세요."
)


@dataclass(frozen=True)
class Line:
    """쪽의 한 줄."""

    page: str
    number: int
    text: str


@dataclass(frozen=True)
class Mend:
    """원문의 한 자리를 쪽의 글로 바꾸는 항목."""

    before: str
    after: str

    def __str__(self) -> str:
        """mends.toml에 붙일 네 줄."""
        before, after = (
            json.dumps(text, ensure_ascii=False) for text in (self.before, self.after)
        )
        return f'[[mend]]\nbefore = {before}\nafter = {after}\nwhy = "오탈자"'


def find(project: Project) -> Iterator[Finding]:
    """원문을 갖춘 주차를 모두 본다."""
    for path in project.files:
        note = path.with_name("note.md")
        if path.match("week*/source/mends.toml") and not project.has(note):
            yield Finding(
                project.name(path),
                1,
                f"원문 '{project.name(note)}'이(가) 없습니다.",
                "지운 원문을 되살리세요. 주차를 없애려면 이 파일도 지우세요.",
            )
    for folder, note in project.notes.items():
        yield from note.problems
        week = Week(project, folder)
        if not week.lines:
            yield Finding(
                f"{week.source}/note.md",
                1,
                "이 원문을 다룬 쪽이 하나도 없습니다.",
                f"docs/{folder.parent.name}에 쪽을 만들거나 원문을 지우세요.",
            )
            continue
        for lost in week.lost(note.text):
            yield week.finding(note.text, lost)
        yield from week.lost_things(note.text)


def typos(project: Project) -> Iterator[tuple[Path, Mend]]:
    """쪽에서만 고친 오탈자를 (원문의 폴더, 적을 항목)으로 찾는다."""
    for folder, note in project.notes.items():
        week = Week(project, folder)
        if note.problems or not week.lines:
            continue
        for lost in week.lost(note.text):
            if mend := week.typo(note.text, lost):
                yield folder, mend


class Week:
    """주차 하나의 쪽과 원문을 견준다."""

    def __init__(self, project: Project, folder: Path) -> None:
        """쪽의 글을 모은다."""
        self.source = project.name(folder)
        pages = [
            page
            for page in project.pages
            if page.parent == project.docs / folder.parent.name
        ]
        self.shown = Shown(project, pages)
        self.lines = [
            Line(project.name(page), number, text)
            for page in pages
            for number, text in squeezed_lines(project.read(page))
        ]
        self.text = " ".join(line.text for line in self.lines)

    def lost(self, note: str) -> list[list[Sentence]]:
        """쪽에 없는 문장을, 원문의 한 줄에서 잇따른 것끼리 묶는다."""
        groups = groupby(located(note), lambda x: (x.line, self.keeps(x.text)))
        return [list(group) for (_, kept), group in groups if not kept]

    def lost_things(self, note: str) -> Iterator[Finding]:
        """쪽에 없는 코드, 수식, 그림, 표의 행을 알린다."""
        for block in things(note):
            if not self.shown.keeps(block):
                first = squeeze(block.text)[:LONGEST_QUOTE]
                yield Finding(
                    f"{self.source}/note.md",
                    block.line,
                    f"원래 노트의 {block.kind} 「{first}」이(가) 쪽에서 사라졌거나 "
                    "바뀌었습니다.",
                    "쪽에 되살리세요. 고친 것이면 고치기 전과 뒤를 "
                    f"'{self.source}/mends.toml'에 적으세요.",
                )

    def keeps(self, text: str) -> bool:
        """쪽에 그 글이 있는지 본다. 제목과 앞머리는 줄이나 문장의 처음이어야 한다."""
        if text.endswith(ENDINGS):
            return text in self.text
        start = bare_start(text)
        return any(
            bare_start(piece).startswith(start)
            for line in self.lines
            for piece in SENTENCE_END.split(line.text)
        )

    def finding(self, note: str, lost: list[Sentence]) -> Finding:
        """사라지거나 바뀐 문장을 알린다."""
        sentence = " ".join(one.text for one in lost)
        beside = self.beside(note, lost)
        near, line = self.nearest(sentence, beside.page, len(lost))
        typo = self.typo(note, lost)
        if likeness(sentence, near) < SAME_SENTENCE:
            return Finding(
                beside.page,
                beside.number,
                f"원래 노트의 문장 「{sentence}」이(가) 지워졌거나 많이 바뀌었습니다.",
                RESTORE,
            )
        if is_negated(sentence, near):
            return Finding(
                line.page,
                line.number,
                f"원래 노트의 문장 「{sentence}」의 뜻이 뒤집혔을 수 있습니다.",
                RESTORE,
            )
        mend = self.proposal(note, lost[0].line, sentence, near)
        told = (
            f"다음 네 줄을 붙이고 why를 알맞게 고치세요.\n{mend}"
            if mend
            else "before, after, why를 함께 적으세요."
        )
        return Finding(
            line.page,
            line.number,
            f"원래 노트의 문장 「{sentence}」이(가) 사라졌거나 바뀌었습니다.",
            "뜻이 틀린 것이면 문장을 되살리고 바로 아래에 「바로잡음」을 쓰세요. "
            f"오탈자를 고친 것이면 {FIX if typo else ''}"
            f"'{self.source}/mends.toml' 끝에 {told}",
            fixable=typo is not None,
        )

    def typo(self, note: str, lost: list[Sentence]) -> Mend | None:
        """뜻을 바꾸지 않은 고침이면 그것을 적을 항목. 아니면 None이다."""
        sentence = " ".join(one.text for one in lost)
        near, _ = self.nearest(sentence, self.beside(note, lost).page, len(lost))
        if not is_typo(sentence, near):
            return None
        return self.proposal(note, lost[0].line, sentence, near)

    def beside(self, note: str, lost: list[Sentence]) -> Line:
        """문장이 있던 쪽에서, 원문에서 가장 가까운 다른 문장이 있는 줄."""
        everything = located(note)
        first, last = everything.index(lost[0]), everything.index(lost[-1])
        by_distance = sorted(
            (n for n in range(len(everything)) if not first <= n <= last),
            key=lambda n: first - n if n < first else n - last,
        )
        for number in by_distance:
            holders = [x for x in self.lines if everything[number].text in x.text]
            if len(holders) == 1:
                return holders[0]
        return Line(f"{self.source}/note.md", lost[0].line, "")

    def nearest(self, sentence: str, page: str, count: int) -> tuple[str, Line]:
        """쪽에서 문장과 가장 닮은 글과 그 줄. 쪽이 비었으면 빈 글이다."""
        candidates = [("", Line(page, 1, ""))] + [
            (window, line)
            for line in self.lines
            if line.page == page
            for window in windows(line.text, count + 1)
        ]
        return max(candidates, key=lambda x: likeness(sentence, x[0]))

    def proposal(self, note: str, line: int, sentence: str, near: str) -> Mend | None:
        """알린 대로 붙이면 통과하는 항목. 만들 수 없으면 None이다."""
        before, after = changed(sentence, near)
        start = sum(len(x) + 1 for x in note.split("\n")[: line - 1])
        whole = note.find(sentence, start)
        at = note.find(before, max(start, whole)) if before else -1
        if at < 0:
            return None
        left, right = widened(note, at, at + len(before))
        end = at + len(before)
        mend = Mend(note[left:right], note[left:at] + after + note[end:right])
        told = {x.text for group in self.lost(note) for x in group}
        mended = note[:at] + after + note[end:]
        rest = {x.text for group in self.lost(mended) for x in group}
        return mend if rest < told else None


def bare_start(line: str) -> str:
    """제목과 목록의 표시를 뗀 줄."""
    return line.lstrip(">#-*0123456789. ")


@cache
def squeezed_lines(text: str) -> list[tuple[int, str]]:
    """쪽의 줄마다 읽는 사람에게 보일 글. 빈 줄은 빼고, 상자는 제목만 남긴다."""
    titles = {box.line: box.title for box in admonitions(text)}
    lines = enumerate(shown_lines(text), start=1)
    shown = ((number, titles.get(number, line)) for number, line in lines)
    return [(number, squeeze(line)) for number, line in shown if line.strip()]


def windows(line: str, longest: int) -> Iterator[str]:
    """한 줄에서 잇따른 문장을 `longest`개까지 이어 붙인 것을 모두 만든다."""
    pieces = SENTENCE_END.split(line)
    for start in range(len(pieces)):
        for end in range(start + 1, min(start + longest, len(pieces)) + 1):
            yield " ".join(pieces[start:end])


def likeness(one: str, other: str) -> float:
    """두 글이 얼마나 닮았는지 0에서 1로 잰다."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
    if any(bound() < SAME_SENTENCE for bound in bounds):
        return 0.0  # 닮지 않은 것이 분명하면 오래 걸리는 셈을 하지 않는다
    return matcher.ratio()


def changed(sentence: str, near: str) -> tuple[str, str]:
    """바뀐 어절을 앞 어절과 함께 떼어 낸다."""
    old, new = sentence.split(" "), near.split(" ")
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    spans = [code for code in codes if code[0] != "equal"]
    if not spans:
        return "", ""
    start = max(0, spans[0][1] - 1)
    before_end, after_end = spans[-1][2], spans[-1][4]
    if before_end == 0:  # 맨 앞에 더하기만 했으면 뒤 어절에 붙인다
        before_end, after_end = 1, after_end + 1
    return " ".join(old[start:before_end]), " ".join(new[start:after_end])


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """글에 한 번만 나올 때까지 앞뒤로 한 어절씩 넓힌다."""
    right = False
    while text.count(text[start:end]) > 1 and (start > 0 or end < len(text)):
        if right or start == 0:
            blanks = len(text[end:]) - len(text[end:].lstrip())
            word = text[end + blanks :].split(maxsplit=1)
            end += blanks + len(word[0]) if word else len(text[end:])
        else:
            head = text[:start].rstrip()
            word = head.split()
            start = len(head) - len(word[-1]) if word else 0
        right = not right
    return start, end
