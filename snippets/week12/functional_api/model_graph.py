"""모델의 설정만 읽어 그래프를 그린다. Graphviz는 쓰지 않는다."""

from graphlib import TopologicalSorter
from itertools import chain

import keras
import matplotlib.pyplot as plt
from keras import layers
from matplotlib.figure import Figure

Edge = tuple[str, str]


def build_model() -> keras.Model:
    """입력 둘, 공유 층, 잔차 연결, 출력 둘을 모두 갖춘 작은 모델을 만든다."""
    left = keras.Input(shape=(8,), name="left")
    right = keras.Input(shape=(8,), name="right")
    shared = layers.Dense(
        8, activation="relu", name="shared"
    )
    joined = layers.Concatenate(name="concat")(
        [shared(left), shared(right)]
    )
    inner = layers.Dense(
        16, activation="relu", name="inner"
    )(joined)
    added = layers.Add(name="add")([joined, inner])
    same = layers.Dense(
        1, activation="sigmoid", name="same"
    )(added)
    kind = layers.Dense(
        3, activation="softmax", name="kind"
    )(added)
    return keras.Model(
        inputs=[left, right], outputs=[same, kind]
    )


def tensors_in(value: object) -> list[dict]:
    """설정의 한 조각에서 텐서를 적은 곳을 모두 찾는다."""
    if isinstance(value, dict):
        if value.get("class_name") == "__keras_tensor__":
            return [value["config"]]
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [
            tensor
            for part in value
            for tensor in tensors_in(part)
        ]
    return []


# --8<-- [start:edges]
def edges(model: keras.Model) -> list[Edge]:
    """층과 층을 잇는 화살표를 (앞 층, 뒤 층)으로 모은다.

    층을 두 번 호출했으면 `get_config()`에 호출한 기록이 두 개 있다.
    """
    return [
        (tensor["keras_history"][0], layer["name"])
        for layer in model.get_config()["layers"]
        for tensor in tensors_in(layer["inbound_nodes"])
    ]


# --8<-- [end:edges]


# --8<-- [start:depths]
def depths(arrows: list[Edge]) -> dict[str, int]:
    """입력에서 가장 먼 길로 몇 걸음인지 센다.

    Raises:
        graphlib.CycleError: 화살표를 따라 제자리로 돌아올 때.
    """
    before = {name: [] for name in chain(*arrows)}
    for start, end in arrows:
        before[end].append(start)
    found: dict[str, int] = {}
    for name in TopologicalSorter(before).static_order():
        steps = (found[start] for start in before[name])
        found[name] = 1 + max(steps, default=-1)
    return found


# --8<-- [end:depths]


def positions(
    arrows: list[Edge],
) -> dict[str, tuple[float, float]]:
    """깊이를 세로로, 깊이가 같은 층을 가로로 벌려 놓는다."""
    level = depths(arrows)
    rows: dict[int, list[str]] = {}
    for name, depth in level.items():
        rows.setdefault(depth, []).append(name)
    return {
        name: (index - (len(row) - 1) / 2, -depth)
        for depth, row in rows.items()
        for index, name in enumerate(row)
    }


def draw() -> Figure:
    """층을 상자로, 텐서를 화살표로 그린다."""
    model = build_model()
    arrows = edges(model)
    place = positions(arrows)
    level = depths(arrows)
    figure, axes = plt.subplots(figsize=(4.2, 4.4))
    figure.subplots_adjust(
        left=0.02, right=0.98, bottom=0.02, top=0.98
    )
    for number, (start, end) in enumerate(arrows):
        twins = [
            i
            for i, arrow in enumerate(arrows)
            if arrow == (start, end)
        ]
        # 층을 건너뛰면 사이의 상자를 비켜, 둘이 나란하면 서로 비켜 휘어 간다.
        skips = level[end] - level[start] > 1
        bend = (
            0.6
            if skips
            else 0.5
            * (twins.index(number) - (len(twins) - 1) / 2)
        )
        axes.annotate(
            "",
            xy=place[end],
            xytext=place[start],
            arrowprops={
                "arrowstyle": "-|>",
                "color": "C1" if skips else "#777777",
                "connectionstyle": f"arc3,rad={bend}",
                "shrinkA": 13,
                "shrinkB": 13,
                "linewidth": 1.5,
            },
        )
    for name, (x, y) in place.items():
        shape = model.get_layer(name).output.shape[1:]
        label = f"{name} {shape[0]}"
        ends = name in {
            *(t.name for t in model.inputs),
            *model.output_names,
        }
        axes.text(
            x,
            y,
            label,
            ha="center",
            va="center",
            bbox={
                "boxstyle": "round",
                "facecolor": "none",
                "edgecolor": "C0" if ends else "#777777",
            },
        )
    axes.set(
        xlim=(-1.3, 1.3),
        ylim=(min(y for _, y in place.values()) - 0.5, 0.5),
    )
    axes.axis("off")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    arrows = ", ".join(
        f"{a} 다음 {b}" for a, b in edges(build_model())
    )
    return f"모델의 그래프. 화살표는 {arrows}."


def main() -> None:
    """화살표를 모두 출력한다."""
    for start, end in edges(build_model()):
        print(f"{start} → {end}")


if __name__ == "__main__":
    main()
