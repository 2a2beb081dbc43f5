import numpy as np
import pytest

from snippets.week12.functional_api import shared_space
from snippets.week12.functional_api.shared_space import (
    distinct_rows,
    embed_pixels,
    main,
)


def test_every_gray_between_zero_and_one_becomes_word_zero() -> None:
    vectors = embed_pixels(np.array([[0.0, 0.3, 0.99, 1.0]], dtype="float32"))
    assert vectors.shape == (1, 4, 8)
    assert np.array_equal(vectors[0, 0], vectors[0, 1])
    assert np.array_equal(vectors[0, 0], vectors[0, 2])
    assert not np.array_equal(vectors[0, 0], vectors[0, 3])


def test_distinct_rows_counts_vectors_over_all_leading_axes() -> None:
    assert distinct_rows(np.array([[[1, 2], [1, 2]], [[2, 1], [1, 3]]])) == 3


def test_seventeen_grays_collapse_to_two(
    capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def spy(images: np.ndarray) -> np.ndarray:
        seen.append(images)
        return embed_pixels(images)

    monkeypatch.setattr(shared_space, "embed_pixels", spy)
    main()
    (images,) = seen
    assert (images.min(), images.max()) == (0, 1)
    out = capsys.readouterr().out
    assert out == "픽셀의 밝기: 17가지\n임베딩 벡터: 2가지\n"
