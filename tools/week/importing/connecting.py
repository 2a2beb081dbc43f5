"""노트끼리 가리키던 링크를 새 쪽의 주소로 잇는다."""

import re

from tools.week.importing.linking import NOTE
from tools.week.importing.plan import Plan

LINK = re.compile(rf"\[(?P<text>[^\n]*?)\]\({NOTE}(?P<number>\d+)\)")


def connect(plan: Plan) -> None:
    """쪽의 주소가 모두 정해진 계획에서, 덩이에 든 링크를 바꾼다.

    쪽이 되지 못한 노트를 가리키면 글만 남는다.
    """
    addresses = pages(plan)
    for topic in plan.topics:
        own = topic.address

        def link(match: re.Match[str], own: str = own) -> str:
            address = addresses.get(int(match["number"]))
            if address in (None, own):
                return match["text"]
            return f"[{match['text']}]({address}.md)"

        for chunk in topic.chunks:
            chunk.text = LINK.sub(link, chunk.text)


def pages(plan: Plan) -> dict[int, str]:
    """노트의 번호에서, 그 노트가 시작하는 쪽의 주소로."""
    found: dict[int, str] = {}
    address = ""
    for topic in plan.topics:
        address = address if topic.join else topic.address
        found.setdefault(topic.place[0], address)
        for chunk in topic.chunks:
            found.setdefault(chunk.place[0], address)
    return found
