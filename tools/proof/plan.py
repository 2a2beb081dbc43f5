"""시험을 두 프로세스에 나누어 돌릴 때의 묶음과 차례, 오래 걸리는 시험을 정한다.

코드 하나를 살피는 시험은 모두 한 묶음이다. 한 프로세스에서 이어 돌므로 훈련을 한 번만
하고, 출력과 그림과 확인이 그 한 번을 함께 본다. 다른 시험은 파일이 한 묶음이다.
"""

import re
from pathlib import Path

import pytest

from tools.proof.mirror import OUTPUTS, mirrored, place, snippet_of

# 담아 둔 것으로 답한 검사가 보고에 남기는 이름.
KEPT = "kept"
# 사이트를 짓거나 브라우저를 여는 준비.
SLOW_FIXTURES = {"browser", "flat", "nested", "site"}
# 형태소 사전은 430MB라서, 쓰는 시험을 한 묶음으로 두어 한 프로세스에만 올린다.
DICTIONARY = "형태소 사전"
USES_DICTIONARY = ("tests/korean_search/", "tests/site/test_tooltips.py")
# 화면이나 쪽마다 오래 걸려, 파일로 묶지 않고 따로 나누어 도는 시험.
ALONE = ("test_axe_finds_nothing_to_mend[", "test_notebook_runs_from_top_to_bottom")
# 모델을 훈련하거나 여러 번 시도하거나, 큰 모델이나 도구를 들이는 코드.
TRAINS = re.compile(
    r"\.(fit|partial_fit|train_on_batch|search|optimize)\("
    r"|keras\.applications|^import (wandb|mlflow)",
    re.M,
)


def arrange(root: Path, items: list[pytest.Item]) -> None:
    """오래 걸리는 시험을 표시하고, 돌릴 차례대로 늘어놓는다."""
    for item in items:
        if snippet_of(root, item) or SLOW_FIXTURES & set(fixtures(item)):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: rank(root, item))


def group(root: Path, test: str) -> str:
    """시험의 묶음. 이름이 같은 묶음은 한 프로세스에서 이어 돈다.

    Args:
        root: 저장소의 맨 위.
        test: pytest가 부르는 시험의 이름. `파일::함수[인자]` 꼴이다.

    Returns:
        시험이 살피는 코드의 자리. 코드를 살피지 않으면 파일이고, 따로 도는 것은 제
        이름이다.
    """
    file, _, name = test.partition("::")
    _, _, argument = name.removesuffix("]").partition("[")
    if file == OUTPUTS and argument.startswith("snippets/"):
        return argument
    if name.startswith(ALONE):
        return test
    if file.startswith(USES_DICTIONARY):
        return DICTIONARY
    return mirrored(root, file) or file


def unneeded(root: Path, file: Path, expression: str) -> bool:
    """빠른 시험만 고를 때, 오래 걸리는 시험뿐이라 불러오지 않아도 되는 파일인지 본다.

    불러오기만 해도 케라스와 실험 추적 도구를 모두 들이느라 오래 걸린다.
    """
    return expression == "not slow" and bool(mirrored(root, place(root, file)))


def trains(snippet: Path) -> bool:
    """모델을 훈련하는 코드인지 본다."""
    return bool(TRAINS.search(snippet.read_text(encoding="utf-8")))


def fixtures(item: pytest.Item) -> list[str]:
    """시험이 쓰는 준비."""
    return getattr(item, "fixturenames", [])


def rank(root: Path, item: pytest.Item) -> tuple[int, str]:
    """앞에 돌 것일수록 작다.

    빠른 시험이 먼저 틀린 곳을 알리고, 코드를 돌린 다음 노트북이 컴파일한 것을 다시
    쓰며, 기기가 한가해야 하는 것은 맨 뒤에 홀로 남는다.
    """
    order = item.get_closest_marker("order")
    snippet = snippet_of(root, item) or ""
    place = order.args[0] if order else 0
    slow = item.get_closest_marker("slow") is not None
    return place or (2 if snippet else 1) * slow, snippet
