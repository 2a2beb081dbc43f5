import os
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import wandb
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from snippets.week12.experiment_tracking.trackio_local import (
    LABELS,
    accuracies,
    describe,
    draw,
    gains,
    log_runs,
    open_trackio,
    read_runs,
    recorded,
)


def test_store_lies_in_a_temporary_folder() -> None:
    before = dict(os.environ)
    trackio, folder = open_trackio()
    assert dict(os.environ) == before
    assert folder == trackio.TRACKIO_DIR
    assert folder not in (Path.cwd(), Path.home())
    assert open_trackio() == (trackio, folder)


def test_database_holds_what_was_logged(capsys: pytest.CaptureFixture[str]) -> None:
    file, runs = recorded("again")
    assert file == "again.db"
    assert capsys.readouterr().out == ""
    assert runs == {
        "raw": list(accuracies(scaled=False)),
        "scaled": list(accuracies(scaled=True)),
    }
    trackio, folder = open_trackio()
    assert (folder / "again.db").read_bytes().startswith(b"SQLite format 3")
    configs = {run.name: run.config["input"] for run in trackio.Api().runs("again")}
    assert configs == {"raw": "raw", "scaled": "scaled"}


def test_nothing_is_opened_to_others_in_a_notebook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trackio, _ = open_trackio()
    opened = []
    monkeypatch.setattr(trackio.utils, "is_in_notebook", lambda: True)
    monkeypatch.setattr(trackio, "show", lambda *a, **_: opened.append(a))
    recorded("notebook")
    assert opened == []
    log_runs(trackio, "shown")
    assert opened


def test_only_the_three_shared_functions_are_used() -> None:
    calls = []
    tracker = SimpleNamespace(
        init=lambda **options: calls.append(options),
        log=lambda values: calls.append(values),
        finish=lambda: calls.append("finish"),
    )
    log_runs(tracker, "cancer")
    raw = [{"val_accuracy": value} for value in accuracies(scaled=False)]
    scaled = [{"val_accuracy": value} for value in accuracies(scaled=True)]
    assert calls == [
        {"project": "cancer", "name": "raw", "config": {"input": "raw"}},
        *raw,
        "finish",
        {"project": "cancer", "name": "scaled", "config": {"input": "scaled"}},
        *scaled,
        "finish",
    ]


def test_same_lines_log_to_wandb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"WANDB_{kind}_DIR", str(tmp_path))
    monkeypatch.setenv("WANDB_DIR", str(tmp_path))
    monkeypatch.setenv("WANDB_MODE", "offline")
    monkeypatch.setenv("WANDB_SILENT", "true")
    log_runs(wandb, "cancer")
    wandb.teardown()
    assert len(list(tmp_path.glob("wandb/offline-run-*/run-*.wandb"))) == 2


def test_rows_are_read_in_the_order_of_steps(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE metrics (run_name, step, metrics)")
    rows = [("b", 0, 0.5), ("a", 1, 0.75), ("a", 0, 0.25)]
    database.executemany(
        "INSERT INTO metrics VALUES (?, ?, ?)",
        [(name, step, f'{{"val_accuracy": {value}}}') for name, step, value in rows],
    )
    database.commit()
    database.close()
    assert read_runs(file) == {"a": [0.25, 0.75], "b": [0.5]}


def test_both_curves_have_fifteen_epochs() -> None:
    file, runs = recorded()
    assert file == "cancer.db"
    assert len(runs["raw"]) == len(runs["scaled"]) == 15
    assert len(list(accuracies(scaled=True, epochs=3))) == 3


def test_scaling_sees_the_training_rows_only() -> None:
    x, y = load_breast_cancer(return_X_y=True)
    train_x, valid_x, train_y, valid_y = train_test_split(
        x, y, test_size=0.3, random_state=4
    )
    model = make_pipeline(
        StandardScaler(),
        SGDClassifier(learning_rate="constant", eta0=0.001, max_iter=1, tol=None),
    )
    model.set_params(sgdclassifier__random_state=4).fit(train_x, train_y)
    (first,) = accuracies(scaled=True, epochs=1, seed=4)
    assert first == model.score(valid_x, valid_y)


def test_scaling_helps_on_other_splits_too() -> None:
    assert gains().shape == (12,)
    # 자유도 11의 t 분포에서 위쪽 2.5%의 자리다.
    half = 2.201 * gains().std(ddof=1) / np.sqrt(12)
    assert gains().mean() - half > 0.02
    assert (gains() > 0).all()


def test_figure_shows_what_the_database_holds() -> None:
    _, runs = recorded()
    (axes,) = draw().axes
    for line, values in zip(axes.lines, runs.values(), strict=True):
        assert list(line.get_xdata()) == list(range(1, 16))
        assert list(line.get_ydata()) == values
    assert [text.get_text() for text in axes.texts] == list(LABELS.values())
    ends = [text.get_position() for text in axes.texts]
    assert ends == [(15.3, values[-1]) for values in runs.values()]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("에포크", "검증 정확도")
    assert list(LABELS.values()) == ["그대로", "표준화"]
    raw = runs["raw"]
    assert f"{min(raw):.2f}에서 {max(raw):.2f} 사이를" in describe()
