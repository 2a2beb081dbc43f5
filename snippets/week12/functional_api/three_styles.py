"""순차, 함수형, 서브클래싱 모델로 같은 일을 해 보고 되는지 견준다.

견줄 것은 케라스 함수형 API 안내서의 "When to use the functional API" 절에서 골랐다.
"""

from collections.abc import Callable

import keras
from keras import layers, ops

STYLES = ("순차", "함수형", "서브클래싱")


class Subclassed(keras.Model):
    """층 하나짜리 서브클래싱 모델."""

    def __init__(self, **kwargs: object) -> None:
        """층을 만든다."""
        super().__init__(**kwargs)
        self.dense = layers.Dense(3)

    def call(
        self, inputs: keras.KerasTensor
    ) -> keras.KerasTensor:
        """층을 부른다."""
        return self.dense(inputs)


# --8<-- [start:styles]
def make(style: str) -> keras.Model:
    """층 하나짜리 모델을 만들어 데이터를 넣는다."""
    if style == "순차":
        model = keras.Sequential(
            [keras.Input(shape=(4,)), layers.Dense(3)]
        )
    elif style == "함수형":
        inputs = keras.Input(shape=(4,))
        model = keras.Model(inputs, layers.Dense(3)(inputs))
    else:
        model = Subclassed()
    model(ops.ones((1, 4)))
    return model


# --8<-- [end:styles]


class TwoInputs(keras.Model):
    """두 입력을 더하는 서브클래싱 모델."""

    def call(
        self, inputs: list[keras.KerasTensor]
    ) -> keras.KerasTensor:
        """두 입력을 더한다."""
        return inputs[0] + inputs[1]


# --8<-- [start:inputs]
def two_inputs(style: str) -> None:
    """입력 두 개를 받아 더한다."""
    first, second = (
        keras.Input(shape=(4,)),
        keras.Input(shape=(4,)),
    )
    if style == "순차":
        keras.Sequential([first, second, layers.Add()])
    elif style == "함수형":
        keras.Model(
            [first, second], layers.Add()([first, second])
        )
    else:
        TwoInputs()([ops.ones((1, 4)), ops.ones((1, 4))])


# --8<-- [end:inputs]


# --8<-- [start:rebuild]
def intermediate_output(style: str) -> None:
    """층의 출력을 꺼내 새 모델을 만든다."""
    model = make(style)
    keras.Model(model.inputs, model.layers[-1].output)


def rebuild_without_code(style: str) -> None:
    """JSON으로 적고, 클래스의 코드 없이 다시 만든다."""
    keras.models.model_from_json(make(style).to_json())


# --8<-- [end:rebuild]


# --8<-- [start:while]
class UntilSmall(keras.Model):
    """값이 작아질 때까지 되풀이하는 서브클래싱 모델."""

    def call(
        self, inputs: keras.KerasTensor
    ) -> keras.KerasTensor:
        """가장 큰 값이 1보다 작아지게 반으로 줄인다."""
        while ops.max(inputs) >= 1:
            inputs = inputs / 2
        return inputs


def loop_on_value(style: str) -> None:
    """값을 보고 몇 번 돌지 정하는 `while`을 쓴다."""
    value = (
        ops.ones((1, 4))
        if style == "서브클래싱"
        else keras.Input(shape=(4,))
    )
    UntilSmall().call(value)


# --8<-- [end:while]

TRIES: dict[str, Callable[[str], None]] = {
    "입력 두 개": two_inputs,
    "중간 출력 꺼내기": intermediate_output,
    "코드 없이 다시 만들기": rebuild_without_code,
    "값을 보는 while": loop_on_value,
}


def works(
    action: Callable[[str], None], style: str
) -> bool:
    """일을 해 보고 오류가 없었는지 답한다."""
    try:
        action(style)
    except (AttributeError, TypeError, ValueError):
        return False
    return True


def main() -> None:
    """일마다 세 방법의 결과를 출력한다."""
    for label, action in TRIES.items():
        row = [
            f"{s} {'됨' if works(action, s) else '안 됨'}"
            for s in STYLES
        ]
        print(f"{label}: {', '.join(row)}")


if __name__ == "__main__":
    main()
