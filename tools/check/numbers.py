"""글에 적은 수가 그 쪽에 실린 출력이나 코드에 있는지 본다."""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from tools.check import counts, quiz, swaps
from tools.check.embeds import body
from tools.check.named_numbers import NOT_MEASURED
from tools.finding import Finding
from tools.page.admonitions import is_note
from tools.page.embeds import embeds
from tools.page.headings import headings
from tools.page.markdown import CODE_MARK, content, fences, readable
from tools.page.note import sentences
from tools.page.project import Project
from tools.page.questions import questions
from tools.page.text import squeeze

# 두 자리가 넘는 정수와 소수. 이보다 작은 정수는 '레이블 2개'처럼 글의 일부다.
NUMBER = re.compile(
    r"(?<![A-Za-z\d_.,])\d{1,3}(?:,\d{3})+(?![\d,])|\d+\.\d+(?!\.?\d)|"
    r"(?<![A-Za-z\d_.,])\d{2,}"
)
# 「10<sup>6</sup>」처럼 거듭제곱이나 아래 첨자를 단 수. 코드는 이렇게 출력하지 못한다.
SCRIPTED = re.compile(r"[\d.]*\d\s*<(?P<tag>su[bp])>[^<\n]*</(?P=tag)>")
FACTS = Path(__file__).with_name("facts.toml")
# 지어낸 보기를 드는 문장. 거기 든 어림수는 잰 것이 아니라 주어진 것이다.
SUPPOSED = re.compile(r"[가-힣](?:이라|라)면|라고 (?:하자|치자|치면)")
# 「20개면」의 20처럼, 그 값이라고 치는 수 하나.
IF = re.compile(r" ?[가-힣]{0,3}면(?![가-힣])")
SENTENCE = re.compile(r"(?<=[다요]\.)\s+")
PERCENT = re.compile(r"(?P<value>\d+(?:\.\d+)?) ?%")
# 잰 값이 아니라고 밝힌 문단. 문단의 바로 아래 줄에 적는다.
GIVEN = re.compile(r"^[ \t]*\{:?[ \t]*\.given[ \t]*\}[ \t]*$")
GIVEN_HINT = (
    "잰 값이 아니라 알려졌거나 셈한 값이면, 문단의 바로 아랫줄에 '{ .given }'을 "
    "적으세요. 절이 모두 그러면 제목의 중괄호에 '.given'을 더하세요."
)
# 「epochs=20」처럼 코드에 적는 값. 쪽의 코드에 없는 이름이면 견줄 것이 없다.
SETTING = re.compile(r"\b([A-Za-z_]\w*) ?= ?\d")
SET = re.compile(r"\b(?P<name>[A-Za-z_]\w*)=\d[\d,]*(?:\.\d+)?(?:e-?\d+)?")
SECTION = 2  # 절을 여는 제목의 단계
LABEL = re.compile(r'aria-label="([^"]*)"')
ANY = re.compile(r"\d[\d,]*(?:\.\d+)?")


def find(project: Project) -> Iterator[Finding]:
    """한 줄 답이 있는 쪽, 곧 노트와, 출력을 실은 쪽을 모두 본다."""
    note = tuple(x for one in project.notes.values() for x in sentences(one.text))
    for page in project.pages:
        text = project.read(page)
        if is_note(text) or shows_output(text):
            yield from find_on_page(project, page, note)


def shows_output(text: str) -> bool:
    """코드의 출력을 끼워 넣은 쪽인지 답한다."""
    return any(one.file.endswith(".txt") for one in embeds(text))


def find_on_page(
    project: Project, page: Path, note: Sequence[str]
) -> Iterator[Finding]:
    """쪽 하나의 글을 줄마다 본다. 출력을 싣지 않은 쪽은 견줄 것이 없다."""
    pieces = tuple(shown(project, page))
    if any(name.endswith(".txt") for name, _ in pieces):
        for line, *told in faults(project.read(page), pieces, tuple(note)):
            yield Finding(project.name(page), line, *told)


@cache
def faults(
    text: str, pieces: tuple[tuple[str, str], ...], note: tuple[str, ...]
) -> list[tuple[int, str, str]]:
    """쪽의 글과 거기 실린 것을 견주어 (줄, 틀린 것, 고치는 법)을 찾는다."""
    own = own_code(text)
    return [
        (number, problem, f"{mend} {GIVEN_HINT}")
        for number, line in measured_lines(text, note)
        for problem, mend in line_faults(line, own, pieces)
    ]


@cache
def line_faults(
    line: str, own: str, pieces: tuple[tuple[str, str], ...]
) -> list[tuple[str, str]]:
    """한 줄의 잘못. 같은 쪽의 같은 줄은 다시 보지 않는다."""
    return list(wrong_numbers(line, Shown.of(own, pieces)))


@dataclass(frozen=True)
class Shown:
    """쪽에 실린 수.

    Attributes:
        known: 코드, 출력, 그림의 설명에 나온 수.
        percents: 출력에 백분율로 나온 수.
        outputs: 출력의 글.
        names: 코드와 출력에서 「이름=수」로 적은 이름.
        contexts: 출력마다, 수와 한 줄에 있는 말.
    """

    known: frozenset[str]
    percents: frozenset[str]
    outputs: Sequence[str]
    names: frozenset[str]
    contexts: Sequence[swaps.Context]

    @classmethod
    @cache
    def of(cls, own: str, pieces: tuple[tuple[str, str], ...]) -> Self:
        """쪽에 손으로 적은 것과 끼워 넣은 것에서 모은다."""
        outputs = [body for name, body in pieces if name.endswith(".txt")]
        percents = {x["value"] for body in outputs for x in PERCENT.finditer(body)}
        return cls(
            frozenset(numbers_in(own, pieces)),
            frozenset(percents),
            outputs,
            frozenset(SETTING.findall("\n".join([own, *(x for _, x in pieces)]))),
            [swaps.contexts(body) for body in outputs],
        )


def measured_lines(text: str, note: Sequence[str]) -> Iterator[tuple[int, str]]:
    """제목, 원문의 문장, 잰 값이 아니라고 밝힌 문단을 뺀 줄."""
    given = given_lines(text.split("\n")) | given_sections(text) | bare_sections(text)
    given |= wrong_choices(text)
    for number, line in enumerate(plain_lines(text), start=1):
        line = squeeze(line)
        if number in given or line.startswith("#"):
            continue
        for sentence in note:
            line = line.replace(sentence, " ")
        yield number, line


def wrong_numbers(line: str, shown: Shown) -> Iterator[tuple[str, str]]:
    """글 한 줄에서 출력과 어긋난 수를 (틀린 것, 고치는 법)으로 찾는다."""
    line = SET.sub(lambda x: x[0] if x["name"] in shown.names else x["name"], line)
    if values := dict.fromkeys(unknown(line, shown.known)):
        yield (
            f"글에 적은 수 {', '.join(values)}이(가) 이 쪽의 출력에 없습니다.",
            "출력에 나온 값으로 고치거나, 코드가 그 수를 출력하게 하세요.",
        )
    for match in PERCENT.finditer(line):
        ratio = match["value"].startswith("0.") and match["value"] in shown.known
        if ratio and match["value"] not in shown.percents:
            yield (
                f"출력에는 비율 {match['value']}인데 글에는 '%'를 붙였습니다.",
                f"'%'를 빼거나 '{float(match['value']) * 100:g}%'로 고치세요.",
            )
    pairs = [*swaps.swapped(line, shown.contexts)]
    pairs = pairs or [*swaps.misplaced(line, shown.outputs)]
    pairs = pairs or [*swaps.exchanged(line, shown.outputs)]
    for one, other in pairs or swaps.crossed(line, shown.outputs):
        yield (
            f"수 {one}과(와) {other}이(가) 출력과 서로 바뀐 것 같습니다.",
            "출력에서 그 말과 같은 줄에 있는 값을 적으세요.",
        )
    for noun, digit, values in counts.parted(line, shown.outputs):
        yield (
            f"'{noun} {digit}'이(가) 출력과 다릅니다. 출력에는 {values}입니다.",
            "출력에 나온 값으로 고치세요.",
        )


def unknown(text: str, known: Collection[str]) -> Iterator[str]:
    """글 한 줄에서 출력에 없는 수. 지어낸 보기의 수와 그것으로 셈한 수는 뺀다."""
    supposed: list[str] = []
    known_facts = facts_of(text)
    for sentence in SENTENCE.split(NOT_MEASURED.sub(" ", text)):
        everything = [match[0] for match in ANY.finditer(sentence)]
        example = SUPPOSED.search(sentence)
        if example:
            supposed += everything
        for match in NUMBER.finditer(sentence):
            if match[0].replace(",", "") in known:
                continue
            after = sentence[match.end() :]
            others = [x for x in everything if x != match[0]]
            if int_of(match[0]) in known_facts or is_constant(match[0], text):
                continue
            if is_round(match[0]) and (example or IF.match(after)):
                continue
            if is_power(match[0], others):
                continue
            if not (after.lstrip().startswith("%") and is_share(match[0], supposed)):
                yield match[0]


@cache
def facts() -> list[dict]:
    """재지 않아도 아는 수를 읽는다."""
    return tomllib.loads(FACTS.read_text(encoding="utf-8"))["fact"]


def facts_of(line: str) -> set[int]:
    """이 줄에 이름이 나온 것의 알려진 수."""
    return {
        number
        for fact in facts()
        if re.search(fact["names"], line, re.I)
        for number in fact.get("numbers", ())
    }


def is_constant(number: str, line: str) -> bool:
    """이 줄에 이름이 나온 상수를 반올림하거나 자른 값인지 본다."""
    digits = len(number.partition(".")[2])
    return digits > 0 and any(
        number in (f"{value:.{digits}f}", f"{value:.15f}"[: len(number)])
        for fact in facts()
        for value in fact.get("constants", ())
        if re.search(fact["names"], line, re.I)
    )


def int_of(number: str) -> int | None:
    """쉼표가 든 정수를 읽는다. 소수면 None이다."""
    return None if "." in number else int(number.replace(",", ""))


def is_round(number: str) -> bool:
    """「10,000」이나 「12」처럼 보기로 들 만한 어림수인지 본다."""
    return len(number.replace(",", "").replace(".", "").strip("0")) <= 2


def is_power(number: str, others: Sequence[str]) -> bool:
    """곁에 적은 정수만큼 2를 곱한 수인지 본다. 조합의 수가 그렇다."""
    powers = {2 ** int(x) for x in others if x.isdigit() and 4 <= int(x) <= 64}
    return "." not in number and int(number.replace(",", "")) in powers


def plain(number: str) -> float:
    """쉼표가 든 수를 읽는다."""
    return float(number.replace(",", ""))


def is_share(percent: str, supposed: Sequence[str]) -> bool:
    """보기로 든 두 수의 몫이나 그 나머지를 백분율로 적은 것인지 본다."""
    digits = len(percent.partition(".")[2])
    values = [plain(x) for x in supposed]
    shares = [
        share
        for part in values
        for whole in values
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


def wrong_choices(text: str) -> set[int]:
    """고르는 문제에서 틀린 보기를 여는 줄의 번호. 출력과 다른 수를 적으라고 있다."""
    return {
        choice.box.line
        for question in questions(text)
        for choice in question.choices
        if not choice.right
    }


def given_sections(text: str) -> set[int]:
    """제목에서 잰 값이 아니라고 밝힌 절의 줄 번호."""
    found: set[int] = set()
    marks = headings(text)
    for index, heading in enumerate(marks):
        if ".given" in heading.classes:
            after = (x.line for x in marks[index + 1 :] if x.level <= heading.level)
            end = next(after, text.count("\n") + 2)
            found |= set(range(heading.line, end))
    return found


def bare_sections(text: str) -> set[int]:
    """코드도 출력도 싣지 않아 견줄 것이 없는 절의 줄 번호. 문제의 답은 늘 견준다."""
    shown_at = {one.line for one in embeds(text) if not one.file.endswith(".md")}
    starts = [x for x in headings(text) if x.level <= SECTION]
    ends = [*(x.line for x in starts[1:]), text.count("\n") + 2]
    sections = [
        range(heading.line, end)
        for heading, end in zip(starts, ends, strict=True)
        if heading.level == SECTION and heading.id != quiz.ID
    ]
    return {line for lines in sections if not shown_at & set(lines) for line in lines}


def shown(project: Project, page: Path) -> Iterator[tuple[str, str]]:
    """쪽에 끼워 넣은 것을 (파일, 글)로 낸다."""
    for embed in embeds(project.read(page)):
        yield embed.file, body(project, embed.file, embed.part)


def shown_numbers(project: Project, page: Path) -> set[str]:
    """쪽에 실린 코드, 출력, 그림 설명의 수를 쉼표 없이 모은다."""
    return numbers_in(own_code(project.read(page)), shown(project, page))


def own_code(text: str) -> str:
    """쪽에 손으로 적은 코드 상자와, 견줄 것이 없는 절의 글."""
    texts = [line for fence in fences(text.split("\n")) for line in fence.body]
    lines = plain_lines(text)
    texts += [lines[number - 1] for number in sorted(bare_sections(text))]
    return "\n".join(texts)


def numbers_in(own: str, pieces: Iterable[tuple[str, str]]) -> set[str]:
    """손으로 적은 것과 끼워 넣은 것의 수를 쉼표 없이 모은다."""
    texts = [own]
    for file, body_text in pieces:
        if file.endswith(".svg"):
            texts += LABEL.findall(body_text)
        elif not file.endswith(".md"):
            texts.append(body_text)
    return {number.replace(",", "") for number in ANY.findall(" ".join(texts))}


def plain_lines(text: str) -> list[str]:
    """링크와 표시를 지운 글을 줄마다 돌려준다."""
    text = SCRIPTED.sub(" ", content(text).replace(CODE_MARK, " "))
    text = readable(text)
    return text.replace("**", "").replace("`", "").split("\n")
