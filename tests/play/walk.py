"""쪽에 실린 곡면을 NumPy로 쓴 규칙으로 걷는다. 자바스크립트의 길과 견줄 때 쓴다."""

import numpy as np

from snippets.week12.optimizers.surfaces import SURFACES, saddle
from snippets.week12.optimizers.update_rules import RULES

# 쪽에서 고를 수 있는 곡면.
GROUNDS = {**SURFACES, "돌린 안장": saddle(45)}


def walk(surface: str, rule: str, steps: int, **options: float) -> np.ndarray:
    """출발점부터의 자리 `(steps + 1, 2)`. 케라스와 달리 64비트로 셈한다."""
    ground = GROUNDS[surface]
    mover = RULES[rule][0](**options)
    places = [ground.start]
    for _ in range(steps):
        places.append(mover.step(places[-1], ground.gradient(places[-1])))
    return np.array(places)
