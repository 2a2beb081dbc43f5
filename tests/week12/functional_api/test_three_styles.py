import keras
import numpy as np
import pytest

from snippets.week12.functional_api.three_styles import (
    STYLES,
    TRIES,
    TwoInputs,
    UntilSmall,
    loop_on_value,
    make,
    rebuild_without_code,
    two_inputs,
    works,
)


def test_table_of_the_page() -> None:
    table = {n: [works(act, style) for style in STYLES] for n, act in TRIES.items()}
    assert table == {
        "입력 두 개": [False, True, True],
        "중간 출력 꺼내기": [True, True, False],
        "코드 없이 다시 만들기": [True, True, False],
        "값을 보는 while": [False, False, True],
    }


@pytest.mark.parametrize("style", STYLES)
def test_three_models_are_the_same_size(style: str) -> None:
    model = make(style)
    assert model.count_params() == 4 * 3 + 3
    assert model(np.ones((2, 4), "float32")).shape == (2, 3)
    assert model.built


def test_styles_are_different_kinds_of_models() -> None:
    kinds = [type(make(style)).__name__ for style in STYLES]
    assert kinds == ["Sequential", "Functional", "Subclassed"]


def test_reasons_of_the_refusals() -> None:
    with pytest.raises(ValueError, match="different Input layer"):
        two_inputs("순차")
    with pytest.raises(TypeError, match="boolean"):
        loop_on_value("함수형")
    with pytest.raises(TypeError, match="Subclassed"):
        rebuild_without_code("서브클래싱")


def test_sequential_without_input_takes_two_tensors_into_its_first_layer() -> None:
    model = keras.Sequential([keras.layers.Add()])
    ones = np.ones((1, 4), "float32")
    assert np.asarray(model([ones, ones])).tolist() == [[2, 2, 2, 2]]


def test_subclassed_helpers_compute_what_they_say() -> None:
    one, two = np.array([[1.0, 2.0]], "float32"), np.array([[3.0, 5.0]], "float32")
    assert np.asarray(TwoInputs()([one, two])).tolist() == [[4, 7]]
    assert np.asarray(UntilSmall()(two)).tolist() == [[0.375, 0.625]]
    assert np.asarray(UntilSmall()(one)).tolist() == [[0.25, 0.5]]
    exact = np.array([[0.25, 1.0]], "float32")
    assert np.asarray(UntilSmall()(exact)).tolist() == [[0.125, 0.5]]


def test_unforeseen_errors_are_not_swallowed() -> None:
    def broken(_style: str) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        works(broken, STYLES[0])
    assert isinstance(make("순차"), keras.Sequential)
