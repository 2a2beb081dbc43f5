import keras
import numpy as np
import pytest
from keras import ops

from snippets.week12.functional_api.acyclic import (
    IfModel,
    attempt,
    build_cycle,
    build_recurrent,
    build_repeated,
    build_with_if,
    build_with_switch,
    build_with_where,
    build_with_while_loop,
    main,
)


def test_cycle_is_found_when_the_model_is_made() -> None:
    with pytest.raises(ValueError, match="is part of a cycle"):
        build_cycle()


def test_if_on_a_symbolic_tensor_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be used as a boolean"):
        build_with_if()


def test_where_chooses_for_each_row_inside_one_graph() -> None:
    model = build_with_where()
    rows = np.array([[1, 1, 1, 1], [-1, -1, -1, -1], [3, -1, -1, 0]], "float32")
    answers = ops.convert_to_numpy(model(rows))
    assert answers.tolist() == [[2] * 4, [1] * 4, [6, -2, -2, 0]]
    zero = ops.convert_to_numpy(model(np.array([[1, -1, 2, -2]], "float32")))
    assert zero.tolist() == [[-1, 1, -2, 2]]


def test_switch_chooses_one_branch_for_the_whole_batch() -> None:
    model = build_with_switch()
    rows = np.array([[3, 1, 1, 1], [-1, -1, -1, -1]], "float32")
    assert model.predict(rows, verbose=0).tolist() == (2 * rows).tolist()
    assert model.predict(-rows, verbose=0).tolist() == rows.tolist()


def test_while_loop_runs_as_often_as_the_values_ask() -> None:
    model = build_with_while_loop()
    for top, times in ((0.5, 0), (1, 1), (7, 3)):
        rows = np.array([[top, 0, -8, 0.25]], "float32")
        assert model.predict(rows, verbose=0).tolist() == (rows / 2**times).tolist()


def test_subclass_runs_the_if_with_values_and_only_eagerly() -> None:
    data = ops.ones((2, 4))
    assert ops.convert_to_numpy(IfModel()(data)).tolist() == [[2] * 4] * 2
    assert ops.convert_to_numpy(IfModel()(-data)).tolist() == [[1] * 4] * 2
    assert ops.convert_to_numpy(IfModel()(0 * data)).tolist() == [[0] * 4] * 2
    half = np.array([[0.5] * 4], "float32")
    assert ops.convert_to_numpy(IfModel()(half)).tolist() == [[1] * 4]
    # JAX와 텐서플로는 오류의 종류가 다르지만, 까닭은 같다.
    with pytest.raises(Exception, match=r"(?i)bool"):
        IfModel().predict(data, verbose=0)
    eager = IfModel()
    eager.compile(run_eagerly=True)
    assert eager.predict(data, verbose=0).tolist() == [[2] * 4] * 2


@pytest.mark.parametrize("times", [1, 3])
def test_repeated_layer_unrolls_and_keeps_its_parameters(times: int) -> None:
    model = build_repeated(times)
    dense = model.layers[-1]
    assert len(model.layers) == 2
    assert len(dense._inbound_nodes) == times
    assert model.count_params() == 4 * 4 + 4
    x = np.ones((1, 4), "float32")
    expected = x
    for _ in range(times):
        expected = ops.convert_to_numpy(dense(expected))
    assert ops.convert_to_numpy(model(x)) == pytest.approx(expected, rel=1e-5)


def test_sequential_holds_a_recurrent_layer_of_any_length() -> None:
    model = build_recurrent()
    assert isinstance(model, keras.Sequential)
    assert model.count_params() == 4 * (5 * 8 + 8 * 8 + 8)
    for length in (1, 7):
        assert tuple(model(ops.ones((1, length, 5))).shape) == (1, 8)


def test_attempt_names_the_error() -> None:
    assert attempt(lambda: None) == "된다"
    assert attempt(lambda: 1 / 0) == "ZeroDivisionError"


def test_printed_results(capsys: pytest.CaptureFixture) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        "ValueError",
        "TypeError",
        "된다",
        "된다",
        "된다",
        "된다",
        "오류",
        "된다",
        "파라미터 20",
        "(1, 8)",
        "(1, 8)",
    ]
