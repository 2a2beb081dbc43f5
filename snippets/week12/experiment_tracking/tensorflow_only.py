"""텐서플로가 없을 때 어느 콜백이 멈추는지 본다."""

import importlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import keras
from keras import callbacks


# --8<-- [start:missing]
def missing_package(
    use: Callable[[], object],
) -> str | None:
    """텐서플로가 깔려 있지 않은 셈 치고 부른다.

    Returns:
        없어서 불러오지 못한 패키지의 이름. 탈이 없으면 `None`.
    """
    with patch.dict(sys.modules, {"tensorflow": None}):
        try:
            use()
        except ImportError as error:
            return error.name.partition(".")[0]
    return None


# --8<-- [end:missing]


def make_model() -> keras.Model:
    """콜백에 건넬 작은 모델을 만든다."""
    return keras.Sequential(
        [keras.Input((2,)), keras.layers.Dense(1)]
    )


def start(
    callback: callbacks.Callback, model: keras.Model
) -> None:
    """`fit`이 하듯 콜백에 모델을 건네고 훈련의 시작과 끝을 알린다."""
    callback.set_model(model)
    callback.on_train_begin()
    callback.on_train_end()


# --8<-- [start:needs]
def needs(folder: Path) -> dict[str, str | None]:
    """콜백마다 없으면 멈추는 패키지를 모은다."""
    model = make_model()
    uses = {
        "keras.callbacks.TensorBoard": lambda: start(
            callbacks.TensorBoard(folder / "logs"), model
        ),
        "wandb.integration.keras": lambda: (
            importlib.import_module(
                "wandb.integration.keras"
            )
        ),
        "keras.callbacks.CSVLogger": lambda: start(
            callbacks.CSVLogger(folder / "log.csv"), model
        ),
    }
    return {
        name: missing_package(use)
        for name, use in uses.items()
    }


# --8<-- [end:needs]


def main() -> None:
    """콜백마다 텐서플로를 찾는지 출력한다."""
    with tempfile.TemporaryDirectory() as folder:
        for name, package in needs(Path(folder)).items():
            print(f"{name}: {package or '필요 없음'}")


if __name__ == "__main__":
    main()
