"""함수형 API가 받아 주지 않는 그래프와 그 까닭을 오류로 확인한다.

오류는 케라스 3.15.1의 `keras/src/ops/function.py`와
`keras/src/backend/common/keras_tensor.py`에서 난다.
"""

from collections.abc import Callable

import keras
from keras import layers, ops


# --8<-- [start:cycle]
def build_cycle() -> keras.Model:
    """중간 텐서가 뒤의 층에서 나왔다고 기록을 고친다.

    Raises:
        ValueError: 케라스가 그래프를 따라가다 같은 자리로 돌아왔을 때.
    """
    inputs = keras.Input(shape=(4,))
    middle = layers.Dense(4)(inputs)
    outputs = layers.Dense(4)(middle)
    middle._keras_history = outputs._keras_history
    return keras.Model(inputs, outputs)


# --8<-- [end:cycle]


# --8<-- [start:branch]
def build_with_if() -> keras.Model:
    """값을 보고 길을 고르는 `if`를 쓴다.

    Raises:
        TypeError: 그래프를 만들 때는 값이 없어 참과 거짓을 가릴 수 없다.
    """
    inputs = keras.Input(shape=(4,))
    return keras.Model(
        inputs,
        2 * inputs if ops.mean(inputs) > 0 else -inputs,
    )


# --8<-- [end:branch]


# --8<-- [start:where]
def build_with_where() -> keras.Model:
    """두 길을 다 계산하고, 표본마다 하나를 고른다."""
    inputs = keras.Input(shape=(4,))
    positive = ops.mean(inputs, axis=1, keepdims=True) > 0
    return keras.Model(
        inputs, ops.where(positive, 2 * inputs, -inputs)
    )


def build_with_switch() -> keras.Model:
    """배치 전체의 평균이 양수인지 보고 한 길만 계산한다."""
    inputs = keras.Input(shape=(4,))
    positive = ops.cast(ops.mean(inputs) > 0, "int32")
    branches = [ops.negative, lambda x: 2 * x]
    return keras.Model(
        inputs, ops.switch(positive, branches, inputs)
    )


# --8<-- [end:where]


# --8<-- [start:while]
def build_with_while_loop() -> keras.Model:
    """가장 큰 값이 1보다 작아질 때까지 반으로 줄인다."""
    inputs = keras.Input(shape=(4,))
    (outputs,) = ops.while_loop(
        lambda x: ops.max(x) >= 1,
        lambda x: (x / 2,),
        (inputs,),
    )
    return keras.Model(inputs, outputs)


# --8<-- [end:while]


# --8<-- [start:subclass]
class IfModel(keras.Model):
    """`if`를 쓴 모델. 값을 넣어 호출할 때만 돈다."""

    def call(
        self, inputs: keras.KerasTensor
    ) -> keras.KerasTensor:
        """평균이 양수면 두 배로, 아니면 부호를 바꾼다."""
        return (
            2 * inputs if ops.mean(inputs) > 0 else -inputs
        )


# --8<-- [end:subclass]


# --8<-- [start:recurrent]
def build_repeated(times: int) -> keras.Model:
    """층 하나를 여러 번 호출해 긴 길을 만든다."""
    x = inputs = keras.Input(shape=(4,))
    layer = layers.Dense(4)
    for _ in range(times):
        x = layer(x)
    return keras.Model(inputs, x)


def build_recurrent() -> keras.Sequential:
    """순차 모델에 LSTM을 넣는다."""
    return keras.Sequential(
        [keras.Input(shape=(None, 5)), layers.LSTM(8)]
    )


# --8<-- [end:recurrent]


def attempt(action: Callable[[], object]) -> str:
    """일을 해 보고, 잘되면 '된다'를, 아니면 오류의 이름을 돌려준다."""
    try:
        action()
    except Exception as error:
        return type(error).__name__
    return "된다"


def main() -> None:
    """저마다 해 본 결과를 출력한다."""
    data = ops.ones((2, 4))
    eager = IfModel()
    eager.compile(run_eagerly=True)
    print(f"되돌아가는 길: {attempt(build_cycle)}")
    print(f"함수형의 if: {attempt(build_with_if)}")
    for name, build in {
        "ops.where": build_with_where,
        "ops.switch": build_with_switch,
        "ops.while_loop": build_with_while_loop,
    }.items():
        done = attempt(
            lambda build=build: build().predict(
                data, verbose=0
            )
        )
        print(f"함수형의 {name}, predict까지: {done}")
    print(
        f"서브클래싱의 if, 바로 호출하면: {attempt(lambda: IfModel()(data))}"
    )
    compiled = attempt(
        lambda: IfModel().predict(data, verbose=0)
    )
    print(
        f"서브클래싱의 if, 컴파일하면: {'된다' if compiled == '된다' else '오류'}"
    )
    print(
        "서브클래싱의 if, run_eagerly=True: "
        f"{attempt(lambda: eager.predict(data, verbose=0))}"
    )
    repeated = build_repeated(3)
    print(
        f"층 하나를 세 번: 파라미터 {repeated.count_params()}"
    )
    model = build_recurrent()
    for length in (3, 30):
        shape = tuple(model(ops.ones((1, length, 5))).shape)
        print(f"순차 모델의 LSTM, 길이 {length}: {shape}")


if __name__ == "__main__":
    main()
