"""쪽을 읽는 데 걸리는 시간을 어림한다.

글은 1분에 200어절로 친다. 60세 아래 어른이 초등학교 2학년 교과서의 문장을 소리 내지
않고 읽은 빠르기가 1분에 202.3낱말(표준편차 88.4)이었다는 측정을 어림한 것이다.
    Rhiu 외, 「Korean Version Self-testing Application for Reading Speed」,
    Korean Journal of Ophthalmology 31(3), 2017. doi:10.3341/kjo.2016.0042
코드와 출력은 한 줄에 2초로 친다. 이것은 근거가 있는 수가 아니라 정한 것이다.
"""

import math

from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, classes, text_of, texts

WORDS_A_MINUTE = 200
SECONDS_A_LINE = 2
NOT_READ = {"pre", "script", "style", "svg"}
ADDED = {"headerlink", "verdict", "quiz-next"}  # 쪽에 적지 않은 글


def measure(tree: Tree, page: Page, _site: Site) -> None:
    """본문을 읽는 데 걸리는 시간을 분으로 올려 쪽에 적는다."""
    page.minutes = minutes(tree)


def minutes(tree: Tree) -> int:
    """본문을 읽는 데 걸리는 시간을 분으로 올려 구한다."""
    lines = sum(
        bool(line.strip())
        for block in tree.all("pre")
        for line in text_of(block).split("\n")
    )
    words = " ".join(node.text_content for node in texts(tree.root, not_read)).split()
    seconds = len(words) * 60 / WORDS_A_MINUTE + lines * SECONDS_A_LINE
    return max(1, math.ceil(seconds / 60))


def not_read(node: Node) -> bool:
    """글로 세지 않는 원소인지 답한다. 코드는 줄로 따로 센다."""
    return node.tag in NOT_READ or bool(ADDED & {*classes(node)})
