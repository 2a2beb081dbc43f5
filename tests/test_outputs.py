"""쪽에 실린 출력과 그림이 코드를 지금 돌린 결과와 같은지 확인한다."""

import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from tests.paths import ROOT, SNIPPETS, relative, snippet_files
from tools.processes import run
from tools.proof.outputs import (
    COORDINATE_SLACK,
    REFERENCE_BACKEND,
    UPDATE,
    draw,
    has_figure,
    load,
    run_main,
    same_output,
    stale,
    words,
)

FIGURES = [snippet for snippet in snippet_files() if has_figure(snippet)]


def check(file: Path, fresh: str, slack: Decimal = Decimal(0)) -> None:
    if problem := stale(ROOT, file, fresh, slack):
        pytest.fail(problem, pytrace=False)


@contextmanager
def blame(snippet: Path) -> Iterator[None]:
    """코드를 돌리다 멈추면 코드의 어느 줄에서 그랬는지 말한다."""
    try:
        yield
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        line = next(
            (x.lineno for x in reversed(frames) if Path(x.filename) == snippet), 1
        )
        pytest.fail(
            f"{relative(snippet)}:{line}: 코드를 돌리다 멈췄습니다"
            f"({type(error).__name__}: {error}). 이 줄을 고치고 "
            f"`python {relative(snippet)}`로 끝까지 도는지 보세요.",
            pytrace=False,
        )


@pytest.mark.parametrize("snippet", snippet_files(), ids=relative)
def test_output_is_fresh(snippet: Path) -> None:
    with blame(snippet):
        fresh = run_main(load(ROOT, snippet))
    assert fresh, f"{relative(snippet)}:1: main()에서 결과를 출력하세요."
    check(snippet.with_suffix(".txt"), fresh)


@pytest.mark.parametrize("snippet", FIGURES, ids=relative)
def test_figure_is_fresh(snippet: Path) -> None:
    with blame(snippet):
        fresh = draw(load(ROOT, snippet))
    if os.environ["KERAS_BACKEND"] == REFERENCE_BACKEND:
        check(snippet.with_suffix(".svg"), fresh, COORDINATE_SLACK)
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


def test_stale_output_names_the_line_and_the_mend(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    assert (
        stale(tmp_path, file, "층 1\n")
        == f"a.txt:1: 파일이 없습니다. {UPDATE}로 만드세요."
    )
    file.write_text("층 1\n합 20\n", encoding="utf-8")
    assert stale(tmp_path, file, "층 1\n합 20\n") is None
    told = stale(tmp_path, file, "층 1\n합 21\n")
    assert told.startswith("a.txt:2: 코드를 돌린 결과와 다릅니다.")
    assert UPDATE in told
    assert told.endswith("적힌 것: 합 20\n  지금 것: 합 21")
    assert stale(tmp_path, file, "층 1\n합 20\n끝\n").startswith("a.txt:3: ")


@pytest.mark.slow
@pytest.mark.parametrize("edit", ["stale output", "stale figure", "failing snippet"])
def test_bad_edit_of_a_snippet_is_named(edit: str, tmp_path: Path) -> None:
    name = "snippets/week12/optimizers/adaptive_steps"
    for ending in ("py", "txt", "svg"):
        copy = tmp_path / f"{name}.{ending}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / f"{name}.{ending}").read_text(encoding="utf-8")
        if ending == "py" and edit == "failing snippet":
            text = text.replace("adagrad_updates(gradients, 1.0)", "gradients / [0, 1]")
        elif ending == "py" and edit == "stale output":
            text = text.replace("번째 걸음", "째 걸음")
        elif ending == "py" and edit == "stale figure":
            text = text.replace('xlabel="반복"', 'xlabel="걸음"')
        copy.write_text(text, encoding="utf-8", newline="\n")
    helpers = [*(ROOT / "tests").glob("*.py"), *(ROOT / "tools").rglob("*.py")]
    for helper in helpers:
        target = tmp_path / helper.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(helper, target)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    # 그림은 적어 둔 백엔드에서만 견준다.
    result = run(
        tmp_path,
        *(sys.executable, "-m", "pytest", "-q", "--numprocesses=0"),
        *("tests/test_outputs.py", "-k", "fresh"),
        KERAS_BACKEND=REFERENCE_BACKEND,
        GITHUB_ACTIONS="true",
    )
    told, file, mend = {
        "stale output": (":1: 코드를 돌린 결과와 다릅니다.", f"{name}.txt", UPDATE),
        "stale figure": (": 코드를 돌린 결과와 다릅니다.", f"{name}.svg", UPDATE),
        "failing snippet": (": 코드를 돌리다 멈췄습니다(", f"{name}.py", "이 줄을"),
    }[edit]
    assert result.returncode == 1, result.stdout
    assert f"::error file={file},line=" in result.stdout
    lines = [x for x in result.stdout.splitlines() if x.startswith(f"{file}:")]
    assert lines
    assert all(told in line and mend in line for line in lines)
    if edit == "failing snippet":
        (number,) = {int(line.split(":")[1]) for line in lines}
        code = (tmp_path / file).read_text(encoding="utf-8").splitlines()
        assert "gradients / [0, 1]" in code[number - 1]


def test_slack_is_for_coordinates_not_for_words() -> None:
    figure = (
        '<svg aria-label="0.19에서 0.28로"><path d="M 1.5"/><text x="2">5</text></svg>'
    )
    assert words(figure) == "0.19에서 0.28로\n5"
    assert words("정확도 0.96\n") == ""
