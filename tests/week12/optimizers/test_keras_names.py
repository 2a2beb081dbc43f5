import keras
import pytest

from snippets.week12.optimizers.keras_names import (
    compile_default,
    main,
    optimizer_names,
    schedule_names,
)


def test_every_name_makes_an_optimizer_of_keras() -> None:
    names = optimizer_names()
    assert names == sorted(names)
    assert "Optimizer" not in names
    assert {"SGD", "Adam", "AdamW", "Nadam", "Lion", "Muon"} <= set(names)
    for name in names:
        assert issubclass(getattr(keras.optimizers, name), keras.Optimizer)


def test_momentum_and_nesterov_are_not_classes_but_arguments() -> None:
    names = {name.lower() for name in optimizer_names()}
    assert not {"momentum", "nesterov"} & names
    optimizer = keras.optimizers.SGD(momentum=0.9, nesterov=True)
    assert (optimizer.momentum, optimizer.nesterov) == (0.9, True)


def test_optimizers_that_keras_does_not_hold() -> None:
    assert not {"Shampoo", "SOAP", "Sophia"} & set(optimizer_names())


def test_schedules_are_schedules() -> None:
    names = schedule_names()
    assert names == sorted(names)
    assert "CosineDecay" in names
    assert "LearningRateSchedule" not in names
    base = keras.optimizers.schedules.LearningRateSchedule
    for name in names:
        assert issubclass(getattr(keras.optimizers.schedules, name), base)


def test_model_compiled_without_an_optimizer_gets_the_default() -> None:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(loss="mse")
    assert compile_default() == "rmsprop"
    assert isinstance(model.optimizer, keras.optimizers.RMSprop)


def test_output_names_them_all_in_short_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main()
    text = capsys.readouterr().out
    flat = text.replace("\n", " ")
    assert f"옵티마이저 {len(optimizer_names())}개 Adadelta," in flat
    assert ", ".join(optimizer_names()) in flat
    assert f"스케줄 {len(schedule_names())}개 " + ", ".join(schedule_names()) in flat
    assert text.endswith("compile()의 기본값: rmsprop\n")
    assert max(len(line) for line in text.splitlines()) <= 58
