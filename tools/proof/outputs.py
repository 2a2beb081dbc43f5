"""코드를 돌려 얻은 출력과 그림을, 적어 둔 것과 견준다."""

import contextlib
import importlib.util
import io
import os
import re
import sys
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from types import ModuleType

from tools.build.tree import Tree, text_of
from tools.proof.figures import render

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
# 출력은 이 백엔드로 적어 둔다. 다른 백엔드에서는 소수만 달라도 된다.
REFERENCE_BACKEND = "jax"
UPDATE = "`python -m tools outputs`"
# 그림의 단위는 1/72인치다. 눈에 띄지 않는 만큼은 봐준다.
COORDINATE_SLACK = Decimal(3)


def load(root: Path, snippet: Path) -> ModuleType:
    """코드를 불러온다. 시험과 같은 모듈이라 한 번 훈련한 결과를 나눠 쓴다."""
    name = snippet.relative_to(root).with_suffix("").as_posix().replace("/", ".")
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, snippet)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def has_figure(snippet: Path) -> bool:
    """그림을 그리는 코드인지 본다."""
    return "\ndef draw(" in snippet.read_text(encoding="utf-8")


def run_main(module: ModuleType) -> str:
    """코드가 출력하는 글."""
    with contextlib.redirect_stdout(io.StringIO()) as output:
        module.main()
    return output.getvalue()


def draw(module: ModuleType) -> str:
    """코드가 그리는 그림의 SVG."""
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return render(module.draw, module.describe(), name)


def close(recorded: str, fresh: str, slack: Decimal = Decimal(0)) -> bool:
    """정수는 같아야 하고, 소수는 조금 다를 수 있다.

    기기가 다르면 부동소수점 덧셈의 차례가 달라 끝자리가 갈린다. 그래서 마지막 자리에서
    1, 또는 값의 2%까지 봐준다. 다른 백엔드에서는 난수도 다르므로 소수는 견주지 않는다.
    """
    if "." not in recorded or "." not in fresh:
        return recorded == fresh
    if os.environ["KERAS_BACKEND"] != REFERENCE_BACKEND:
        return True
    old, new = Decimal(recorded.replace(",", "")), Decimal(fresh.replace(",", ""))
    last_place = Decimal(1).scaleb(old.as_tuple().exponent)
    return abs(old - new) <= max(last_place, abs(old) * Decimal("0.02"), slack)


def same_output(recorded: str, fresh: str, slack: Decimal = Decimal(0)) -> bool:
    """글은 같고 수는 가까운지 본다."""
    if NUMBER.sub("#", recorded) != NUMBER.sub("#", fresh):
        return False
    pairs = zip(NUMBER.findall(recorded), NUMBER.findall(fresh), strict=True)
    return all(close(old, new, slack) for old, new in pairs)


def words(output: str) -> str:
    """그림에서 사람이 읽는 글만 꺼낸다. 설명과 축의 눈금이다.

    글로 된 출력에서는 빈 글이다.
    """
    if "<" not in output:
        return ""
    figure = Tree(output)
    described = figure.all("svg[aria-label]")
    labels = [node.attributes["aria-label"] for node in described]
    return "\n".join([*labels, *map(text_of, figure.all("text"))])


def same_lines(recorded: str, fresh: str, slack: Decimal) -> bool:
    """좌표는 눈에 띄지 않을 만큼 봐주지만, 그림에 적힌 수는 봐주지 않는다."""
    return same_output(recorded, fresh, slack) and same_output(
        words(recorded), words(fresh)
    )


def stale(
    root: Path, file: Path, fresh: str, slack: Decimal = Decimal(0)
) -> str | None:
    """적힌 출력이 지금 것과 다르면, 처음 갈라진 줄과 고치는 법을 말한다."""
    place = file.relative_to(root).as_posix()
    if not file.exists():
        return f"{place}:1: 파일이 없습니다. {UPDATE}로 만드세요."
    recorded = file.read_text(encoding="utf-8")
    if same_lines(recorded, fresh, slack):
        return None
    pairs = zip_longest(recorded.split("\n"), fresh.split("\n"))
    line, old, new = next(
        (line, old, new)
        for line, (old, new) in enumerate(pairs, start=1)
        if old is None or new is None or not same_lines(old, new, slack)
    )
    return (
        f"{place}:{line}: 코드를 돌린 결과와 다릅니다. {UPDATE}로 새로 쓰고, "
        f"쪽의 글도 맞는지 보세요.\n  적힌 것: {old}\n  지금 것: {new}"
    )
