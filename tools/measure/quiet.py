"""빠르기를 재기 전에, 다른 일이 끝나 기기가 한가해지기를 기다린다."""

import os
import time
from collections.abc import Callable

# 기다리는 프로세스의 수를 1분 동안 고른 값. 남은 일이 하나도 없어야 이보다 작다.
QUIET = 0.7
EVERY = 2  # 초


def load() -> float:
    """지난 1분의 바쁘기. 알 수 없는 기기면 0이다."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def wait_until_quiet(
    patience: float,
    busy: Callable[[], float] = load,
    sleep: Callable[[float], None] = time.sleep,
) -> bool:
    """한가해지거나 참을 만큼 참을 때까지 기다린다.

    Args:
        patience: 기다릴 시간. 초다.
        busy: 기기가 바쁜 만큼을 주는 함수.
        sleep: 초를 받아 쉬는 함수.

    Returns:
        한가해졌으면 참.
    """
    waited = 0.0
    while busy() > QUIET:
        if waited >= patience:
            return False
        sleep(EVERY)
        waited += EVERY
    return True
