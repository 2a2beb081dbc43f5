"""쪽에 실린 출력과 그림이 코드를 지금 돌린 결과와 같은지 확인한다."""

import importlib
import os
import re
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from tests.figures import render
from tests.paths import SNIPPETS, relative, snippet_files

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
# 그림에서 사람이 읽는 글. 설명과 축의 눈금이다.
WORDS = re.compile(r'aria-label="([^"]*)"|<text[^>]*>([^<]*)')
# 출력은 이 백엔드로 적어 둔다. 다른 백엔드에서는 소수만 달라도 된다.
REFERENCE_BACKEND = "jax"
UPDATE = "`python -m pytest tests/test_outputs.py --update-outputs`"


def load(snippet: Path) -> ModuleType:
    """코드를 불러온다. 시험과 같은 모듈이라 한 번 훈련한 결과를 나눠 쓴다."""
    return importlib.import_module(relative(snippet)[: -len(".py")].replace("/", "."))


def has_figure(snippet: Path) -> bool:
    return "\ndef draw(" in snippet.read_text(encoding="utf-8")


FIGURES = [snippet for snippet in snippet_files() if has_figure(snippet)]


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
    if NUMBER.sub("#", recorded) != NUMBER.sub("#", fresh):
        return False
    pairs = zip(NUMBER.findall(recorded), NUMBER.findall(fresh), strict=True)
    return all(close(old, new, slack) for old, new in pairs)


def words(output: str) -> str:
    """그림에서 글만 꺼낸다. 글로 된 출력에서는 빈 글이다."""
    return "\n".join(map("".join, WORDS.findall(output)))


def check(
    file: Path, fresh: str, request: pytest.FixtureRequest, slack: Decimal = Decimal(0)
) -> None:
    if request.config.getoption("--update-outputs"):
        file.write_text(fresh, encoding="utf-8", newline="\n")
    assert file.exists(), f"{relative(file)}: 파일이 없습니다. {UPDATE}로 만드세요."
    recorded = file.read_text(encoding="utf-8")
    same = same_output(recorded, fresh, slack)
    # 좌표는 눈에 띄지 않을 만큼 봐주지만, 그림에 적힌 수는 봐주지 않는다.
    same = same and same_output(words(recorded), words(fresh))
    assert same, (
        f"{relative(file)}: 코드를 돌린 결과와 다릅니다. {UPDATE}로 새로 쓰고, "
        f"쪽의 글도 맞는지 보세요.\n--- 적힌 것\n{recorded}\n--- 지금 것\n{fresh}"
    )


@pytest.mark.parametrize("snippet", snippet_files(), ids=relative)
def test_output_is_fresh(
    snippet: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    module = load(snippet)
    capsys.readouterr()
    module.main()
    fresh = capsys.readouterr().out
    assert fresh, f"{relative(snippet)}: main()에서 결과를 출력하세요."
    check(snippet.with_suffix(".txt"), fresh, request)


@pytest.mark.parametrize("snippet", FIGURES, ids=relative)
@pytest.mark.filterwarnings("ignore:Glyph .* missing from font")
def test_figure_is_fresh(snippet: Path, request: pytest.FixtureRequest) -> None:
    module = load(snippet)
    name = snippet.stem.replace("_", "-")
    fresh = render(module.draw, module.describe(), name)
    if os.environ["KERAS_BACKEND"] == REFERENCE_BACKEND:
        # 그림의 단위는 1/72인치다. 눈에 띄지 않는 만큼은 봐준다.
        check(snippet.with_suffix(".svg"), fresh, request, slack=Decimal(3))
    else:
        assert snippet.with_suffix(".svg").exists()


def test_every_output_has_its_snippet() -> None:
    orphans = [
        relative(output)
        for output in [*SNIPPETS.rglob("*.txt"), *SNIPPETS.rglob("*.svg")]
        if not output.with_suffix(".py").exists()
        or (output.suffix == ".svg" and output.with_suffix(".py") not in FIGURES)
    ]
    assert not orphans, f"코드가 없는 출력이나 그림입니다. 지우세요: {orphans}"


@pytest.mark.parametrize(
    ("recorded", "fresh", "expected"),
    [
        ("층 128,000", "층 128,000", True),
        ("층 128,000", "층 128,001", False),
        ("정확도 0.96", "정확도 0.97", True),
        ("정확도 0.96", "정확도 0.93", False),
        ("손실 3.141", "손실 3.200", True),
        ("손실 3.141", "손실 3.210", False),
        ("정확도 0.96", "정밀도 0.96", False),
        ("값 1.0", "값 1", False),
        ("값 -0.5", "값 0.5", False),
    ],
)
def test_comparison_lets_only_rounding_pass(
    recorded: str, fresh: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KERAS_BACKEND", REFERENCE_BACKEND)
    assert same_output(recorded, fresh) is expected


def test_slack_is_for_coordinates_not_for_words() -> None:
    figure = (
        '<svg aria-label="0.19에서 0.28로"><path d="M 1.5"/><text x="2">5</text></svg>'
    )
    assert words(figure) == "0.19에서 0.28로\n5"
    assert words("정확도 0.96\n") == ""
