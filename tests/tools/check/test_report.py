"""찾은 것을 GitHub가 읽는 꼴로도 적는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.report import annotations, plain, summary
from tools.cli import main
from tools.finding import Finding

FINDING = Finding("docs/a,b.md", 3, "<script> 100% `틀림` | 표.", "고치세요.\n둘째 줄")


def test_annotation_keeps_file_line_and_every_character() -> None:
    text = annotations([FINDING])
    assert text.startswith("::error file=docs/a%2Cb.md,line=3,title=<script> 100%25 ")
    assert text.endswith("고치세요.%0A둘째 줄\n")
    assert text.count("\n") == 1


def test_summary_is_a_korean_table_that_no_text_can_break() -> None:
    text = summary([FINDING], {"docs/a.md": ["빈칸을 고쳤습니다."]})
    (row,) = [line for line in text.splitlines() if line.startswith("| `docs/")]
    assert row == (
        "| `docs/a,b.md:3` | &lt;script> 100% '틀림' \\| 표. | 고치세요.<br>둘째 줄 |"
    )
    assert "대신 고쳐서" in text
    assert "- `docs/a.md`: 빈칸을 고쳤습니다." in text
    assert "고칠 곳이 1군데 있어요." in text
    assert "고칠 곳이 없어요." in summary([], {})


def test_long_summary_says_how_many_are_left() -> None:
    findings = [Finding("docs/a.md", line, "틀림.", "고치세요.") for line in range(60)]
    assert "나머지 10군데는" in summary(findings, {})


def test_plain_report_counts() -> None:
    assert plain([]) == "고칠 곳이 없습니다.\n"
    assert plain([FINDING]).endswith("고칠 곳이 1군데 있습니다.\n")


def test_github_run_writes_annotations_and_summary(
    copy: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = copy / "docs" / "index.md"
    page.write_text(
        page.read_text("utf-8") + "\n이러면 되요 하고 적는다.\n", encoding="utf-8"
    )
    file = tmp_path_factory.mktemp("summary") / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    assert main(["check", "--root", str(copy), "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 1
    assert "file=docs/index.md,line=" in errors[0]
    assert "'돼요'(으)로 고치세요." in file.read_text(encoding="utf-8")
