"""원래 노트의 문장이 쪽에 그대로 있는지 본다."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tests.edits.finding import Finding
from tests.edits.markdown import prose
from tests.edits.project import Project
from tests.site.note import mended_note, sentences
from tests.site.text import squeeze

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
        for sentence in sentences(mended_note(folder)):
            if sentence in text:
                continue
            name, number, _ = max(lines, key=lambda line: closeness(sentence, line[2]))
            yield Finding(
                name,
                number,
                f"원래 노트의 문장 「{sentence}」이(가) 사라졌거나 바뀌었습니다.",
                f"문장을 되살리세요. 오탈자를 고친 것이면 '{mends}' 끝에 "
                "before, after, why를 함께 적고, 뜻이 틀린 것이면 문장은 두고 "
                "바로 아래에 「바로잡음」을 쓰세요.",
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
