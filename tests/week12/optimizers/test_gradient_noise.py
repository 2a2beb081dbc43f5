import numpy as np
import pytest

from snippets.week12.optimizers.gradient_noise import (
    BATCH_SIZES,
    batch_gradients,
    describe,
    draw,
    gradient,
    main,
    standardized_diabetes,
)


def test_data_is_standardized() -> None:
    features, target = standardized_diabetes()
    assert features.shape == (442, 10)
    assert target.shape == (442,)
    for values in (*features.T, target):
        assert values.mean() == pytest.approx(0, abs=1e-9)
        assert values.std() == pytest.approx(1)


def test_gradient_is_the_slope_of_the_mean_squared_error() -> None:
    features, target = standardized_diabetes()
    weight = np.linspace(-1, 1, 10)

    def error(w: np.ndarray) -> float:
        return float(np.mean((features @ w - target) ** 2))

    slopes = [
        (error(weight + 1e-5 * axis) - error(weight - 1e-5 * axis)) / 2e-5
        for axis in np.eye(10)
    ]
    assert gradient(weight, features, target) == pytest.approx(slopes, abs=1e-6)


@pytest.mark.parametrize("batch_size", BATCH_SIZES)
@pytest.mark.parametrize("seed", [0, 1])
def test_mean_over_an_epoch_is_exactly_the_full_gradient(
    batch_size: int, seed: int
) -> None:
    (full,) = batch_gradients(442)
    assert full == pytest.approx(gradient(np.zeros(10), *standardized_diabetes()))
    gradients = batch_gradients(batch_size, seed)
    assert gradients.shape == (442 // batch_size, 10)
    assert gradients.mean(axis=0) == pytest.approx(full, abs=1e-12)


def test_batches_are_shuffled_by_the_seed() -> None:
    assert not np.allclose(batch_gradients(34, 0), batch_gradients(34, 1))
    assert np.array_equal(batch_gradients(34), batch_gradients(34, 0))


@pytest.mark.parametrize("batch_size", [13, 34])
def test_noise_shrinks_like_one_over_the_root_of_the_batch(batch_size: int) -> None:
    alone = batch_gradients(1).std(axis=0)
    # 되돌려 넣지 않고 뽑으므로 유한 모집단 보정을 곱한다.
    expected = np.sqrt((442 - batch_size) / 441 / batch_size)
    ratios = [
        batch_gradients(batch_size, seed).std(axis=0) / alone for seed in range(30)
    ]
    assert np.mean(ratios) == pytest.approx(expected, rel=0.06)


def test_leftover_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="442개를 100개씩 나누면 남는다"):
        batch_gradients(100)


def test_output_names_every_batch_size(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert BATCH_SIZES == (1, 13, 34, 442)
    assert [int(line[2:6]) for line in lines] == [1, 13, 34, 442]
    assert all("평균의 차이 0.00" in line for line in lines)
    assert f"표준편차 {batch_gradients(13).std(axis=0).mean():.2f}" in lines[1]
    assert lines[2].startswith("배치  34:  13개, ")


def test_figure_shows_the_spread_around_the_full_gradient() -> None:
    (axes,) = draw().axes
    (full,) = batch_gradients(442)
    for dots, size in zip(axes.collections, (1, 34), strict=True):
        points = np.asarray(dots.get_offsets())
        assert points == pytest.approx(batch_gradients(size)[:80][:, [2, 8]])
        assert (points > -11).all()
        assert (points < 7).all()
    (goal,) = axes.lines
    assert goal.get_xydata() == pytest.approx(full[None, [2, 8]])
    assert [text.get_text() for text in axes.texts] == ["배치 1", "배치 34"]
    assert axes.get_xlim() == axes.get_ylim() == (-11, 7)
    spread = batch_gradients(34).std(axis=0)[[2, 8]].mean()
    assert f"배치 34가 {spread:.2f}" in describe()
