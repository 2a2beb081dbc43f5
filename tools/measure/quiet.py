"""빠르기를 재기 전에, 다른 일이 끝나 기기가 한가해지기를 기다린다."""

from collections.abc import Callable

import psutil

# 모든 코어 가운데 쓰이는 몫. 창을 열어 둔 데스크톱이 쉴 때보다는 크다.
QUIET = 15.0  # %
EVERY = 3.0  # 초


def load() -> float:
    """지금부터 몇 초 동안 기기가 바쁜 몫. 단위는 %다."""
    return psutil.cpu_percent(interval=EVERY)


def wait_until_quiet(patience: float, busy: Callable[[], float] = load) -> bool:
    """한가해지거나 참을 만큼 참을 때까지 기다린다.

    Args:
        patience: 기다릴 시간. 초다.
        busy: 몇 초를 기다리며 기기가 바쁜 몫을 재는 함수.

    Returns:
        한가해졌으면 참.
    """
    return any(busy() <= QUIET for _ in range(int(patience / EVERY)))
