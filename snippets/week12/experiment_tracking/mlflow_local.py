"""MLflow로 세 실험을 이 컴퓨터의 SQLite 파일에 남기고 견준다."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split

if TYPE_CHECKING:
    from mlflow import MlflowClient

LEARNING_RATES = (0.01, 0.03, 0.1)


def validation_losses(
    learning_rate: float, epochs: int = 15
) -> Iterator[float]:
    """손글씨 숫자를 선형 분류기로 훈련하며 에포크마다 검증 로그 손실을 내놓는다."""
    images, labels = load_digits(return_X_y=True)
    train_x, valid_x, train_y, valid_y = train_test_split(
        images / 16, labels, test_size=0.5, random_state=0
    )
    model = SGDClassifier(
        loss="log_loss",
        learning_rate="constant",
        eta0=learning_rate,
        random_state=0,
    )
    for _ in range(epochs):
        model.partial_fit(
            train_x, train_y, classes=range(10)
        )
        yield float(
            log_loss(valid_y, model.predict_proba(valid_x))
        )


@contextmanager
def quietly() -> Iterator[None]:
    """사용 통계를 끄고, 곧 없어질 설정을 쓴다는 경고를 감춘다."""
    with (
        patch.dict(
            os.environ, {"MLFLOW_DISABLE_TELEMETRY": "true"}
        ),
        warnings.catch_warnings(),
    ):
        # MLflow가 SQLAlchemy 2.1에서 곧 없어질 설정을 쓴다.
        warnings.filterwarnings(
            "ignore", "The ``noload``", DeprecationWarning
        )
        yield


# --8<-- [start:store]
@contextmanager
def local_store(folder: Path) -> Iterator["MlflowClient"]:
    """`mlflow.db`에 기록하는 클라이언트를 연다."""
    with quietly():
        # 불러오는 순간 사용 통계를 켤지 정한다.
        from mlflow import MlflowClient

        client = MlflowClient(
            f"sqlite:///{(folder / 'mlflow.db').as_posix()}"
        )
        yield client
        client._tracking_client.store.engine.dispose()


# --8<-- [end:store]


# --8<-- [start:log]
def log_runs(client: "MlflowClient", artifacts: str) -> str:
    """학습률마다 실험을 하나씩 남긴다.

    Returns:
        묶음의 id.
    """
    experiment = client.create_experiment(
        "digits", artifact_location=artifacts
    )
    for learning_rate in LEARNING_RATES:
        run = client.create_run(experiment).info.run_id
        client.log_param(
            run, "learning_rate", learning_rate
        )
        for epoch, loss in enumerate(
            validation_losses(learning_rate)
        ):
            client.log_metric(
                run, "val_loss", loss, step=epoch
            )
        client.set_terminated(run)
    return experiment


# --8<-- [end:log]


# --8<-- [start:compare]
def compare(
    client: "MlflowClient", experiment: str
) -> dict[str, list[float]]:
    """마지막 손실이 작은 차례로 곡선을 되읽는다.

    Returns:
        학습률에서, 에포크마다의 검증 손실로.
    """
    runs = client.search_runs(
        [experiment], order_by=["metrics.val_loss ASC"]
    )
    return {
        run.data.params["learning_rate"]: [
            metric.value
            for metric in client.get_metric_history(
                run.info.run_id, "val_loss"
            )
        ]
        for run in runs
    }


# --8<-- [end:compare]


@cache
def recorded() -> tuple[str, dict[str, list[float]]]:
    """세 실험을 남기고 (남은 파일, 되읽은 곡선)을 돌려준다."""
    with tempfile.TemporaryDirectory(
        ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        with local_store(folder) as client:
            experiment = log_runs(
                client, (folder / "artifacts").as_uri()
            )
            curves = compare(client, experiment)
        (file,) = folder.iterdir()
        return file.name, curves


def draw() -> Figure:
    """되읽은 세 곡선을 겹쳐 그린다."""
    _, curves = recorded()
    figure, axes = plt.subplots()
    styles = zip(
        ("C0", "C1", "C2"), ("-", "--", ":"), strict=True
    )
    for (rate, losses), (color, style) in zip(
        curves.items(), styles, strict=True
    ):
        epochs = range(1, len(losses) + 1)
        axes.plot(
            epochs,
            losses,
            color=color,
            linestyle=style,
            label=rate,
        )
    axes.legend(title="학습률")
    axes.set(
        xlabel="에포크",
        ylabel="검증 손실",
        xlim=(1, 15),
        ylim=(0, 1.5),
    )
    axes.set_xticks(range(3, 16, 3))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    _, curves = recorded()
    ends = ", ".join(
        f"{rate}은 {losses[-1]:.2f}"
        for rate, losses in curves.items()
    )
    return f"학습률 셋의 검증 손실 곡선. 마지막 값은 {ends}이다."


def main() -> None:
    """남은 파일과, 마지막 검증 손실이 작은 차례로 실험을 출력한다."""
    file, curves = recorded()
    print("파일:", file)
    for rate, losses in curves.items():
        print(
            f"학습률 {rate}: 검증 손실 {losses[0]:.2f} → {losses[-1]:.2f}"
        )


if __name__ == "__main__":
    main()
