"""케라스에 든 옵티마이저의 이름과 `compile`의 기본값을 코드로 알아본다."""

import inspect
import textwrap

import keras


# --8<-- [start:names]
def names(module: object, base: type) -> list[str]:
    """`base`를 물려받은 이름을 알파벳순으로 모은다."""
    return [
        name
        for name, kind in inspect.getmembers(
            module, inspect.isclass
        )
        if issubclass(kind, base) and kind is not base
    ]


def compile_default() -> str:
    """`compile()`에 옵티마이저를 주지 않으면 쓰는 이름."""
    found = inspect.signature(keras.Model.compile)
    return found.parameters["optimizer"].default


# --8<-- [end:names]


def optimizer_names() -> list[str]:
    """`keras.optimizers`에 든 옵티마이저의 이름을 모은다."""
    return names(keras.optimizers, keras.Optimizer)


def schedule_names() -> list[str]:
    """`keras.optimizers.schedules`에 든 스케줄의 이름을 모은다."""
    schedules = keras.optimizers.schedules
    return names(schedules, schedules.LearningRateSchedule)


def main() -> None:
    """이름과 기본값을 출력한다."""
    for title, found in (
        ("옵티마이저", optimizer_names()),
        ("스케줄", schedule_names()),
    ):
        print(f"{title} {len(found)}개")
        print(textwrap.fill(", ".join(found), 58))
    print(f"compile()의 기본값: {compile_default()}")


if __name__ == "__main__":
    main()
