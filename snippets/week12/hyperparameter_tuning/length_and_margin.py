"""가우시안 프로세스의 길이와 기대 개선의 여유를 바꾸고, 랜덤 탐색과 견준다."""

from math import comb

import numpy as np

from snippets.week12.hyperparameter_tuning.bayesian_optimization import bumpy, maximize

CANDIDATES = np.linspace(-4, 4, 81)
START = [10, 40]
BUDGET = 12


# --8<-- [start:settings]
def best_found(length: float, margin: float) -> float:
    """두 점에서 시작해 열두 번 시험했을 때의 최고를 구한다.

    Args:
        length: 값이 비슷하다고 볼 거리.
        margin: 지금의 최고보다 이만큼은 나아야 나아졌다고 보는 여유.
    """
    _, values = maximize(bumpy, CANDIDATES, START, BUDGET, length=length, margin=margin)
    return float(values.max())


def random_average(trials: int) -> float:
    """후보에서 겹치지 않게 아무렇게나 `trials`번 고를 때 최고의 평균.

    작은 것부터 줄을 세우면 `k`번째 값이 최고가 되는 경우의 수를 셀 수 있다.
    """
    values = sorted(bumpy(x) for x in CANDIDATES)
    ways = [comb(k, trials - 1) for k in range(len(values))]
    return float(np.average(values, weights=ways))


# --8<-- [end:settings]


def main() -> None:
    """길이와 여유마다 최고를 출력한다."""
    print(f"{BUDGET}번 시험한 뒤의 최고")
    for length, margin in ((1.0, 0.0), (0.2, 0.0), (0.2, 2.0)):
        best = best_found(length, margin)
        print(f"- 길이 {length}, 여유 {margin}: {best:.2f}")
    print(f"- 랜덤 탐색의 평균: {random_average(BUDGET):.2f}")


if __name__ == "__main__":
    main()
