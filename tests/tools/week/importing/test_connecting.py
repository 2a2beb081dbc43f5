"""노트끼리의 링크가 새 쪽으로 이어지는 것을 확인한다."""

from tools.week.importing.canonical import Chunk
from tools.week.importing.connecting import connect
from tools.week.importing.plan import Plan, Topic


def test_links_lead_to_the_pages() -> None:
    first = Topic("가", "가", "first", place=(0, 1))
    first.chunks = [Chunk("[나](note:1)와 [없다](note:7)와 [가](note:0)")]
    second = Topic("나", "나", "second", place=(1, 1))
    joined = Topic("다", "다", "third", join=True, place=(2, 1))
    second.chunks = [Chunk("[다](note:2) [가](note:0)", place=(1, 2))]
    connect(Plan("", [first, second, joined]))
    assert first.chunks[0].text == "[나](second.md)와 없다와 가"
    assert second.chunks[0].text == "다 [가](first.md)"
