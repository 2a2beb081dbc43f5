import os
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from snippets.week12.experiment_tracking.tensorboard_events import (
    describe,
    draw,
    event_log,
    histogram,
    read_events,
    recorded,
    spread,
    train_with_events,
)
from tests.paths import ROOT

WITHOUT_TENSORFLOW = """
import sys
from pathlib import Path

sys.modules["tensorflow"] = None
from snippets.week12.experiment_tracking.tensorboard_events import *

train_with_events(Path(sys.argv[1]), epochs=1)
losses, kernels = read_events(Path(sys.argv[1]))
print(len(losses), len(kernels))
"""


def test_file_holds_what_the_history_holds(tmp_path: Path) -> None:
    history = train_with_events(tmp_path, epochs=2)
    (file,) = tmp_path.iterdir()
    assert file.name.startswith("events.out.tfevents.")
    losses, kernels = read_events(tmp_path)
    # 파일에는 32비트로 남는다.
    assert losses == pytest.approx(history.history["loss"], rel=1e-6)
    assert len(kernels) == 2
    kernel = keras.ops.convert_to_numpy(history.model.layers[0].kernel)
    assert kernels[-1].num == kernel.size == 64 * 32
    assert sum(kernels[-1].bucket) == kernel.size
    assert kernels[-1].min == pytest.approx(kernel.min())
    assert kernels[-1].max == pytest.approx(kernel.max())
    assert spread(kernels[-1]) == pytest.approx(kernel.std(), rel=1e-4)


def test_steps_count_from_zero(tmp_path: Path) -> None:
    train_with_events(tmp_path, epochs=2)
    events = EventAccumulator(str(tmp_path)).Reload()
    assert [event.step for event in events.Scalars("loss")] == [0, 1]
    assert events.Tags()["scalars"] == ["loss"]
    # 그냥 두면 히스토그램은 하나만 남는다.
    assert len(events.Histograms("kernel")) == 1


def test_events_need_no_tensorflow(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT_TENSORFLOW, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "KERAS_BACKEND": "jax"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.split() == ["1", "1"], result.stderr


def test_every_metric_gets_its_tag(tmp_path: Path) -> None:
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3)])
    callback = event_log(tmp_path, model)
    callback.on_epoch_end(5, {"loss": 0.5, "accuracy": 0.25})
    callback.on_train_end(None)
    events = EventAccumulator(str(tmp_path)).Reload()
    assert sorted(events.Tags()["scalars"]) == ["accuracy", "loss"]
    (event,) = events.Scalars("accuracy")
    assert (event.step, event.value) == (5, 0.25)
    assert events.Histograms("kernel")[0].histogram_value.num == 6


def test_histogram_counts_by_hand() -> None:
    values = np.array([[0.0, 1.0], [1.0, 4.0]])
    counted = histogram(values, bins=2)
    assert (counted.min, counted.max) == (0, 4)
    assert (counted.num, counted.sum, counted.sum_squares) == (4, 6, 18)
    assert list(counted.bucket_limit) == [2, 4]
    assert list(counted.bucket) == [3, 1]
    assert spread(counted) == pytest.approx(values.std())
    assert len(histogram(values).bucket) == 30


def test_training_is_the_one_described(tmp_path: Path) -> None:
    history = train_with_events(tmp_path, epochs=1)
    model = history.model
    assert [layer.units for layer in model.layers] == [32, 10]
    activations = [layer.activation for layer in model.layers]
    assert activations == [keras.activations.relu, keras.activations.softmax]
    assert float(model.optimizer.learning_rate) == pytest.approx(0.01)
    assert int(model.optimizer.iterations) == -(-1797 // 64)
    # 픽셀을 0에서 1 사이로 바꾸고, 시드를 정해 두어 늘 같은 손실에서 시작한다.
    _, losses, _ = recorded()
    assert history.history["loss"] == pytest.approx(losses[:1], rel=1e-4)
    assert 1 < losses[0] < 2.3


def test_weights_spread_out_while_the_loss_falls() -> None:
    name, losses, kernels = recorded()
    assert name.startswith("events.out.tfevents.")
    assert len(losses) == len(kernels) == 6
    assert losses[-1] < losses[0] / 5
    assert spread(kernels[-1]) > 1.2 * spread(kernels[0])


def test_figure_stacks_one_outline_an_epoch() -> None:
    _, _, kernels = recorded()
    (axes,) = draw().axes
    assert len(axes.lines) == len(kernels) == 6
    for epoch, (line, kernel) in enumerate(zip(axes.lines, kernels, strict=True), 1):
        centers, heights = line.get_xdata(), line.get_ydata()
        assert len(centers) == 30
        assert kernel.min < centers[0] < centers[-1] < kernel.max
        margins = centers[0] - kernel.min, kernel.max - centers[-1]
        assert margins[0] == pytest.approx(margins[1], rel=1e-4)
        # 밀도라서 넓이가 1이고, 그림에서는 0.55를 곱했다.
        width = (kernel.max - kernel.min) / 30
        assert (heights - epoch).sum() * width == pytest.approx(0.55, rel=1e-4)
    assert list(axes.get_yticks()) == [1, 2, 3, 4, 5, 6]
    first, last = spread(kernels[0]), spread(kernels[-1])
    assert describe().endswith(f"{first:.2f}에서 {last:.2f}까지 넓어진다.")
