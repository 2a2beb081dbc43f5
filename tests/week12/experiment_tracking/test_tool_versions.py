import keras
import optuna
import pytest
import tensorboard
import wandb

from snippets.week12.experiment_tracking.tool_versions import versions
from snippets.week12.experiment_tracking.trackio_local import open_trackio


def test_versions_are_those_that_run_here(monkeypatch: pytest.MonkeyPatch) -> None:
    # 불러오는 순간 사용 통계를 켤지 정한다.
    monkeypatch.setenv("MLFLOW_DISABLE_TELEMETRY", "true")
    import mlflow

    assert versions() == {
        "keras": keras.__version__,
        "tensorboard": tensorboard.__version__,
        "wandb": wandb.__version__,
        "mlflow-skinny": mlflow.__version__,
        "optuna": optuna.__version__,
        "trackio": open_trackio()[0].__version__,
    }


def test_chosen_packages_only() -> None:
    assert list(versions(("pytest",))) == ["pytest"]
    assert versions(("pytest",))["pytest"] == pytest.__version__
