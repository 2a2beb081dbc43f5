"""W&B를 네트워크 없이 쓰고, 남은 파일에서 훈련 곡선을 되읽는다.

`.wandb` 파일은 머리말 7바이트 뒤에 LevelDB 로그 모양의 기록이 이어진다.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

import matplotlib.pyplot as plt
import wandb
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split
from wandb.proto.wandb_internal_pb2 import Record

FILE_HEADER = 7
RECORD_HEADER = 7


def train(
    epochs: int, rate: float
) -> Iterator[dict[str, float]]:
    """손글씨 숫자를 선형 분류기로 훈련하며 에포크마다 정확도를 내놓는다."""
    images, labels = load_digits(return_X_y=True)
    train_x, valid_x, train_y, valid_y = train_test_split(
        images / 16, labels, test_size=0.5, random_state=0
    )
    model = SGDClassifier(
        loss="log_loss",
        learning_rate="constant",
        eta0=rate,
        random_state=0,
    )
    for _ in range(epochs):
        model.partial_fit(
            train_x, train_y, classes=range(10)
        )
        yield {
            "accuracy": model.score(train_x, train_y),
            "val_accuracy": model.score(valid_x, valid_y),
        }


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """W&B의 설정과 캐시를 모두 이 폴더에 두고, 쓰고 나면 W&B를 끝낸다."""
    places = {
        f"WANDB_{kind}_DIR": str(folder)
        for kind in ("CACHE", "CONFIG", "DATA")
    }
    with patch.dict(
        os.environ, {**places, "WANDB_SILENT": "true"}
    ):
        yield
        wandb.teardown()


# --8<-- [start:log]
def log_offline(
    folder: Path, epochs: int = 12, rate: float = 0.01
) -> dict[str, float]:
    """오프라인으로 기록하고, 간추린 값을 돌려준다.

    Args:
        folder: 기록과 W&B의 설정, 캐시를 모두 둘 폴더.
        epochs: 훈련할 에포크의 수.
        rate: 학습률.
    """
    with (
        inside(folder),
        wandb.init(
            project="digits",
            mode="offline",
            dir=folder,
            config={"learning_rate": rate},
        ) as run,
    ):
        for scores in train(epochs, rate):
            run.log(scores)
        # 끝낸 뒤에는 비어 있으므로 먼저 꺼낸다.
        return {name: run.summary[name] for name in scores}


# --8<-- [end:log]


def read_records(data: bytes) -> Iterator[Record]:
    """`.wandb` 파일에 든 기록을 차례로 꺼낸다.

    Raises:
        ValueError: 파일이 32KiB를 넘어 기록이 여러 토막으로 나뉠 수 있을 때.
    """
    if len(data) > 32 * 1024:
        raise ValueError("한 토막짜리 기록만 읽는다")
    start = FILE_HEADER
    while start < len(data):
        body = start + RECORD_HEADER
        end = body + int.from_bytes(
            data[start + 4 : start + 6], "little"
        )
        yield Record.FromString(data[body:end])
        start = end


# --8<-- [start:read]
def read_history(file: Path) -> list[dict[str, float]]:
    """`run.log`에 넘긴 값만 차례로 읽는다.

    Raises:
        ValueError: 파일이 32KiB를 넘을 때.
    """
    histories = [
        record.history.item
        for record in read_records(file.read_bytes())
        if record.HasField("history")
    ]
    return [
        {
            "/".join(item.nested_key): json.loads(
                item.value_json
            )
            for item in items
        }
        for items in histories
    ]


# --8<-- [end:read]


@cache
def recorded() -> tuple[
    dict[str, float], str, list[dict[str, float]]
]:
    """한 번 기록하고 (간추린 값, 남은 파일, 되읽은 값)을 돌려준다."""
    with tempfile.TemporaryDirectory(
        ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        summary = log_offline(folder)
        (file,) = folder.rglob("*.wandb")
        # 날짜와 id는 돌릴 때마다 다르다.
        kind = re.sub(
            r"(?<=run-)[\w-]+",
            "…",
            file.relative_to(folder).as_posix(),
        )
        return summary, kind, read_history(file)


def draw() -> Figure:
    """되읽은 훈련 정확도와 검증 정확도를 그린다."""
    _, _, rows = recorded()
    epochs = range(1, len(rows) + 1)
    figure, axes = plt.subplots()
    for name, label, color, marker in (
        ("accuracy", "훈련", "C0", "o"),
        ("val_accuracy", "검증", "C1", "s"),
    ):
        values = [row[name] for row in rows]
        axes.plot(
            epochs,
            values,
            color=color,
            marker=marker,
            markersize=4,
        )
        axes.text(
            len(rows) + 0.3,
            values[-1],
            label,
            color=color,
            va="center",
        )
    axes.set(
        xlabel="에포크",
        ylabel="정확도",
        xlim=(0.5, 13.6),
        ylim=(0.8, 1),
    )
    axes.set_xticks(range(2, 13, 2))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    _, _, rows = recorded()
    first, last = rows[0], rows[-1]
    return (
        "W&B 파일에서 되읽은 에포크 열두 번의 정확도. "
        f"훈련은 {first['accuracy']:.2f}에서 {last['accuracy']:.2f}로, "
        f"검증은 {first['val_accuracy']:.2f}에서 {last['val_accuracy']:.2f}로 올랐다."
    )


def main() -> None:
    """남은 파일과 간추린 값, 되읽은 값을 출력한다."""
    summary, kind, rows = recorded()
    print("파일:", kind)
    print(
        f"간추린 값: 검증 정확도 {summary['val_accuracy']:.2f}"
    )
    print(f"되읽은 기록: {len(rows)}줄")
    print(
        f"마지막 줄: 검증 정확도 {rows[-1]['val_accuracy']:.2f}"
    )


if __name__ == "__main__":
    main()
