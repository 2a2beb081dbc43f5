"""노트에서 잘못 적은 것으로 보이는 곳을, 바로 쓸 수 있는 고침으로 찾는다."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from korean_search.analysis import Analyzer, Token
from korean_search.hangul import final
from tools.check.dependent_nouns import stuck
from tools.check.korean import (
    AFTER_BRACKET,
    AFTER_DIGIT,
    AFTER_LATIN,
    FORMS,
    right_particle,
    rules,
)
from tools.data.glossary import Entry
from tools.page.blocks import ITEM, PROSE, blocks
from tools.page.markdown import inline

SPELLING, SPACING, TERM, STYLE = "오탈자", "띄어쓰기", "용어 통일", "문체를 맞춤"
STOP, PARTICLE = "빠진 마침표", "조사"
TOLD = re.compile(r"^'(?P<text>[^']+)'")
HANGUL = re.compile(r"[가-힣]")
ENDING = re.compile(r"[가-힣]다$")
BRACKET = re.compile(r"[가-힣]+ \((?=[A-Za-z])")
SUFFIX = rf"(?P<particle>{FORMS}|의|에|도|에서|에게|들|별로|만|까지|부터)?(?![가-힣])"
ADVERBS = {"오래", "안"}
# 앞말과 한 낱말이 되기도 하는 움직씨.
LIGHT = {"되", "하"}
# 이보다 짧으면 문장이 아니라 이름이나 갈래일 수 있다.
SHORTEST_PARAGRAPH = 40
NIEUN = 4  # 받침 ㄴ의 차례


@dataclass(frozen=True, order=True)
class Mend:
    """고칠 곳 하나. `line`은 원문의 줄이다."""

    line: int
    before: str
    after: str
    why: str


class Spelling:
    """노트 한 줄씩에서 고칠 곳을 찾는다."""

    def __init__(self, entries: Iterable[Entry], analyzer: Analyzer) -> None:
        """용어의 바른 표기와 형태소 분석기를 기억한다.

        Args:
            entries: 용어집의 용어.
            analyzer: 용어를 한 낱말로 아는 분석기.
        """
        self.analyzer = analyzer
        self.spaced: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        for entry in entries:
            self.learn(entry)

    def learn(self, entry: Entry) -> None:
        """용어 하나의 띄어쓰기와, 다르게 적은 이름을 기억한다."""
        if HANGUL.search(entry.name):
            self.spaced[entry.name.replace(" ", "")] = entry.name
            for _, name in entry.named:
                # 여러 어절의 이름은 뜻이 조금 다른 말일 때가 많다.
                single = re.fullmatch("[가-힣]{2,}", name)
                if single and name not in (*entry.ambiguous, *entry.name.split()):
                    self.renamed[name] = entry.name

    def mends(self, note: str) -> list[Mend]:
        """노트에서 고칠 곳. 같은 고침은 처음 나온 줄만 든다."""
        found: dict[tuple[str, str], Mend] = {}
        for block in blocks(note):
            if block.kind in PROSE:
                for before, after, why in self.in_line(block.text):
                    if before != after and before in block.text:
                        mend = Mend(block.line, before, after, why)
                        found.setdefault((before, after), mend)
        return sorted(found.values())

    def in_line(self, line: str) -> Iterator[tuple[str, str, str]]:
        """한 줄의 고칠 곳을 (고치기 전, 뒤, 까닭)으로 찾는다."""
        yield from by_rules(line)
        yield from self.terms(line)
        text = inline(line)
        (tokens,) = self.analyzer.tokenize([text])
        if not ITEM.match(line) and len(line) > SHORTEST_PARAGRAPH:
            yield from stop(line)
        yield from endings(text, tokens)
        yield from spacing(text, tokens)

    def terms(self, line: str) -> Iterator[tuple[str, str, str]]:
        """용어집과 다르게 띄어 썼거나 다른 이름으로 적은 용어."""
        for name in dict.fromkeys(self.spaced.values()):
            for match in re.finditer(loosely(name), line):
                if match[0] != name:
                    yield match[0], name, SPACING
        for name, right in self.renamed.items():
            if name in right:
                continue
            pattern = rf"(?<![가-힣A-Za-z]){re.escape(name)}{SUFFIX}"
            for match in re.finditer(pattern, line):
                yield match[0], right + particle_after(right, match["particle"]), TERM


def particle_after(word: str, particle: str | None) -> str:
    """낱말 뒤에 맞게 바꾼 조사."""
    if not particle or particle not in FORMS.split("|"):
        return particle or ""
    return right_particle(word, particle) or particle


def loosely(name: str) -> str:
    """띄어쓰기를 가리지 않고 찾는 정규 표현식."""
    flat = name.replace(" ", "")
    return r"(?<![가-힣])" + r"\s?".join(map(re.escape, flat))


def by_rules(line: str) -> Iterator[tuple[str, str, str]]:
    """글 검사가 이미 아는 틀린 말. 고친 말이 하나로 정해지는 것만 든다."""
    for rule in rules()["spelling"]:
        for match in re.finditer(rule["find"], line):
            if "(" not in rule["instead"]:
                yield match[0], match.expand(rule["instead"]), SPELLING
    for pattern in (AFTER_BRACKET, AFTER_LATIN, AFTER_DIGIT):
        for match in pattern.finditer(line):
            if right := right_particle(match["word"], match["particle"]):
                whole = match[0]
                yield whole, whole[: -len(match["particle"])] + right, PARTICLE
    for told, mend in stuck(line):
        before, after = TOLD.match(told)["text"], TOLD.match(mend)["text"]
        yield before, after, SPACING


def stop(line: str) -> Iterator[tuple[str, str, str]]:
    """문단의 끝에서 빠뜨린 마침표."""
    words = line.rstrip("*").split(" ")
    if ENDING.search(words[-1]) and len(words) > 3:
        last = " ".join(words[-2:])
        yield last, f"{last}.", STOP


def endings(text: str, tokens: list[Token]) -> Iterator[tuple[str, str, str]]:
    """말이 되지 않는 끝과, 다르게 맺은 끝.

    「지원힌다」, 「도와다」처럼 이을 수 없는 것과, 「용이함.」처럼 이름꼴로 맺은 것.
    """
    for place, (one, other) in enumerate(pairwise(tokens)):
        word = word_at(text, other.start)
        if (one.form, one.tag, other.tag) == ("히", "XSM", "EF"):
            yield word, word.replace("힌", "한").replace("히", "하"), SPELLING
        elif (one.form, one.tag, other.form) == ("어", "EC", "다"):
            stem = tokens[place - 1]
            if stem.tag.startswith("VV") and other.tag == "EF":
                head = text[: stem.start].rpartition(" ")[2]
                yield word, head + present(stem.form), SPELLING
        elif one.tag == "ETN" and other.tag == "SF" and one.form == "ᆷ":
            base = tokens[place - 1]
            if word.endswith("함") and base.tag[:2] in ("VA", "XS"):
                plain = "한다" if base.tag == "XSV" else "하다"
                yield f"{word}.", f"{word[:-1]}{plain}.", STYLE


def present(stem: str) -> str:
    """움직씨의 줄기를 「…는다」, 「…ㄴ다」로 맺는다."""
    if final(stem[-1]):
        return f"{stem}는다"
    return stem[:-1] + chr(ord(stem[-1]) + NIEUN) + "다"


def spacing(text: str, tokens: list[Token]) -> Iterator[tuple[str, str, str]]:
    """붙이거나 띄어 쓴 것. 형태소의 갈래가 뚜렷한 것만 든다."""
    for one, other in pairwise(tokens):
        touching = one.start + one.len == other.start
        gap = text[one.start + one.len : other.start] == " "
        word = word_at(text, other.start)
        at = other.start - (text.rfind(" ", 0, other.start) + 1)
        if touching and is_apart(one, other) and 0 < at < len(word):
            yield word, f"{word[:at]} {word[at:]}", SPACING
        elif gap and is_joined(one, other):
            before = text[: other.start - 1].rpartition(" ")[2]
            yield f"{before} {word}", f"{before}{word}", SPACING
    for match in BRACKET.finditer(text):
        yield match[0], match[0].replace(" (", "("), SPACING


def is_apart(one: Token, other: Token) -> bool:
    """띄어 써야 하는 두 형태소인지 본다."""
    listing = one.tag.startswith("NN") and (other.form, other.tag) == ("등", "NNB")
    verb = other.tag.startswith("VV") and other.form not in LIGHT
    adverb = one.tag == "MAG" and verb and one.form in ADVERBS
    return listing or adverb


def is_joined(one: Token, other: Token) -> bool:
    """붙여 써야 하는 두 형태소인지 본다."""
    noun = one.tag.startswith(("NN", "XSN")) or one.tag == "SL"
    than = other.form == "보다" and other.tag == "JKB"
    return noun and (than or other.tag == "VCP")


def word_at(text: str, place: int) -> str:
    """자리에 있는 어절. 끝의 문장 부호는 뺀다."""
    start = text.rfind(" ", 0, place) + 1
    end = text.find(" ", place)
    return text[start : end if end >= 0 else len(text)].rstrip(".,!?")
