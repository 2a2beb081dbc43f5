"""모든 시험이 함께 쓰는 준비."""

import os
import sys
import tempfile

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
# 개인 설정(~/.keras)이 결과를 바꾸지 못하게 한다.
os.environ["KERAS_HOME"] = tempfile.mkdtemp(prefix="keras-")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-outputs",
        action="store_true",
        help="코드를 다시 돌려 snippets/의 출력 파일을 새로 쓴다",
    )


@pytest.fixture(autouse=True)
def fixed_seed() -> None:
    """케라스를 쓰는 시험은 늘 같은 씨앗과 빈 상태에서 시작한다."""
    if "keras" in sys.modules:
        keras = sys.modules["keras"]
        keras.utils.clear_session()
        keras.utils.set_random_seed(12)
