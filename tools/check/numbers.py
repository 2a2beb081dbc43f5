"""글에 적은 수가 그 쪽에 실린 출력이나 코드에 있는지 본다."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.check.embeds import body
from tools.finding import Finding
from tools.page.admonitions import is_note
from tools.page.embeds import embeds
from tools.page.markdown import CODE_MARK, content, fences, readable
from tools.page.note import sentences
from tools.page.project import Project
from tools.page.text import squeeze

# 두 자리가 넘는 정수와 소수. 이보다 작은 정수는 '레이블 2개'처럼 글의 일부다.
NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,])|\d+\.\d+(?!\.?\d)|(?<![\w.,])\d{2,}"
)
# 해와 판 번호, 논문 번호, 자료형의 폭은 측정한 값이 아니다.
NOT_MEASURED = re.compile(
    r"\b(?:19|20)\d{2}(?:년|\b)|\b\d+(?:\.\d+){2,}|arXiv:[\d.]+|\b(?:32|64)비트|"
    r"(?:케라스|Keras|파이썬|Python|버전|판) ?\d+(?:\.\d+)*|"
    # 쉼표 없이 긴 수와 0으로 시작하는 수는 번호다.
    r"(?<![\d.,])\d{7,}(?![\d.,])|(?<![\d.,])0\d+(?![\d.])"
)
LABEL = re.compile(r'aria-label="([^"]*)"')


def find(project: Project) -> Iterator[Finding]:
    """한 줄 답이 있는 쪽, 곧 노트를 모두 본다."""
    note = [x for one in project.notes.values() for x in sentences(one.text)]
    for page in project.pages:
        if is_note(project.read(page)):
            yield from find_on_page(project, page, note)


def find_on_page(project: Project, page: Path, note: list[str]) -> Iterator[Finding]:
    """쪽 하나의 글을 줄마다 본다."""
    known = shown_numbers(project, page)
    for number, line in enumerate(prose_lines(project, page), start=1):
        text = squeeze(line)
        for sentence in note:
            text = text.replace(sentence, " ")
        for value in NUMBER.findall(NOT_MEASURED.sub(" ", text)):
            if value.replace(",", "") not in known:
                yield Finding(
                    project.name(page),
                    number,
                    f"글에 적은 수 {value}이(가) 이 쪽의 출력에 없습니다.",
                    "출력에 나온 값으로 고치거나, 코드가 그 수를 출력하게 하세요.",
                )


def shown_numbers(project: Project, page: Path) -> set[str]:
    """쪽에 실린 코드, 출력, 그림 설명의 수를 쉼표 없이 모은다."""
    shown = [line for fence in fences(project.lines(page)) for line in fence.body]
    for embed in embeds(project.read(page)):
        text = body(project, embed.file, embed.part)
        if embed.file.endswith(".svg"):
            shown += LABEL.findall(text)
        elif not embed.file.endswith(".md"):
            shown.append(text)
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", " ".join(shown))
    return {number.replace(",", "") for number in numbers}


def prose_lines(project: Project, page: Path) -> list[str]:
    """링크와 표시를 지운 글을 줄마다 돌려준다."""
    text = readable(content(project.read(page)).replace(CODE_MARK, " "))
    return text.replace("**", "").replace("`", "").split("\n")
