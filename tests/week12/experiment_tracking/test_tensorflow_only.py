import sys
from pathlib import Path

import keras
import pytest

from snippets.week12.experiment_tracking.tensorflow_only import (
    make_model,
    missing_package,
    needs,
    start,
)


def test_two_callbacks_look_for_tensorflow_and_one_does_not(tmp_path: Path) -> None:
    assert needs(tmp_path) == {
        "keras.callbacks.TensorBoard": "tensorflow",
        "wandb.integration.keras": "tensorflow",
        "keras.callbacks.CSVLogger": None,
    }
    assert (tmp_path / "log.csv").exists()
    assert not (tmp_path / "logs").exists()


def test_tensorflow_comes_back_afterwards() -> None:
    before = sys.modules.get("tensorflow")

    def look() -> None:
        assert sys.modules["tensorflow"] is None

    assert missing_package(look) is None
    assert sys.modules.get("tensorflow") is before


def test_other_packages_are_named_too() -> None:
    def use() -> None:
        raise ModuleNotFoundError(name="absent.part")

    assert missing_package(use) == "absent"


def test_other_errors_are_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        missing_package(lambda: 1 / 0)


def test_callback_sees_a_model_and_both_ends() -> None:
    calls = []
    callback = keras.callbacks.LambdaCallback(
        on_train_begin=lambda *_: calls.append("begin"),
        on_train_end=lambda *_: calls.append("end"),
    )
    model = make_model()
    start(callback, model)
    assert calls == ["begin", "end"]
    assert callback.model is model
