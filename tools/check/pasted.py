"""대화하는 AI나 검색에서 글과 함께 딸려 온 것을 찾는다."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tools.finding import Finding
from tools.page.markdown import prose
from tools.page.project import Project


class Trace(NamedTuple):
    """딸려 온 것의 꼴과 알릴 말. `problem`의 {}에는 찾은 글이 든다."""

    pattern: re.Pattern[str]
    problem: str
    mend: str


READ = "사람이 읽고 확인한 글만 남기고, 사실이면 출처를 링크로 적으세요."
TRACES = (
    Trace(
        re.compile(
            r":?contentReference\b|\boai_?cit|\bciteturn\d|(?<![A-Za-z])turn\d+[a-z]+\d+"
            r"|【[^】\n]*†[^】\n]*】|\[cite(?:_start|_end)?(?::[\d, ]*)?\]"
            r"|\bfile-?service://|sandbox:/mnt/|</?(?:think|grok)[:>]"
        ),
        "대화하는 AI가 붙인 인용 표시 '{}'이(가) 있습니다.",
        f"표시를 지우세요. {READ}",
    ),
    Trace(
        re.compile(
            r"[?&](?:utm_[a-z]+|fbclid|gclid|msclkid|igshid)=[^\s&#)>\"']*", re.I
        ),
        "주소에 어디에서 왔는지 좇는 꼬리 '{}'이(가) 붙었습니다.",
        "주소에서 '?'나 '&' 다음의 그 꼬리를 지우세요.",
    ),
    Trace(
        re.compile(
            r"^[\s>*#-]*(?:네, )?(?:물론(?:입니다|이죠|이에요|이지요)|알겠습니다"
            r"|좋은 질문(?:입니다|이에요|이네요)|Certainly|Sure|Of course)[!,.]"
            r"|(?:AI|인공지능) ?(?:언어 ?모델|어시스턴트|비서)(?:로서|이므로|이기 때문)"
            r"|(?:더 )?(?:궁금한|필요한) (?:점|것|내용|부분)이 있(?:으시면|으면|다면) "
            r"(?:언제든|말씀|알려|질문)"
            r"|(?:도움이 되|도움 되)(?:었기를|었으면|셨기를|셨길|길) "
            r"|요청하신 (?:대로|내용|글|코드|문장|표)"
            r"|원하시면 .{0,30}(?:드릴게요|드리겠습니다|드릴까요|드릴 수 있)"
            r"|(?:As an AI|I hope this helps|Let me know if)",
            re.M,
        ),
        "대화하는 AI가 묻고 답한 말 '{}'이(가) 남았습니다.",
        f"이 말을 지우세요. {READ}",
    ),
)


@cache
def traces(text: str) -> list[tuple[int, str, str]]:
    """글에 딸려 온 것을 (줄, 틀린 것, 고치는 법)으로 찾는다."""
    return [
        (number, one.problem.format(match[0].strip()), one.mend)
        for number, line in enumerate(prose(text).split("\n"), start=1)
        for one in TRACES
        if (match := one.pattern.search(line))
    ]


def find(project: Project) -> Iterator[Finding]:
    """쪽과 용어집, 개념 지도를 줄마다 본다."""
    for path in [*project.pages, *project.under(project.docs, ".yml")]:
        for told in traces(project.read(path)):
            yield Finding(project.name(path), *told)
