"""쪽의 영문 주소를 사람에게 한 번 묻는다. 그냥 Enter를 누르면 지어 둔 것을 쓴다."""

from collections.abc import Callable
from dataclasses import replace

from tools.week.importing.plan import Plan, Topic, check
from tools.week.make import Refused

ASKED = (
    "쪽의 주소를 정하세요. 한번 올린 주소는 바꾸기 어렵습니다. "
    "Enter를 누르면 [ ] 안의 것을 씁니다."
)


def ask_addresses(
    plan: Plan, read: Callable[[str], str], tell: Callable[[str], None]
) -> Plan:
    """쪽마다 주소를 묻고, 쓸 수 없으면 까닭을 말하고 다시 묻는다.

    Args:
        plan: 주소까지 지은 계획.
        read: 물음을 보이고 답을 읽는 함수. 더 읽을 것이 없으면 EOFError를 낸다.
        tell: 한 줄을 보이는 함수.

    Returns:
        사람이 정한 주소를 적은 계획.

    Raises:
        Refused: 사람이 그만두었을 때.
    """
    tell(ASKED)
    kept = [topic for topic in plan.topics if not topic.join]
    for place, topic in enumerate(kept):
        tell(f"  {topic.title}")
        try:
            topic.address = answer(topic, kept[:place], read, tell)
        except EOFError:
            break
        except KeyboardInterrupt:
            raise Refused("그만두었습니다. 아무것도 쓰지 않았습니다.") from None
    check(kept)
    return plan


def answer(
    topic: Topic,
    before: list[Topic],
    read: Callable[[str], str],
    tell: Callable[[str], None],
) -> str:
    """쪽 하나의 주소로 쓸 수 있는 답을 얻을 때까지 묻는다."""
    while True:
        said = read(f"    주소 [{topic.address}] ").strip() or topic.address
        try:
            check([*before, replace(topic, address=said)])
        except Refused as reason:
            tell(f"    {reason}")
        else:
            return said
