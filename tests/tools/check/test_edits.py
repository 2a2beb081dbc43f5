"""고치는 사람이 할 만한 실수를 사본에 저지르고, 무엇이라고 알려 주는지 읽는다."""

from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.tools.check.edits import MENDS, OPTIMIZERS, append, line_of, replace
from tests.tools.check.mistakes import MISTAKES
from tools.check.gate import check, fix
from tools.cli import main


def test_repository_has_nothing_to_mend() -> None:
    assert [str(finding) for finding in check(ROOT)] == []


@pytest.mark.parametrize("name", MISTAKES)
def test_bad_edit_is_named_with_file_line_and_mend(name: str, copy: Path) -> None:
    edit, file, part, problem, mend = MISTAKES[name]
    edit(copy)
    found = check(copy)
    line = part if isinstance(part, int) else line_of(copy, file, part)
    told = [x for x in found if problem in x.problem]
    assert [(x.file, x.line) for x in told] == [(file, line)], "\n".join(
        map(str, found)
    )
    assert mend in told[0].mend
    assert str(told[0]).startswith(f"{file}:{line}: ")


def test_typo_mended_as_told_is_accepted(copy: Path) -> None:
    replace(OPTIMIZERS, "학습률을 개별적으로 조정해주는", "학습률을 따로 조정해주는")(
        copy
    )
    (told,) = [found for found in check(copy) if "원래 노트" in found.problem]
    entry = told.mend[told.mend.index("[[mend]]") :]
    append(MENDS, f"\n{entry}\n")(copy)
    assert check(copy) == []


def test_everything_wrong_is_told_in_one_run(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    together = [
        "없는 코드 파일",
        "실리지 않은 절",
        "없는 쪽으로 가는 링크",
        "id가 없는 한글 제목",
        "닫지 않은 머리",
        "차례에 없는 쪽",
        "폭 없는 빈칸",
        "script 태그",
        "큰 그림",
        "시험이 없는 코드",
        "출력과 다른 수",
        "학번",
        "문법에 맞지 않는 파이썬",
        "병합 표시",
        "맞춤법",
    ]
    for name in together:
        MISTAKES[name][0](copy)
    assert main(["check", "--root", str(copy)]) == 1
    told = capsys.readouterr().out
    for name in together:
        assert MISTAKES[name][3] in told, name


HARMLESS = {name: edit for name, edit in MISTAKES.items() if "--fix" in edit[4]} | {
    name: MISTAKES[name] for name in ("폭 없는 빈칸", "줄 바꿈 없는 빈칸", "CP949")
}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_edit_is_mended_and_said_so(
    name: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, file, *_ = HARMLESS[name]
    before = (copy / file).read_text(encoding="utf-8") if (copy / file).exists() else ""
    edit(copy)
    (found,) = [x for x in check(copy) if x.file == file and x.fixable]
    assert "--fix" in found.mend
    assert main(["check", "--root", str(copy), "--fix"]) == 0
    assert f"{file}: 글자표, 줄바꿈, 숨은 글자를 고쳤습니다." in capsys.readouterr().out
    after = (copy / file).read_bytes().decode("utf-8")
    assert after.startswith(before)
    assert "\r" not in after
    assert main(["check", "--root", str(copy), "--fix"]) == 0
    assert "고쳤습니다" not in capsys.readouterr().out


def test_nothing_is_rewritten_when_nothing_is_wrong(copy: Path) -> None:
    assert fix(copy) == {}


def test_what_cannot_be_read_is_left_alone(copy: Path) -> None:
    MISTAKES["읽을 수 없는 바이트"][0](copy)
    before = (copy / OPTIMIZERS).read_bytes()
    assert fix(copy) == {}
    assert (copy / OPTIMIZERS).read_bytes() == before
