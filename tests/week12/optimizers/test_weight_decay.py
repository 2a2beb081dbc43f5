import pytest

from snippets.week12.optimizers.weight_decay import (
    LEARNING_RATE,
    decay_with_adamw,
    l2_with_adam,
    main,
)


@pytest.mark.parametrize("strength", [0.01, 0.1, 1.0])
@pytest.mark.parametrize("weight", [1.0, 2.0])
def test_adam_hides_the_strength_of_l2(strength: float, weight: float) -> None:
    assert l2_with_adam(strength, weight) == pytest.approx(LEARNING_RATE, rel=1e-3)


@pytest.mark.parametrize("strength", [0.01, 0.1, 1.0])
@pytest.mark.parametrize("weight", [1.0, 2.0])
def test_adamw_shrinks_by_rate_strength_and_weight(
    strength: float, weight: float
) -> None:
    expected = 0.1 * strength * weight
    assert decay_with_adamw(strength, weight) == pytest.approx(expected, abs=1e-6)


def test_weight_is_one_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert LEARNING_RATE == 0.1
    assert decay_with_adamw(1.0) == pytest.approx(0.1, abs=1e-6)
    # 그레이디언트가 epsilon / sqrt(1 - beta_2)와 같으면 걸음이 꼭 절반이 된다.
    assert l2_with_adam(1e-7 / 0.001**0.5) == pytest.approx(0.05, rel=1e-3)
    main()
    assert capsys.readouterr().out.splitlines() == [
        "세기 0.01: Adam과 L2 0.100, AdamW 0.001",
        "세기 0.10: Adam과 L2 0.100, AdamW 0.010",
        "세기 1.00: Adam과 L2 0.100, AdamW 0.100",
    ]
