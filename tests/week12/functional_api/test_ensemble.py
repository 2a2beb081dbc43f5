import keras
import numpy as np
import pytest
from sklearn.datasets import load_digits

from snippets.week12.functional_api import ensemble
from snippets.week12.functional_api.ensemble import (
    EPOCHS,
    compare,
    make_members,
    merge,
    score,
)

NAMES = ["shallow", "deep", "wide"]


def test_members_differ_in_build() -> None:
    members = make_members()
    assert [member.name for member in members] == NAMES
    head = 16 * 10 + 10
    first = 64 * 16 + 16
    sizes = [first + head, first + 2 * (16 * 17) + head, 64 * 65 + 64 * 10 + 10]
    assert [member.count_params() for member in members] == sizes
    for member in members:
        names = [layer.activation.__name__ for layer in member.layers]
        assert names == ["relu"] * (len(names) - 1) + ["softmax"]


def test_merged_model_is_the_mean_and_has_no_new_weight() -> None:
    members = make_members()
    merged = merge(members)
    assert merged.count_params() == sum(x.count_params() for x in members)
    x = np.random.default_rng(0).random((4, 64)).astype("float32")
    mean = np.mean([np.asarray(member(x)) for member in members], axis=0)
    assert np.asarray(merged(x)) == pytest.approx(mean, abs=1e-6)


def test_score_of_a_known_answer() -> None:
    image = keras.Input(shape=(2,))
    same = keras.Model(image, keras.layers.Identity()(image))
    x = np.array([[0.5, 0.5], [0.25, 0.75], [0.9, 0.1]], "float32")
    loss, accuracy = score(same, x, np.array([0, 1, 1]))
    assert loss == pytest.approx(-np.log([0.5, 0.75, 0.1]).mean())
    assert accuracy == pytest.approx(2 / 3)


def test_loss_of_the_mean_is_never_above_the_mean_loss() -> None:
    for rows in compare().values():
        assert list(rows) == [*NAMES, "average"]
        members = np.mean([rows[name][0] for name in NAMES])
        assert rows["average"][0] < members


def test_training_together_makes_worse_members() -> None:
    assert EPOCHS == 6
    apart, together = compare()["따로"], compare()["함께"]
    for name in ("shallow", "deep"):
        assert together[name][0] > apart[name][0] + 0.3
        assert together[name][1] < apart[name][1]
    for rows in (apart, together):
        assert rows["average"][1] > 0.85
    # 합친 것이 가장 나은 하나보다 나으라는 법은 없다.
    assert apart["wide"][0] < apart["average"][0]


def test_members_never_see_the_test_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    trained, tested = [], []
    monkeypatch.setattr(ensemble, "fit", lambda _, x, y: trained.append((x, y)))
    monkeypatch.setattr(ensemble, "score", lambda _, x, y: tested.append((x, y)))
    compare.__wrapped__()
    # 따로 셋과 합친 하나를 훈련하고, 두 번 모두 넷을 잰다.
    assert [len(y) for _, y in trained] == [1200] * (3 + 1)
    assert [len(y) for _, y in tested] == [1797 - 1200] * (4 + 4)
    everything = np.concatenate([trained[0][0], tested[0][0]])
    assert np.array_equal(everything, load_digits().data.astype("float32") / 16)
