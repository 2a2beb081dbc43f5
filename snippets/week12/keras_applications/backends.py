"""설치한 케라스가 지원하는 백엔드를 읽고, 지원하지 않는 것을 골라 본다."""

import functools
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import keras

FIT = """
import keras
import numpy as np
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(loss="mse")
x = np.ones((2, 1))
print(model.predict(x, verbose=0).shape)
model.fit(x, x, verbose=0)
"""


# --8<-- [start:table]
def minimum_versions() -> dict[str, str]:
    """케라스의 README에서 백엔드와 최소 버전을 읽는다."""
    readme = metadata.metadata("keras")["Description"]
    table = readme.split("## Backend Compatibility Table")[
        1
    ].split("\n#")[0]
    rows = re.findall(
        r"^\| (\w+) +\| ([\d.]+) +\|$",
        table,
        flags=re.MULTILINE,
    )
    return dict(rows)


# --8<-- [end:table]


def backends_in_code() -> list[str]:
    """설치한 케라스의 코드에서 모델을 돌리는 파일을 갖춘 백엔드를 찾는다."""
    folder = Path(keras.__file__).parent / "src" / "backend"
    return sorted(
        file.parent.name
        for file in folder.glob("*/trainer.py")
    )


# --8<-- [start:run]
@functools.cache
def run_on(backend: str, code: str) -> tuple[str, str]:
    """새 프로세스에서 백엔드를 골라 코드를 돌린다.

    Returns:
        출력한 글, 오류의 마지막 줄. 끝까지 돌면 오류는 빈 글이다.
    """
    # 노트북에서 돌려도 오류에 색을 입히지 않게 한다.
    chosen = {
        "KERAS_BACKEND": backend,
        "PYTHON_COLORS": "0",
    }
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | chosen,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    errors = result.stderr.strip().splitlines()
    error = errors[-1] if result.returncode else ""
    return result.stdout.strip(), error


# --8<-- [end:run]


def main() -> None:
    """백엔드의 표와 theano, numpy를 골랐을 때의 결과를 출력한다."""
    print(f"케라스 {keras.version()}")
    for name, version in minimum_versions().items():
        print(f"  {name}: {version} 이상")
    print(
        f"코드에 있는 것: {', '.join(backends_in_code())}"
    )
    print("theano를 고르면")
    print(f"  {run_on('theano', 'import keras')[1]}")
    output, error = run_on("numpy", FIT)
    print("numpy를 고르면")
    print(
        f"  predict의 모양 {output}, fit은 {error.split(':')[0]}"
    )


if __name__ == "__main__":
    main()
