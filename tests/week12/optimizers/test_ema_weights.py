import numpy as np
import pytest

from snippets.week12.optimizers.ema_weights import (
    RHO,
    describe,
    draw,
    ema_weights,
    keras_averages,
    main,
)


def test_weights_are_all_positive_and_sum_to_one() -> None:
    weights = ema_weights(300)
    assert RHO == 0.9
    assert weights[:3] == pytest.approx([0.1, 0.09, 0.081])
    assert (weights > 0).all()
    assert weights.sum() == pytest.approx(1)
    assert ema_weights(2, rho=0.5) == pytest.approx([0.5, 0.25])


def test_last_ten_hold_sixty_five_percent() -> None:
    recent = ema_weights(10).sum()
    assert recent == pytest.approx(1 - 0.9**10)
    assert recent == pytest.approx(0.65, abs=0.005)


@pytest.mark.parametrize("rho", [0.9, 0.5])
def test_keras_keeps_the_same_weights(rho: float) -> None:
    kept = keras_averages(31, rho)
    assert kept.shape == (31,)
    assert kept == pytest.approx(ema_weights(31, rho), abs=1e-6)
    assert (kept > 0).all()


def test_keras_uses_the_default_rho() -> None:
    assert keras_averages(5) == pytest.approx(keras_averages(5, RHO))


def test_output_shows_old_weights_and_their_sum(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == " 0번 전: 무게 0.1000, 케라스 0.1000"
    assert lines[1] == " 1번 전: 무게 0.0900, 케라스 0.0900"
    assert lines[2].startswith("10번 전: 무게 0.0349")
    assert lines[3].startswith("30번 전: 무게 0.0042")
    assert lines[4] == "최근 10번의 합 0.65, 그보다 오래된 것 0.35"


def test_bars_are_the_weights() -> None:
    (axes,) = draw().axes
    heights = [bar.get_height() for bar in axes.patches]
    assert heights == pytest.approx(ema_weights(40))
    middles = [bar.get_x() + bar.get_width() / 2 for bar in axes.patches]
    assert middles == pytest.approx(np.arange(40))
    labels = [text.get_text() for text in axes.texts]
    assert labels == ["최근 10번 65%", "그보다 오래된 것 35%"]
    assert axes.get_ylim()[1] > max(heights)
    assert axes.get_xlim() == (-0.8, 39.8)
    assert "최근 10번이 65%, 나머지가 35%" in describe()
