import keras
import numpy as np
import pytest

from snippets.week12.optimizers.newer_steps import (
    first_step,
    main,
    matrix_gradient,
    singular_values,
)

GRADIENT = np.array([100.0, 1.0, 0.01])


def test_first_step_is_what_was_subtracted() -> None:
    step = first_step(keras.optimizers.SGD(0.1), GRADIENT)
    assert step.shape == (3,)
    assert step == pytest.approx(0.1 * GRADIENT)


def test_lion_steps_by_the_sign_alone() -> None:
    gradient = np.array([100.0, -1.0, 0.01])
    step = first_step(keras.optimizers.Lion(0.1), gradient)
    assert step == pytest.approx([0.1, -0.1, 0.1])


def test_nadam_first_step_looks_further_than_adam() -> None:
    adam = first_step(keras.optimizers.Adam(0.1), GRADIENT)
    nadam = first_step(keras.optimizers.Nadam(0.1), GRADIENT)
    assert adam == pytest.approx([0.1] * 3, rel=1e-3)
    assert (nadam > 1.05 * adam).all()


def test_muon_treats_a_vector_as_adam_does() -> None:
    muon = first_step(keras.optimizers.Muon(0.1), GRADIENT)
    assert muon == pytest.approx(first_step(keras.optimizers.Adam(0.1), GRADIENT))


def test_gradient_has_the_singular_values_asked_for() -> None:
    matrix = matrix_gradient()
    assert matrix.shape == (3, 3)
    values = np.linalg.svd(matrix, compute_uv=False)
    assert values == pytest.approx([1.0, 0.5, 0.1])
    assert singular_values(7 * matrix) == pytest.approx([1.0, 0.5, 0.1])
    assert np.array_equal(matrix, matrix_gradient())
    assert np.abs(matrix - np.diag(np.diag(matrix))).max() > 0.1


def test_muon_evens_out_the_singular_values() -> None:
    before = singular_values(matrix_gradient())
    muon = singular_values(first_step(keras.optimizers.Muon(0.1), matrix_gradient()))
    adam = singular_values(first_step(keras.optimizers.Adam(0.1), matrix_gradient()))
    assert before[-1] == pytest.approx(0.1)
    assert muon[-1] > 0.5 > before[-1]
    assert muon[-1] > adam[-1]


def test_output_lists_five_vectors_and_three_matrices(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    names = [line.split(":")[0].removeprefix("- ") for line in lines]
    assert names == [
        "그레이디언트 100, 1, 0.01의 첫 걸음",
        "SGD",
        "Adam",
        "Nadam",
        "Lion",
        "Muon",
        "행렬 그레이디언트의 특잇값",
        "그대로",
        "Adam",
        "Muon",
    ]
    assert lines[1] == "- SGD: 10.0000, 0.1000, 0.0010"
    assert lines[4] == "- Lion: 0.1000, 0.1000, 0.1000"
    assert lines[7] == "- 그대로: 1.00, 0.50, 0.10"
    for line, kind in ((lines[8], "Adam"), (lines[9], "Muon")):
        optimizer = getattr(keras.optimizers, kind)(0.1)
        values = singular_values(first_step(optimizer, matrix_gradient()))
        assert line.endswith(", ".join(f"{value:.2f}" for value in values))
