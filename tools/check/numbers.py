"""글에 적은 수가 그 쪽에 실린 출력이나 코드에 있는지 본다."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.check import swaps
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
# 해와 판 번호, 논문 번호, 자료형의 폭, 이름에 든 수, 모양, 날짜, 차례, 인용은
# 측정한 값이 아니다.
NOT_MEASURED = re.compile(
    r"\b(?:19|20)\d{2}(?:년|\b)|\b\d+(?:\.\d+){2,}|arXiv:[\d.]+|\b(?:32|64)비트|"
    r"(?:케라스|Keras|파이썬|Python|버전|판) ?\d+(?:\.\d+)*|"
    r"(?<![\w-])[A-Za-z][A-Za-z0-9_-]*-\d[A-Za-z0-9_-]*|"
    r"\b\d+(?: ?× ?\d+)+\b|\b\d{1,2}월(?: ?\d{1,2}일)?|"
    r"\b24시간|제?\d+(?:번째|주차|쪽|장|절)|\[\d+\]|^ *\d+[.)] |"
    # 쉼표 없이 긴 수와 0으로 시작하는 수는 번호다.
    r"(?<![\d.,])\d{7,}(?![\d.,])|(?<![\d.,])0\d+(?![\d.])"
)
# 지어낸 보기를 드는 문장. 거기 든 수는 잰 것이 아니라 주어진 것이다.
SUPPOSED = re.compile(
    r"예를 들어|예컨대|이를테면|[가-힣](?:이라|라)면|"
    r"\d ?(?:개|명|장|가지|차원|편)(?:라|이라)?면|"
    r"라고 (?:하자|치자|치면)"
)
SENTENCE = re.compile(r"(?<=[다요]\.)\s+")
PERCENT = re.compile(r"(?P<value>\d+(?:\.\d+)?) ?%")
# 잰 값이 아니라고 밝힌 문단. 문단의 바로 아래 줄에 적는다.
GIVEN = re.compile(r"^[ \t]*\{:?[ \t]*\.given[ \t]*\}[ \t]*$")
GIVEN_HINT = (
    "잰 값이 아니라 알려졌거나 셈한 값이면, 문단의 바로 아랫줄에 '{ .given }'을 "
    "적으세요."
)
LABEL = re.compile(r'aria-label="([^"]*)"')


def find(project: Project) -> Iterator[Finding]:
    """한 줄 답이 있는 쪽, 곧 노트를 모두 본다."""
    note = [x for one in project.notes.values() for x in sentences(one.text)]
    for page in project.pages:
        if is_note(project.read(page)):
            yield from find_on_page(project, page, note)


def find_on_page(project: Project, page: Path, note: list[str]) -> Iterator[Finding]:
    """쪽 하나의 글을 줄마다 본다. 출력을 싣지 않은 쪽은 견줄 것이 없다."""
    outputs = [text for name, text in shown(project, page) if name.endswith(".txt")]
    if not outputs:
        return
    known = shown_numbers(project, page)
    percents = {x["value"] for text in outputs for x in PERCENT.finditer(text)}
    given = given_lines(project.lines(page))
    context = [swaps.contexts(text) for text in outputs]
    for number, line in enumerate(prose_lines(project, page), start=1):
        text = squeeze(line)
        for sentence in note:
            text = text.replace(sentence, " ")
        if number in given or text.startswith("#"):
            continue
        place = project.name(page), number
        for value in unknown(text, known):
            yield Finding(
                *place,
                f"글에 적은 수 {value}이(가) 이 쪽의 출력에 없습니다.",
                "출력에 나온 값으로 고치거나, 코드가 그 수를 출력하게 하세요. "
                + GIVEN_HINT,
            )
        for match in PERCENT.finditer(text):
            ratio = match["value"].startswith("0.") and match["value"] in known
            if ratio and match["value"] not in percents:
                yield Finding(
                    *place,
                    f"출력에는 비율 {match['value']}인데 글에는 '%'를 붙였습니다.",
                    f"'%'를 빼거나 '{float(match['value']) * 100:g}%'로 고치세요. "
                    + GIVEN_HINT,
                )
        for one, other in swaps.swapped(text, context):
            yield Finding(
                *place,
                f"수 {one}과(와) {other}이(가) 출력과 서로 바뀐 것 같습니다.",
                "출력에서 그 말과 같은 줄에 있는 값을 적으세요. " + GIVEN_HINT,
            )


def unknown(text: str, known: set[str]) -> Iterator[str]:
    """글 한 줄에서 출력에 없는 수. 지어낸 보기의 수와 그것으로 셈한 수는 뺀다."""
    supposed: list[float] = []
    for sentence in SENTENCE.split(NOT_MEASURED.sub(" ", text)):
        found = list(NUMBER.finditer(sentence))
        if SUPPOSED.search(sentence):
            supposed += [plain(x) for x in re.findall(r"\d[\d,]*(?:\.\d+)?", sentence)]
            continue
        for match in found:
            percent = sentence[match.end() :].lstrip().startswith("%")
            if match[0].replace(",", "") in known:
                continue
            if not (percent and is_share(match[0], supposed)):
                yield match[0]


def plain(number: str) -> float:
    """쉼표가 든 수를 읽는다."""
    return float(number.replace(",", ""))


def is_share(percent: str, supposed: list[float]) -> bool:
    """보기로 든 두 수의 몫이나 그 나머지를 백분율로 적은 것인지 본다."""
    digits = len(percent.partition(".")[2])
    shares = [
        share
        for part in supposed
        for whole in supposed
        if 0 < part < whole
        for share in (part / whole, 1 - part / whole)
    ]
    return any(round(x * 100, digits) == float(percent) for x in shares)


def given_lines(lines: list[str]) -> set[int]:
    """잰 값이 아니라고 밝힌 문단의 줄 번호."""
    found: set[int] = set()
    for number, line in enumerate(lines, start=1):
        if GIVEN.match(line):
            while number > 0 and lines[number - 1].strip():
                found.add(number)
                number -= 1
    return found


def shown(project: Project, page: Path) -> Iterator[tuple[str, str]]:
    """쪽에 끼워 넣은 것을 (파일, 글)로 낸다."""
    for embed in embeds(project.read(page)):
        yield embed.file, body(project, embed.file, embed.part)


def shown_numbers(project: Project, page: Path) -> set[str]:
    """쪽에 실린 코드, 출력, 그림 설명의 수를 쉼표 없이 모은다."""
    texts = [line for fence in fences(project.lines(page)) for line in fence.body]
    for file, text in shown(project, page):
        if file.endswith(".svg"):
            texts += LABEL.findall(text)
        elif not file.endswith(".md"):
            texts.append(text)
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", " ".join(texts))
    return {number.replace(",", "") for number in numbers}


def prose_lines(project: Project, page: Path) -> list[str]:
    """링크와 표시를 지운 글을 줄마다 돌려준다."""
    text = readable(content(project.read(page)).replace(CODE_MARK, " "))
    return text.replace("**", "").replace("`", "").split("\n")
