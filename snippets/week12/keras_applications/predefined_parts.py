"""케라스가 갖춘 부품을 세고, 미리 정의된 모델 하나를 만든다."""

import functools
import inspect

import keras


# --8<-- [start:count]
def parts(module: object, kind: type) -> set[type]:
    """모듈에서 `kind`를 물려받은 클래스를 모은다.

    이름이 둘인 클래스(`Convolution2D`와 `Conv2D`)는 하나로 치고, `kind`는 뺀다.
    """
    classes = inspect.getmembers(module, inspect.isclass)
    return {
        value
        for _, value in classes
        if issubclass(value, kind)
    } - {kind}


def ready_models() -> list[str]:
    """모델을 만드는 함수의 이름을 모은다."""
    functions = inspect.getmembers(
        keras.applications, inspect.isfunction
    )
    return [name for name, _ in functions]


# --8<-- [end:count]


# --8<-- [start:build]
@functools.cache
def build_ready_model() -> keras.Model:
    """MobileNetV2를 무작위 가중치로 만든다.

    32×32 컬러 이미지를 열 가지로 나눈다.
    """
    return keras.applications.MobileNetV2(
        input_shape=(32, 32, 3), weights=None, classes=10
    )


# --8<-- [end:build]


def main() -> None:
    """부품의 수와, 만든 모델의 크기를 출력한다."""
    for name, module, kind in (
        ("층", keras.layers, keras.layers.Layer),
        ("손실 함수", keras.losses, keras.losses.Loss),
        ("지표", keras.metrics, keras.metrics.Metric),
        ("옵티마이저", keras.optimizers, keras.Optimizer),
        ("콜백", keras.callbacks, keras.callbacks.Callback),
    ):
        print(f"{name}: {len(parts(module, kind))}가지")
    print(f"미리 정의된 모델: {len(ready_models())}가지")
    model = build_ready_model()
    print(
        f"MobileNetV2: 층 {len(model.layers)}개, {model.count_params():,}개 파라미터"
    )


if __name__ == "__main__":
    main()
