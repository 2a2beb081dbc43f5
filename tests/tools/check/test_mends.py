"""고치라고 한 대로 글자 그대로 고치면 검사를 통과하는지, 알림의 갈래마다 확인한다."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.check.edits import (
    CODE,
    CONCEPTS,
    GLOSSARY,
    OPTIMIZERS,
    QUERIES,
    Edit,
    append,
    remove,
    replace,
    write,
)
from tests.tools.check.mistakes import MISTAKES, last
from tools.check.gate import check, fix
from tools.finding import Finding

Mend = Callable[[Path, Finding], None]
GUESS = re.compile(r"혹시 '#?(?P<right>[^']+)'입니까")
RIGHT = re.compile(r"'(?P<right>.+)'\(으\)로 고치세요")


def lines_of(root: Path, file: str) -> list[str]:
    return (root / file).read_text(encoding="utf-8").split("\n")


def guessed(wrong: str, after: str = "") -> Mend:
    """「혹시 …입니까?」라고 한 이름으로 바꾼다. `after`는 틀린 이름의 바로 뒤다."""

    def mend(root: Path, told: Finding) -> None:
        right = GUESS.search(told.mend)["right"]
        replace(told.file, wrong + after, right + after)(root)

    return mend


def corrected(root: Path, told: Finding) -> None:
    """「'…'(으)로 고치세요」라고 한 글로 바꾼다."""
    wrong = re.search(r"'([^']+)'", told.problem)[1]
    lines = lines_of(root, told.file)
    line = lines[told.line - 1]
    assert wrong in line
    lines[told.line - 1] = line.replace(wrong, RIGHT.search(told.mend)["right"])
    write(told.file, "\n".join(lines))(root)


def inserted(before: str) -> Mend:
    """작은따옴표 안의 줄을 `before`가 든 줄 앞에 넣는다."""

    def mend(root: Path, told: Finding) -> None:
        lines = lines_of(root, told.file)
        new = re.search(r"'([^']+)'(?: 한)?(?: 줄)?[을를] 넣", told.mend)[1]
        place = next(n for n, line in enumerate(lines) if before in line)
        lines.insert(place, new)
        write(told.file, "\n".join(lines))(root)

    return mend


def deleted(root: Path, told: Finding) -> None:
    """알린 줄을 지운다."""
    lines = lines_of(root, told.file)
    del lines[told.line - 1]
    write(told.file, "\n".join(lines))(root)


def typed(before: str, after: str, file: str | None = None) -> Mend:
    """사람이 알림을 읽고 손으로 고친 것."""
    return lambda root, told: replace(file or told.file, before, after)(root)


def embedded(root: Path, told: Finding) -> None:
    """실으라고 한 줄을 코드 상자에 담아 쪽의 끝에 싣는다."""
    line = re.search(r"--8<-- \"[^\"]+\"", told.mend)[0]
    last(f'```python title="{CODE}"\n{line}\n```')(root)


def listed(root: Path, told: Finding) -> None:
    """차례에 넣으라고 한 줄을 넣는다."""
    line = re.search(r"'(- 쪽의 이름: [^']+)'", told.mend)[1]
    replace("mkdocs.yml", "\nnav:\n", f"\nnav:\n  {line}\n")(root)


def quoted(root: Path, told: Finding) -> None:
    """값 전체를 큰따옴표로 감싼다."""
    lines = lines_of(root, told.file)
    name, _, value = lines[told.line - 1].partition(": ")
    lines[told.line - 1] = f'{name}: "{value}"'
    write(told.file, "\n".join(lines))(root)


def both_renamed(root: Path, told: Finding) -> None:
    """파일 이름의 빈칸을 바꾸고, 쪽에도 똑같이 적는다."""
    file = root / "docs/week12/그림 하나.png"
    file.rename(file.with_name("그림-하나.png"))
    replace(told.file, "그림 하나.png", "그림-하나.png")(root)


MENDS: dict[str, Mend] = {
    "없는 코드 파일": guessed("week12/optimizers/adaptive_step.py"),
    "철자가 틀린 절": guessed("adagard"),
    "실리지 않은 절": embedded,
    "끝나지 않은 절": inserted("def constant_gradient"),
    "맞는 줄이 없는 강조": typed("np.cumprod", "def "),
    "다른 파일의 이름을 단 상자": typed('title="a.py"', f'title="{CODE}"'),
    "없는 쪽으로 가는 링크": guessed("multi-lable.md"),
    "없는 자리로 가는 링크": guessed("advantage", after=")"),
    "빈칸이 든 그림 이름": both_renamed,
    "맨 위에서 적은 주소": typed("(/week12/)", "(../index.md)"),
    "id가 같은 두 제목": typed("## 다시 { #adagrad }", "## 다시 { #again }"),
    "id가 없는 한글 제목": typed("## 새 제목", "## 새 제목 { #english-name }"),
    "한글 id": typed("{ #제목 }", "{ #english-name }"),
    "깨진 머리": quoted,
    "닫지 않은 머리": inserted("# "),
    "차례에 없는 쪽": listed,
    "차례에만 있는 쪽": typed("week12/optimizer.md", "week12/optimizers.md"),
    "한글(HWP)의 글자": typed("\uf0a0", "· "),
    "script 태그": deleted,
    "onclick": typed(' onclick="alert(1)"', ""),
    "javascript 주소": typed("javascript:alert", "https://example.com"),
    "마크다운으로 적은 onclick": typed('{ onclick="alert(1)" }', ""),
    "설명 없는 그림": typed("![](", "![그림이 보여 주는 것]("),
    "닫지 않은 상자": lambda root, told: append(told.file, "```\n")(root),
    "출력과 다른 수": typed("1.234에 머문다", "1.000에 머문다"),
    "없는 절에서 다룬 용어": typed("#twin", "#shared-layer"),
    "없는 쪽에서 다룬 용어": typed("twin.md", "week12/functional-api.md#shared-layer"),
    "개념 지도의 없는 절": typed("#multi-fidelty", "#multi-fidelity"),
    "개념 지도의 없는 용어": typed("경사하강법", "경사 하강법"),
    "학번": deleted,
    "전화번호": deleted,
    "전자우편": deleted,
    "맞춤법": corrected,
    "괄호 뒤의 조사": corrected,
    "두 빈칸": typed("여기에  빈칸", "여기에 빈칸"),
}


@pytest.mark.parametrize("name", MENDS)
def test_mend_applied_as_told_is_accepted(name: str, copy: Path) -> None:
    edit, *_, problem, _ = MISTAKES[name]
    edit(copy)
    (told,) = [found for found in check(copy) if problem in found.problem]
    MENDS[name](copy, told)
    fix(copy)  # 줄을 지우거나 넣고 남은 빈 줄
    assert [str(found) for found in check(copy)] == []


MORE: dict[str, tuple[Edit, str, Mend]] = {
    "용어집과 다른 용어": (
        last("그래디언트를 따라간다."),
        "용어집과 다르게",
        corrected,
    ),
    "틀린 율": (last("재현률이 낮다."), "맞춤법에", corrected),
    "닫지 않은 주석": (
        replace(OPTIMIZERS, "<!-- --8<-- [end:answer] -->", "<!-- --8<-- [end:answer]"),
        "주석을 닫지 않아",
        typed("<!-- --8<-- [end:answer]", "<!-- --8<-- [end:answer] -->"),
    ),
    "시작하지 않은 절": (
        replace(CODE, "# --8<-- [start:rmsprop]\n", ""),
        "'rmsprop' 절이 시작하지 않았는데 끝납니다.",
        inserted("def rmsprop_updates"),
    ),
    "머리의 수": (
        replace(OPTIMIZERS, "description: 모멘텀", "description: 3 #"),
        "머리의 description이(가) 글이 아닙니다.",
        typed("description: 3 #", 'description: "3" #'),
    ),
    "용어의 겹친 칸": (
        replace(GLOSSARY, "  english: layer\n", "  english: layer\n" * 2),
        "'english'을(를)",
        deleted,
    ),
    "개념 지도의 겹친 칸": (
        replace(CONCEPTS, "links:\n", "before: {}\n\nlinks:\n"),
        "'before'을(를)",
        deleted,
    ),
    "글이 아닌 이름": (
        replace(GLOSSARY, "variants: [레이어, 계층]", "variants: 3"),
        "용어 '층'의 variants이(가) 글의 목록이 아닙니다.",
        typed("variants: 3", "variants: [레이어, 계층]"),
    ),
    "여러 번 물은 말": (
        append(QUERIES, "a\t옵티마이저\tweek12/optimizers/\tdev\n" * 2),
        "'옵티마이저'은(는)",
        deleted,
    ),
    "빈 쪽": (
        write("docs/empty.md", ""),
        "쪽이 비었습니다.",
        lambda root, told: remove(told.file)(root),
    ),
}


@pytest.mark.parametrize("name", MORE)
def test_other_mend_applied_as_told_is_accepted(name: str, copy: Path) -> None:
    edit, problem, mend = MORE[name]
    edit(copy)
    told = [found for found in check(copy) if problem in found.problem]
    assert told
    for found in reversed(told):
        mend(copy, found)
    assert [str(found) for found in check(copy)] == []
