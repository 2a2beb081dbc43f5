import os

import keras
import pytest

from snippets.week12.keras_applications.backends import (
    FIT,
    backends_in_code,
    minimum_versions,
    run_on,
)


def test_table_names_four_backends_with_their_lowest_versions() -> None:
    assert minimum_versions() == {
        "TensorFlow": "2.16.1",
        "JAX": "0.4.20",
        "PyTorch": "2.1.0",
        "OpenVINO": "2025.3.0",
    }


def test_code_holds_a_fifth_backend_but_no_theano() -> None:
    assert backends_in_code() == ["jax", "numpy", "openvino", "tensorflow", "torch"]
    assert keras.backend.backend() in backends_in_code()


def test_choosing_theano_raises() -> None:
    output, error = run_on("theano", "import keras")
    assert output == ""
    assert error == "ValueError: Unable to import backend : theano"


def test_numpy_predicts_but_does_not_train() -> None:
    output, error = run_on("numpy", FIT)
    assert output == "(2, 1)"
    assert error.startswith("NotImplementedError")


def test_the_new_process_runs_the_wanted_backend_and_reports_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MARK", "남은 것")
    code = "import os; print(os.environ['KERAS_BACKEND'], os.environ['MARK'])"
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    output, error = run_on("jax", code)
    assert (output, error) == ("jax 남은 것", "")
    assert os.environ["KERAS_BACKEND"] == keras.backend.backend()
