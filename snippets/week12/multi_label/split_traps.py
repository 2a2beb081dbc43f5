"""사이킷런의 계층 나누기가 다중 레이블에서 거절되는 것과 대신 쓸 나누기를 보인다."""

from collections.abc import Iterator
from textwrap import shorten

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import (
    StratifiedKFold,
    TunedThresholdClassifierCV,
    train_test_split,
)

TOOLS = (
    "StratifiedKFold",
    "TunedThresholdClassifierCV",
    "train_test_split",
)


# --8<-- [start:data]
def make_labels() -> np.ndarray:
    """양성이 각각 100개, 20개, 10개인 레이블 `(200, 3)`."""
    random = np.random.default_rng(0)
    columns = [
        random.permutation(np.arange(200) < n)
        for n in (100, 20, 10)
    ]
    return np.stack(columns, axis=1).astype(int)


# --8<-- [end:data]


# --8<-- [start:refused]
def refusals(labels: np.ndarray) -> dict[str, str]:
    """세 도구가 멀티-핫 정답을 받고 내는 오류."""
    X = np.zeros((len(labels), 1))
    tuned = TunedThresholdClassifierCV(LogisticRegression())
    tries = (
        lambda: [*StratifiedKFold().split(X, labels)],
        lambda: tuned.fit(X, labels),
        lambda: train_test_split(X, stratify=labels),
    )
    errors = {}
    for name, attempt in zip(TOOLS, tries, strict=True):
        try:
            attempt()
        except ValueError as error:
            errors[name] = str(error)
    return errors


# --8<-- [end:refused]


# --8<-- [start:rarest]
def rarest_first(
    labels: np.ndarray,
) -> Iterator[tuple[int, int | None]]:
    """가장 드문 레이블이 양성인 행부터 차례로 낸다.

    Returns:
        행의 번호와 그 레이블. 양성이 하나도 없는 행은 끝에 `None`과 함께 나온다.
    """
    left = labels.copy()
    while left.any():
        counts = left.sum(axis=0)
        rare = np.where(counts, counts, np.inf).argmin()
        for row in np.flatnonzero(left[:, rare]):
            yield row, rare
            left[row] = 0
    for row in np.flatnonzero(~labels.any(axis=1)):
        yield row, None


# --8<-- [end:rarest]


# --8<-- [start:iterative]
def iterative_folds(
    labels: np.ndarray, folds: int, seed: int = 0
) -> np.ndarray:
    """드문 레이블부터 양성을 고르게 나눈다.

    Sechidis 외(2011)의 방법이다.

    Args:
        labels: 레이블 `(rows, labels)`.
        folds: 묶음의 수.
        seed: 동점을 가를 난수의 시드.

    Returns:
        행마다 묶음의 번호 `(rows,)`.
    """
    random = np.random.default_rng(seed)
    wanted = np.tile(labels.sum(axis=0) / folds, (folds, 1))
    room = np.full(folds, len(labels) / folds)
    fold_of = np.empty(len(labels), dtype=int)
    for row, rare in rarest_first(labels):
        need = room if rare is None else wanted[:, rare]
        ties = random.random(folds)
        fold = np.lexsort((ties, room, need))[-1]
        fold_of[row] = fold
        wanted[fold] -= labels[row]
        room[fold] -= 1
    return fold_of


# --8<-- [end:iterative]


def positives(
    labels: np.ndarray, fold_of: np.ndarray, folds: int
) -> np.ndarray:
    """묶음마다 양성의 수 `(folds, labels)`."""
    return np.stack(
        [
            labels[fold_of == fold].sum(axis=0)
            for fold in range(folds)
        ]
    )


def main() -> None:
    """오류와 두 나누기의 양성 수를 출력한다."""
    labels = make_labels()
    for name, message in refusals(labels).items():
        print(
            f"{name}\n  {shorten(message, 56, placeholder=' …')}"
        )
    shuffled = np.random.default_rng(0).permutation(
        np.arange(len(labels)) % 5
    )
    for name, fold_of in (
        ("무작위로", shuffled),
        ("드문 레이블부터", iterative_folds(labels, 5)),
    ):
        counts = positives(labels, fold_of, 5)[
            :, 2
        ].tolist()
        print(
            f"{name} 나눈 다섯 묶음의 드문 양성: {counts}"
        )


if __name__ == "__main__":
    main()
