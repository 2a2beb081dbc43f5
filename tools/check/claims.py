"""쪽의 문장과 그 근거(docs/week*/claims.yml)가 서로 어긋나지 않는지 본다."""

import ast
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from tools.check.minor_edits import is_typo
from tools.data.claims import NAME, Claim, Kind, Reader
from tools.finding import Finding
from tools.page.markdown import shown_lines
from tools.page.project import Project
from tools.page.text import squeeze

SENTENCE_END = re.compile(r"(?<=[.?!]) ")
# 이만큼 닮은 문장은 낱말을 고친 같은 문장이다.
SAME = 0.8


def find(project: Project) -> Iterator[Finding]:
    """근거의 잘못을 모두 찾는다."""
    for reader, claims in read(project):
        yield from reader.problems
        for claim in claims:
            yield from find_unsaid(project, claim)
            if claim.kind is Kind.RUN:
                yield from find_unproved(project, claim)
            elif claim.kind is Kind.SOURCE and not claim.evidence.startswith("http"):
                yield Finding(
                    claim.file,
                    claim.line,
                    f"출처 '{claim.evidence}'이(가) 주소가 아닙니다.",
                    "원문의 https:// 주소를 적으세요.",
                )


def read(project: Project) -> Iterator[tuple[Reader, list[Claim]]]:
    """주차마다 적힌 것을 읽는다."""
    for file, path in project.weekly(NAME):
        reader = Reader(file, project.sources.__contains__)
        yield reader, reader.collect(project.read(path))


def find_unsaid(project: Project, claim: Claim) -> Iterator[Finding]:
    """쪽에 없거나 링크를 달 수 없는 문장을 찾는다."""
    if "$" in claim.sentence:
        yield Finding(
            claim.file,
            claim.line,
            "수식이 든 문장에는 근거를 달 수 없습니다.",
            f"'docs/{claim.page}'에서 그 수식을 `beta_1` 같은 코드나 말로 바꾸고, "
            "여기에도 바꾼 문장을 적으세요.",
        )
        return
    text = project.read(project.docs / claim.page)
    if claim.sentence not in said(text):
        near = nearest(text, claim.sentence)
        yield Finding(
            claim.file,
            claim.line,
            f"이 문장이 'docs/{claim.page}'에 없습니다.",
            f"쪽의 지금 문장 「{near}」(으)로 바꾸고 근거가 아직 맞는지 보세요."
            if near
            else "쪽의 지금 문장으로 고치거나, 문장이 사라졌으면 이 항목을 지우세요.",
            fixable=is_respelled(claim.sentence, near),
        )


@cache
def said(text: str) -> str:
    """쪽에 보이는 글을 한 줄로 이은 것."""
    return squeeze(" ".join(shown_lines(text)))


@cache
def nearest(text: str, sentence: str) -> str:
    """쪽에서 이 문장과 가장 닮은 문장. 닮은 것이 없으면 빈 글이다."""
    scored = (
        (SequenceMatcher(None, one, sentence).ratio(), one)
        for line in shown_lines(text)
        for one in SENTENCE_END.split(squeeze(line))
    )
    score, one = max(scored, default=(0.0, ""))
    return one if score >= SAME else ""


def is_respelled(before: str, after: str) -> bool:
    """빈칸이나 낱자 하나만 다른지 본다. 글자를 더하거나 뺐으면 사람이 보아야 한다."""
    lengths = {len("".join(sentence.split())) for sentence in (before, after)}
    return len(lengths) == 1 and is_typo(before, after)


def find_unproved(project: Project, claim: Claim) -> Iterator[Finding]:
    """없는 코드와 시험을 찾는다."""
    place = claim.file, claim.line
    if not project.has(project.snippets / claim.evidence):
        yield Finding(
            *place,
            f"'snippets/{claim.evidence}'이(가) 없습니다.",
            "week12/optimizers/adaptive_steps.py처럼 snippets에서 본 자리를 적으세요.",
        )
        return
    file = project.root / claim.test_file
    names = functions(project.read(file)) if project.has(file) else frozenset()
    for test in claim.tests:
        if test not in names:
            yield Finding(
                *place,
                f"'{claim.test_file}'에 '{test}'(이)라는 시험이 없습니다.",
                "이 문장을 지키는 시험의 이름으로 고치세요.",
            )


@cache
def functions(code: str) -> frozenset[str]:
    """코드에 있는 함수의 이름. 읽을 수 없는 코드는 다른 검사가 알린다."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return frozenset()
    return frozenset(x.name for x in ast.walk(tree) if isinstance(x, ast.FunctionDef))


def fix(project: Project) -> list[tuple[str, str]]:
    """쪽에서 낱말만 고친 문장을 근거에서도 고친다."""
    mended = []
    for reader, claims in read(project):
        path = project.root / reader.file
        before = text = project.read(path)
        for claim in claims:
            page = project.read(project.docs / claim.page)
            near = nearest(page, claim.sentence)
            if claim.sentence not in said(page) and is_respelled(claim.sentence, near):
                text = text.replace(claim.sentence, near)
        if text != before:
            path.write_text(text, encoding="utf-8", newline="\n")
            mended.append((reader.file, "쪽에서 고친 문장을 근거에서도 고쳤습니다."))
    return mended
