"""이 쪽의 코드를 돌린 도구와 그 버전을 본다."""

from importlib.metadata import metadata

TOOLS = (
    "keras",
    "tensorboard",
    "wandb",
    "mlflow-skinny",
    "optuna",
    "trackio",
)


# --8<-- [start:versions]
def versions(
    packages: tuple[str, ...] = TOOLS,
) -> dict[str, str]:
    """깔린 패키지마다 (이름, 버전)을 읽는다."""
    return {
        name: metadata(name)["Version"] for name in packages
    }


# --8<-- [end:versions]


def main() -> None:
    """도구와 버전을 출력한다."""
    for name, version in versions().items():
        print(f"{name} {version}")


if __name__ == "__main__":
    main()
