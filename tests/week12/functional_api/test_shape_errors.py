import keras
import numpy as np
import pytest

from snippets.week12.functional_api import shape_errors
from snippets.week12.functional_api.shape_errors import (
    CASES,
    functional,
    main,
    message,
    sequential,
    stage,
)

IMAGES = np.zeros((2, 8, 8), "float32")


def test_only_models_that_know_their_input_fail_when_made() -> None:
    assert {name: stage(make, IMAGES) for name, make in CASES.items()} == {
        "함수형": "만들 때",
        "순차(Input 있음)": "만들 때",
        "순차(Input 없음)": "데이터를 넣을 때",
        "서브클래싱": "데이터를 넣을 때",
    }


@pytest.mark.parametrize("name", ["순차(Input 없음)", "서브클래싱"])
def test_the_late_ones_work_with_the_missing_axis(name: str) -> None:
    assert stage(CASES[name], IMAGES[..., None]) == "끝까지 모름"
    assert CASES[name]()(IMAGES[..., None]).shape == (2, 6, 6, 4)


# 서브클래싱은 같은 까닭을 먼저 경고로도 알린다.
@pytest.mark.filterwarnings("ignore:.*unbuilt state:UserWarning")
@pytest.mark.parametrize("name", ["순차(Input 없음)", "서브클래싱"])
def test_the_late_ones_fail_without_data_once_told_the_shape(name: str) -> None:
    with pytest.raises(ValueError, match="expected min_ndim=4, found ndim=3"):
        CASES[name]()(keras.Input((8, 8)))


def test_error_names_both_numbers_of_axes() -> None:
    assert message() == "expected min_ndim=4, found ndim=3"
    with pytest.raises(ValueError, match="conv"):
        functional()


def test_other_mistakes_are_not_hidden() -> None:
    def broken() -> keras.Model:
        raise KeyError("다른 실수")

    with pytest.raises(KeyError):
        stage(broken, IMAGES)


@pytest.mark.parametrize("make", [functional, sequential])
def test_known_input_is_the_picture_without_its_axis(
    make: shape_errors.Factory,
) -> None:
    with pytest.raises(ValueError, match=r"Full shape received: \(None, 8, 8\)"):
        make()


def test_page_feeds_the_same_pictures_to_every_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shapes = []
    monkeypatch.setattr(shape_errors, "stage", lambda _, x: shapes.append(x.shape))
    main()
    assert shapes == [IMAGES.shape] * len(CASES)
