"""갈라진 때의 쪽과 견주어, 수의 자리만 바꾼 문장을 찾는지 확인한다."""

from pathlib import Path

import pytest

from tools import processes
from tools.check.rearranged import find
from tools.page.project import Project

WHO = ("-c", "user.name=가", "-c", "user.email=a@example.com")
PAGE = "docs/week1/a.md"
OUTPUT = "snippets/week1/a.txt"
SAID = "나눠 쓰면 3개, 따로 두면 5개다. 정확도는 0.81에서 0.60으로 준다."
TEXT = (
    '# 쪽 {{ #page }}\n\n!!! abstract "한 줄 답"\n\n    짧다.\n\n## 절\n\n'
    '```text\n--8<-- "week1/a.txt"\n```\n\n{}\n'
)


def put(root: Path, name: str, content: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def git(root: Path, *arguments: str) -> None:
    result = processes.run(root, "git", *WHO, *arguments)
    assert result.returncode == 0, result.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """쪽 하나를 커밋한 저장소."""
    put(tmp_path, PAGE, TEXT.format(SAID))
    put(tmp_path, OUTPUT, "공유 3, 분리 5\n0.81 0.60\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "쪽")
    return tmp_path


def told(root: Path) -> list[tuple[str, int]]:
    return [(x.file, x.line) for x in find(Project(root))]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (SAID, []),
        (SAID.replace("3개, 따로 두면 5개", "5개, 따로 두면 3개"), [13]),
        (SAID.replace("0.81에서 0.60", "0.60에서 0.81"), [13]),
        # 다른 문장을 함께 고쳐도 그 문장은 안다.
        (SAID.replace("0.81에서 0.60", "0.60에서 0.81") + " 더한 글이다.", [13]),
        # 틀린 것을 바로잡을 때는 말의 자리를 바꾼다.
        (SAID.replace("나눠 쓰면 3개, 따로 두면 5개", "따로 두면 3개, 쓰면 5개"), []),
        (
            f"{SAID.replace('3개, 따로 두면 5개', '5개, 따로 두면 3개')}\n{{ .given }}",
            [],
        ),
    ],
)
def test_numbers_that_changed_places_are_told(
    said: str, lines: list[int], root: Path
) -> None:
    put(root, PAGE, TEXT.format(said))
    assert told(root) == [(PAGE, line) for line in lines]
    git(root, "switch", "-qc", "edit")
    git(root, "commit", "-qam", "고침", "--allow-empty")
    assert told(root) == [(PAGE, line) for line in lines]


def test_new_output_may_bring_new_places(root: Path) -> None:
    put(root, PAGE, TEXT.format(SAID.replace("0.81에서 0.60", "0.60에서 0.81")))
    put(root, OUTPUT, "공유 3, 분리 5\n0.60 0.81\n")
    assert told(root) == []


def test_folder_without_history_is_no_fault(tmp_path: Path) -> None:
    put(tmp_path, PAGE, TEXT.format(SAID))
    assert told(tmp_path) == []
    git(tmp_path, "init", "-q")
    assert told(tmp_path) == []
