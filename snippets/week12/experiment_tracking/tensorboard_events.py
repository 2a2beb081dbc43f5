"""텐서플로 없이 텐서보드의 기록 파일을 쓰고, 되읽어 가중치의 분포를 그린다.

칸마다 센 값을 담는 자리는 텐서보드의 `HistogramProto`를 따른다.
"""

import tempfile
import time
from functools import cache
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from tensorboard.backend.event_processing.event_accumulator import (
    HISTOGRAMS,
    EventAccumulator,
)
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import (
    HistogramProto,
    Summary,
)
from tensorboard.summary.writer.event_file_writer import (
    EventFileWriter,
)


def histogram(
    values: np.ndarray, bins: int = 30
) -> HistogramProto:
    """값을 `bins`개의 칸에 나누어 센다."""
    counts, edges = np.histogram(values, bins=bins)
    return HistogramProto(
        min=edges[0],
        max=edges[-1],
        num=values.size,
        sum=values.sum(),
        sum_squares=(values**2).sum(),
        bucket_limit=edges[1:],
        bucket=counts,
    )


# --8<-- [start:summary]
def summarize(
    model: keras.Model, logs: dict[str, float]
) -> Summary:
    """지표와 첫 층의 가중치 분포를 한데 묶는다."""
    values = [
        Summary.Value(tag=name, simple_value=value)
        for name, value in logs.items()
    ]
    kernel = keras.ops.convert_to_numpy(
        model.layers[0].kernel
    )
    counted = Summary.Value(
        tag="kernel", histo=histogram(kernel)
    )
    return Summary(value=[*values, counted])


# --8<-- [end:summary]


# --8<-- [start:callback]
def event_log(
    folder: Path, model: keras.Model
) -> keras.callbacks.Callback:
    """에포크마다 이벤트 파일에 쓰는 콜백을 만든다."""
    writer = EventFileWriter(str(folder))

    def write(epoch: int, logs: dict[str, float]) -> None:
        writer.add_event(
            Event(
                step=epoch,
                wall_time=time.time(),
                summary=summarize(model, logs),
            )
        )

    return keras.callbacks.LambdaCallback(
        on_epoch_end=write,
        on_train_end=lambda _: writer.close(),
    )


# --8<-- [end:callback]


def train_with_events(
    folder: Path, epochs: int = 6
) -> keras.callbacks.History:
    """손글씨 숫자로 분류기를 훈련하며 이벤트 파일을 남긴다.

    Args:
        folder: 이벤트 파일을 쓸 폴더.
        epochs: 훈련할 에포크의 수.

    Returns:
        같은 지표를 메모리에 담은 케라스의 훈련 기록.
    """
    keras.utils.set_random_seed(4)
    images, labels = load_digits(return_X_y=True)
    model = keras.Sequential(
        [
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01),
        "sparse_categorical_crossentropy",
    )
    return model.fit(
        images / 16,
        labels,
        batch_size=64,
        epochs=epochs,
        callbacks=[event_log(folder, model)],
        verbose=0,
    )


# --8<-- [start:read]
def read_events(folder: Path) -> tuple[list, list]:
    """손실과 가중치의 히스토그램을 차례로 읽는다.

    그냥 두면 히스토그램은 하나만 남긴다. 0은 모두 남기라는 뜻이다.
    """
    events = EventAccumulator(
        str(folder), size_guidance={HISTOGRAMS: 0}
    )
    events.Reload()
    losses = [
        event.value for event in events.Scalars("loss")
    ]
    kernels = [
        event.histogram_value
        for event in events.Histograms("kernel")
    ]
    return losses, kernels


# --8<-- [end:read]


@cache
def recorded() -> tuple[str, list, list]:
    """한 번 훈련하고 (파일 이름, 손실, 히스토그램)을 되읽는다."""
    with tempfile.TemporaryDirectory() as folder:
        train_with_events(Path(folder))
        (file,) = Path(folder).iterdir()
        return file.name, *read_events(Path(folder))


def draw() -> Figure:
    """되읽은 히스토그램을 텐서보드처럼 에포크마다 겹쳐 쌓는다."""
    _, _, kernels = recorded()
    figure, axes = plt.subplots()
    for epoch, kernel in enumerate(kernels, start=1):
        edges = np.array([kernel.min, *kernel.bucket_limit])
        density = (
            np.array(kernel.bucket)
            / kernel.num
            / np.diff(edges)
        )
        heights = epoch + 0.55 * density
        centers = (edges[:-1] + edges[1:]) / 2
        axes.fill_between(
            centers,
            epoch,
            heights,
            color="C0",
            alpha=0.25,
            linewidth=0,
        )
        axes.plot(
            centers, heights, color="C0", linewidth=1.2
        )
    axes.set(
        xlabel="첫 층의 가중치",
        ylabel="에포크",
        xlim=(-0.8, 0.8),
        ylim=(0.8, 7.2),
    )
    axes.set_yticks(range(1, len(kernels) + 1))
    return figure


def spread(kernel: HistogramProto) -> float:
    """히스토그램에 함께 남은 합과 제곱합에서 표준편차를 구한다."""
    mean = kernel.sum / kernel.num
    return float(
        np.sqrt(kernel.sum_squares / kernel.num - mean**2)
    )


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    _, _, kernels = recorded()
    return (
        "에포크마다 첫 층 가중치의 분포를 아래에서 위로 쌓은 그림. 표준편차가 "
        f"{spread(kernels[0]):.2f}에서 {spread(kernels[-1]):.2f}까지 넓어진다."
    )


def main() -> None:
    """남은 파일의 이름과 되읽은 손실, 가중치의 표준편차를 출력한다."""
    name, losses, kernels = recorded()
    # 나머지는 시각과 컴퓨터의 이름이다.
    print("파일:", ".".join([*name.split(".")[:3], "…"]))
    for epoch in (0, len(losses) - 1):
        print(
            f"에포크 {epoch + 1}: 손실 {losses[epoch]:.2f}, "
            f"가중치의 표준편차 {spread(kernels[epoch]):.2f}"
        )
    print(
        f"히스토그램 하나에 센 가중치: {kernels[0].num:,.0f}"
    )


if __name__ == "__main__":
    main()
