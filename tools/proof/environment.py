"""코드를 돌릴 때의 환경. 시험과 명령이 같은 값을 얻게 한다."""

import gc
import os
import sys
import tempfile
from pathlib import Path

SEED = 12
# 운영체제마다 임시 폴더를 정하는 이름이 다르다.
TEMPORARY = ("TMPDIR", "TEMP", "TMP")


def prepare(scratch: Path, cache: Path) -> None:
    """케라스를 불러오기 전에 환경을 맞춘다.

    Args:
        scratch: 도구들이 설정과 기록과 임시 파일을 쓸 폴더. 끝나면 지워도 된다.
        cache: 다음에도 쓸 것을 담는 폴더. JAX가 컴파일한 것을 여기에 둔다.
    """
    os.environ.setdefault("KERAS_BACKEND", "jax")
    os.environ["MPLBACKEND"] = "agg"
    # 작은 계산을 여러 스레드로 나누면 코어가 적은 기기에서 몇 배 느려진다.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    # 두 도구는 불러올 때 홈 폴더에 쓰거나 사용 기록을 보낸다.
    os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
    os.environ["TRACKIO_DIR"] = str(scratch / "trackio")
    # 개인 설정(~/.keras)이 결과를 바꾸지 못하게 한다.
    os.environ["KERAS_HOME"] = str(scratch / "keras")
    # 도구가 남기는 임시 폴더까지 scratch와 함께 사라지게 한다.
    os.environ.update(dict.fromkeys(TEMPORARY, str(scratch)))
    tempfile.tempdir = str(scratch)
    keep_compiled(cache / "jax")


def keep_compiled(folder: Path) -> None:
    """JAX가 컴파일한 것을 담아, 다른 프로세스와 다음 시험이 다시 쓰게 한다."""
    os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(folder))
    os.environ["JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS"] = "0"
    os.environ["JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES"] = "-1"


def start_afresh() -> None:
    """같은 시드와 빈 상태에서 시작하게 한다."""
    if "keras" in sys.modules:
        keras = sys.modules["keras"]
        keras.utils.clear_session(free_memory=False)
        keras.utils.set_random_seed(SEED)


def release() -> None:
    """다음 코드가 쓰지 않을, 컴파일한 것과 끝난 모델의 메모리를 내놓는다."""
    if "jax" in sys.modules:
        sys.modules["jax"].clear_caches()
    gc.collect()


def close_figures() -> None:
    """열어 둔 그림을 닫는다."""
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
