"""노트가 해라체로만 적혔는지 본다. 안내하는 글은 해요체라서 보지 않는다."""

import re
from collections.abc import Iterator
from functools import cache

from korean_search.hangul import final, is_syllable
from tools.finding import Finding
from tools.page.admonitions import is_note
from tools.page.markdown import prose
from tools.page.project import Project

END = r"(?=[.?!](?:\s|$))"
# 마침표를 빠뜨린 줄의 끝도 본다. 「…요」는 「필요」 같은 명사와 겹쳐 보지 않는다.
FORMAL = re.compile(rf"(?P<word>[가-힣]+)니(?:다|까)(?:{END}|(?=\s*$))")
POLITE = re.compile(rf"[가-힣]+(?<![필중수주개])요{END}")
QUOTED = re.compile(r"「[^「」]*」|“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"")
BIEUP = 17  # 「합니다」의 ㅂ 받침
MEND = "'…다'로 끝맺으세요. 예: 중요합니다 → 중요하다"


def find(project: Project) -> Iterator[Finding]:
    """노트의 글을 줄마다 본다."""
    for page in project.pages:
        if is_note(project.read(page)):
            for line, word in polite(project.read(page)):
                problem = f"노트는 해라체로 적는데 '{word}'(으)로 높였습니다."
                yield Finding(project.name(page), line, problem, MEND)


@cache
def polite(text: str) -> list[tuple[int, str]]:
    """높인 말끝을 (줄, 낱말)로 찾는다. 따온 말은 보지 않는다."""
    return [
        (number, word)
        for number, line in enumerate(prose(text).split("\n"), start=1)
        for word in endings(QUOTED.sub(" ", line))
    ]


def endings(line: str) -> Iterator[str]:
    """한 줄에서 「…ㅂ니다」와 「…요」로 끝난 낱말."""
    for match in FORMAL.finditer(line):
        last = match["word"][-1]
        if is_syllable(last) and final(last) == BIEUP:
            yield match[0]
    yield from POLITE.findall(line)
