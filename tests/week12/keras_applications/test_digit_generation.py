import keras
import numpy as np
import pytest
from matplotlib.path import Path

from snippets.week12.keras_applications.digit_generation import (
    LATENT,
    SEEDS,
    Sampling,
    bars,
    build_autoencoder,
    build_decoder,
    compiled,
    describe,
    draw,
    generate,
    load_images,
    measure,
    split,
    trained,
)


def test_sampling_adds_the_divergence_from_a_standard_normal() -> None:
    layer = Sampling()
    mean, log_variance = np.array([[1.0, 0.0]]), np.log([[1.0, 4.0]])
    layer([mean.astype("float32"), log_variance.astype("float32")])
    (loss,) = layer.losses
    # 정규 분포 N(1, 1)과 N(0, 4)의 쿨백-라이블러 발산을 손으로 더했다.
    expected = 0.5 + (4 - 1 - np.log(4)) / 2
    assert float(loss) == pytest.approx(expected, rel=1e-5)


def test_sampling_averages_the_divergence_over_rows() -> None:
    layer = Sampling()
    mean = np.array([[2.0], [0.0]], dtype="float32")
    layer([mean, np.zeros((2, 1), dtype="float32")])
    assert float(layer.losses[0]) == pytest.approx(1.0, rel=1e-5)


def test_samples_have_the_given_mean_and_variance() -> None:
    ones = np.ones((20_000, 1), dtype="float32")
    samples = np.asarray(Sampling(name="sample")([3 * ones, np.log(4) * ones]))
    assert samples.shape == (20_000, 1)
    # 평균의 표준오차는 2/√20000, 곧 0.014다.
    assert samples.mean() == pytest.approx(3, abs=0.06)
    assert samples.std() == pytest.approx(2, abs=0.05)


def test_autoencoder_shares_its_decoder() -> None:
    decoder = build_decoder()
    autoencoder = build_autoencoder(decoder)
    assert [x.shape for x in autoencoder.inputs] == [(None, 64), (None, 10)]
    assert autoencoder.output_shape == (None, 64)
    assert [x.shape for x in decoder.inputs] == [(None, LATENT), (None, 10)]
    assert decoder in autoencoder.layers
    # (74+1)×128과 (128+1)×4 둘, (14+1)×128과 (128+1)×64를 손으로 더했다.
    assert decoder.count_params() == 10_176
    assert autoencoder.count_params() - 10_176 == pytest.approx(10_632, abs=2)
    hidden = [x for x in autoencoder.layers if isinstance(x, keras.layers.Dense)]
    assert sorted(x.activation.__name__ for x in hidden) == ["linear", "linear", "relu"]
    made = np.asarray(decoder([np.zeros((1, 4)), np.eye(10)[:1]]))
    assert ((made > 0) & (made < 1)).all()
    inner = [x for x in decoder.layers if isinstance(x, keras.layers.Dense)]
    assert [x.activation.__name__ for x in inner] == ["relu", "sigmoid"]


def test_images_are_read_between_zero_and_one() -> None:
    images, labels = load_images()
    assert images.shape == (1797, 64)
    assert images.dtype == np.float32
    assert (images.min(), images.max()) == (0, 1)
    assert labels.shape == (1797,)


def test_each_seed_trains_once_from_fresh_weights() -> None:
    assert trained.__wrapped__.__defaults__ == (0, 30)
    assert trained(0) is trained(0)
    assert not np.allclose(trained(0)[0], trained(1)[0], atol=1e-2)
    again = trained.__wrapped__(0, epochs=1)
    assert int(compiled()[0].optimizer.iterations) == 12
    other = trained.__wrapped__(0, epochs=1)
    for one, two in zip(again, other, strict=True):
        assert one == pytest.approx(two, abs=1e-3)


def test_split_keeps_images_that_training_never_sees() -> None:
    train, kept, train_labels, kept_labels = split(0)
    assert train.shape == (1200, 64)
    assert kept.shape == (597, 64)
    assert np.bincount(train_labels).min() > 110
    assert len(kept_labels) == 597
    assert not np.array_equal(split(1)[0], train)


def test_new_digits_are_read_as_wanted() -> None:
    assert measure()["read"].shape == (len(SEEDS),) == (10,)
    assert measure()["read"].min() > 0.9
    made = generate(load_images()[1][:20])
    assert made.shape == (20, 64)
    assert ((made >= 0) & (made <= 1)).all()


def test_new_digits_vary_less_than_real_ones() -> None:
    result = measure()
    assert (result["made_spread"] < 0.7 * result["real_spread"]).all()
    assert result["made_spread"].min() > 0.02
    _, kept, _, labels = split(SEEDS[0])
    by_digit = [kept[labels == digit].std(axis=0).mean() for digit in range(10)]
    assert result["real_spread"][0] == pytest.approx(np.mean(by_digit), rel=1e-5)


def test_same_seed_gives_the_same_images() -> None:
    labels = np.array([1, 2])
    assert np.array_equal(generate(labels), generate(labels, seed=0))
    assert not np.allclose(generate(labels), generate(labels, seed=1), atol=1e-3)


def test_bars_are_as_long_as_the_pixels_are_bright() -> None:
    image = np.zeros(64)
    image[1], image[8], image[63] = 1.0, 0.5, 9.0
    path = bars(image)
    assert path.codes.tolist() == [Path.MOVETO, Path.LINETO] * 64
    starts, ends = path.vertices[::2], path.vertices[1::2]
    lengths = ends[:, 0] - starts[:, 0]
    assert lengths[[0, 1, 8, 63]] == pytest.approx([0, 1, 0.5, 1])
    centers = (starts + ends) / 2
    assert centers[[0, 1, 8, 63]].tolist() == [[0, 0], [1, 0], [0, -1], [7, -7]]


def test_picture_shows_ten_titled_digits() -> None:
    figure = draw()
    assert [axes.get_title() for axes in figure.axes] == list("0123456789")
    pictures = generate(np.arange(10))
    for axes, picture in zip(figure.axes, pictures, strict=True):
        (patch,) = axes.patches
        assert patch.get_path().vertices == pytest.approx(bars(picture).vertices)
        assert not patch.get_fill()
        assert patch.get_edgecolor()[:3] == pytest.approx([17 / 255] * 3)
        assert patch.get_linewidth() == 6
        assert patch.get_capstyle() == "butt"
        assert axes.get_xlim() == (-1, 8)
        assert axes.get_ylim() == (-8, 1)
        assert not axes.axison
    assert figure.get_size_inches().tolist() == [4.8, 2.6]
    assert f"{measure()['read'].mean():.2f}" in describe()
