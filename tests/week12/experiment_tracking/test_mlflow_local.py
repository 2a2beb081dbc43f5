import os
from pathlib import Path

import pytest

from snippets.week12.experiment_tracking.mlflow_local import (
    LEARNING_RATES,
    compare,
    describe,
    draw,
    local_store,
    log_runs,
    recorded,
    validation_losses,
)


def test_store_holds_every_run_and_loss(tmp_path: Path) -> None:
    before = dict(os.environ)
    with local_store(tmp_path) as client:
        assert os.environ["MLFLOW_DISABLE_TELEMETRY"] == "true"
        experiment = log_runs(client, tmp_path.as_uri())
        assert client.get_experiment(experiment).name == "digits"
        assert client.get_experiment(experiment).artifact_location == tmp_path.as_uri()
        runs = client.search_runs([experiment])
        assert {run.info.status for run in runs} == {"FINISHED"}
        rates = {run.data.params["learning_rate"] for run in runs}
        assert rates == {str(rate) for rate in LEARNING_RATES}
        history = client.get_metric_history(runs[0].info.run_id, "val_loss")
        assert [metric.step for metric in history] == list(range(15))
        curves = compare(client, experiment)
        # 예전의 기본값이던 폴더는 이제 거절한다.
        from mlflow.exceptions import MlflowException

        with pytest.raises(MlflowException, match="maintenance mode"):
            type(client)((tmp_path / "mlruns").as_uri()).create_experiment("digits")
    assert not (tmp_path / "mlruns").exists()
    assert dict(os.environ) == before
    for rate in LEARNING_RATES:
        assert curves[str(rate)] == list(validation_losses(rate))
    assert (tmp_path / "mlflow.db").read_bytes().startswith(b"SQLite format 3")


def test_better_run_comes_first() -> None:
    file, curves = recorded()
    assert file == "mlflow.db"
    assert list(curves) == ["0.1", "0.03", "0.01"]
    lasts = [losses[-1] for losses in curves.values()]
    assert lasts[0] < 0.9 * lasts[1] < 0.9 * 0.8 * lasts[2]
    for losses in curves.values():
        assert len(losses) == 15
        assert losses == sorted(losses, reverse=True)


def test_first_loss_is_that_of_a_guess_over_ten_digits() -> None:
    # 거의 배우지 않은 분류기의 로그 손실은 log 10쯤이다.
    assert next(validation_losses(1e-6)) == pytest.approx(2.3026, abs=0.01)
    assert len(list(validation_losses(0.1, epochs=2))) == 2


def test_figure_shows_what_the_store_holds() -> None:
    _, curves = recorded()
    (axes,) = draw().axes
    for line, losses in zip(axes.lines, curves.values(), strict=True):
        assert list(line.get_xdata()) == list(range(1, 16))
        assert list(line.get_ydata()) == losses
    assert [line.get_linestyle() for line in axes.lines] == ["-", "--", ":"]
    legend = axes.get_legend()
    assert legend.get_title().get_text() == "학습률"
    assert [text.get_text() for text in legend.get_texts()] == list(curves)
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("에포크", "검증 손실")
    assert f"0.1은 {curves['0.1'][-1]:.2f}" in describe()
