"""원래 노트의 문장이 쪽에 그대로 있는지 본다."""

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tools.check.finding import Finding
from tools.page.markdown import prose
from tools.page.project import Project
from tools.page.note import SENTENCE_END, mended_note, sentences
from tools.page.text import squeeze

MARKS = re.compile(r"\*\*|\{[^{}]*\}|^[ \t]*(?:#+|[-*]|\d+\.)[ \t]+", re.M)
LINK = re.compile(r"\[([^\[\]]*)\]\([^)]*\)")


def find(project: Project) -> Iterator[Finding]:
    """원문을 갖춘 주차를 모두 본다."""
    for folder in sorted(project.tests.glob("week*/source")):
        if not (folder / "note.md").exists():
            continue
        lines = week_lines(project, folder.parent.name)
        text = " ".join(line for *_, line in lines)
        mends = f"tests/{folder.parent.name}/source/mends.toml"
        note = mended_note(folder)
        for sentence in sentences(note):
            if sentence in text:
                continue
            name, number, line = max(
                lines, key=lambda line: closeness(sentence, line[2])
            )
            yield Finding(
                name,
                number,
                f"원래 노트의 문장 「{sentence}」이(가) 사라졌거나 바뀌었습니다.",
                "뜻이 틀린 것이면 문장을 되살리고 바로 아래에 「바로잡음」을 쓰세요. "
                f"오탈자를 고친 것이면 '{mends}' 끝에 {entry(note, sentence, line)}",
            )


def week_lines(project: Project, week: str) -> list[tuple[str, int, str]]:
    """한 주차의 글을 (파일, 줄, 글)로 모은다."""
    return [
        (project.name(page), number, squeeze(LINK.sub(r"\1", MARKS.sub("", line))))
        for page in project.pages
        if page.parent == project.docs / week
        for number, line in enumerate(prose(project.read(page)).split("\n"), start=1)
        if line.strip()
    ]


def closeness(sentence: str, line: str) -> float:
    """문장의 얼마만큼이 이 줄에 남아 있는지 잰다."""
    matcher = SequenceMatcher(None, sentence, line, autojunk=False)
    return matcher.find_longest_match().size / len(sentence)


def entry(note: str, sentence: str, line: str) -> str:
    """그대로 붙일 수 있는 항목을 적는다. 바뀐 곳을 가리지 못하면 적을 것만 말한다."""
    before, after = changed(sentence, line)
    if not before or not after or before not in note:
        return "before, after, why를 함께 적으세요."
    quoted = [json.dumps(text, ensure_ascii=False) for text in (before, after)]
    return (
        "다음 네 줄을 붙이고 why를 알맞게 고치세요.\n[[mend]]\n"
        f'before = {quoted[0]}\nafter = {quoted[1]}\nwhy = "오탈자"'
    )


def changed(sentence: str, line: str) -> tuple[str, str]:
    """바뀐 어절을 앞 어절과 함께 떼어 낸다."""
    near = max(
        SENTENCE_END.split(line),
        key=lambda other: SequenceMatcher(None, sentence, other).ratio(),
    )
    old, new = sentence.split(" "), near.split(" ")
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    spans = [code for code in codes if code[0] != "equal"]
    if not spans:
        return "", ""
    start = max(0, min(spans[0][1], spans[0][3]) - 1)
    if old[:start] != new[:start]:
        start = 0
    return " ".join(old[start : spans[-1][2]]), " ".join(new[start : spans[-1][4]])
