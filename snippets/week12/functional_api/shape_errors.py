"""같은 실수를 세 가지 방법으로 하고, 언제 들키는지 본다.

실수는 흑백 이미지 `(8, 8)`에 채널 축을 빠뜨린 채 Conv2D에 넣는 것이다.
"""

from collections.abc import Callable

import keras
import numpy as np
from keras import layers

Factory = Callable[[], keras.Model]


# --8<-- [start:mistake]
def functional() -> keras.Model:
    """함수형 API."""
    image = keras.Input(shape=(8, 8), name="image")
    return keras.Model(
        image, layers.Conv2D(4, 3, name="conv")(image)
    )


def sequential() -> keras.Model:
    """입력의 모양을 알려 준 순차 모델."""
    return keras.Sequential(
        [keras.Input(shape=(8, 8)), layers.Conv2D(4, 3)]
    )


def sequential_without_input() -> keras.Model:
    """입력의 모양을 알려 주지 않은 순차 모델."""
    return keras.Sequential([layers.Conv2D(4, 3)])


# --8<-- [end:mistake]


class Subclassed(keras.Model):
    """서브클래싱."""

    def __init__(self) -> None:
        """층을 만든다."""
        super().__init__()
        self.conv = layers.Conv2D(4, 3)

    def call(
        self, images: keras.KerasTensor
    ) -> keras.KerasTensor:
        """층을 부른다."""
        return self.conv(images)


# --8<-- [start:stage]
def stage(make: Factory, images: np.ndarray) -> str:
    """만들고 데이터를 넣어, 언제 오류가 나는지 본다."""
    try:
        model = make()
    except ValueError:
        return "만들 때"
    try:
        model(images)
    except ValueError:
        return "데이터를 넣을 때"
    return "끝까지 모름"


# --8<-- [end:stage]

CASES: dict[str, Factory] = {
    "함수형": functional,
    "순차(Input 있음)": sequential,
    "순차(Input 없음)": sequential_without_input,
    "서브클래싱": Subclassed,
}


def message() -> str:
    """함수형 API가 내는 오류의 글에서 까닭을 적은 문장을 꺼낸다."""
    try:
        functional()
    except ValueError as error:
        text = str(error)
    return text.split("incompatible with the layer: ")[
        1
    ].split(".")[0]


def main() -> None:
    """방법마다 오류가 나는 때와 오류의 글을 출력한다."""
    images = np.zeros((2, 8, 8), dtype="float32")
    for label, make in CASES.items():
        print(f"{label}: {stage(make, images)}")
    print(f"오류: {message()}")


if __name__ == "__main__":
    main()
