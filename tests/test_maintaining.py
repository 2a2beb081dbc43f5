"""돌보는 법과 README의 지도가 저장소와 같은지 확인한다."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from tests.paths import ROOT
from tools.check import guides
from tools.cli import COMMANDS
from tools.page.project import Project

PAGE = (ROOT / "docs/maintaining.md").read_text(encoding="utf-8")
OURS = (".ci/", ".github/")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def table(text: str, head: str) -> list[list[str]]:
    """머리가 같은 첫 표의 줄을 칸으로 나눈다."""
    _, found, rest = text.partition(f"| {head} |")
    assert found, head
    lines = rest.split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def places(text: str) -> list[str]:
    return [row[0].strip("`") for row in table(text, "자리 | 있는 것")]


def files() -> list[str]:
    """저장소의 파일. 편집기 따위가 만든 숨은 폴더는 보지 않는다."""
    project = Project(ROOT)
    names = [project.name(path) for path in project.files]
    return [name for name in names if name.startswith(OURS) or name[0] != "."]


def test_guides_agree_with_each_other_and_with_the_repository() -> None:
    assert [str(finding) for finding in guides.find(Project(ROOT))] == []


def test_map_names_every_folder_and_nothing_that_is_gone() -> None:
    named = places(PAGE)
    assert [name for name in named if not (ROOT / name).exists()] == []
    parts = [name.split("/") for name in files()]
    folders = {f"{path[0]}/" for path in parts if len(path) > 1}
    packages = {
        f"tools/{path[1]}/" for path in parts if path[0] == "tools" and len(path) > 2
    }
    assert folders
    assert packages
    assert sorted((folders | packages) - set(named)) == []


def test_every_command_is_told() -> None:
    told = [row[0].strip("`") for row in table(PAGE, "명령 | 하는 일")]
    assert told == [f"python -m tools {name}" for name in COMMANDS]


def events(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = [x for x in ast.walk(tree) if isinstance(x, ast.FunctionDef)]
    return {x.name for x in functions if x.name.startswith("on_")}


def test_every_event_of_the_hooks_is_told() -> None:
    build = events("tools/build/hook.py")
    assert {row[0].strip("`") for row in table(PAGE, "사건 | 하는 일")} == build
    lost = [row[0] for row in table(PAGE, "훅의 사건 | 잃는 것")]
    search = [row for row in lost if row.startswith("검색의 ")]
    assert set(re.findall(r"on_\w+", " ".join(search))) == events(
        "korean_search/plugin.py"
    )
    # 시작할 때는 기억만 하므로 잃을 것이 없다.
    rest = {row.strip("`") for row in lost if row not in search}
    assert rest == build - {"on_startup"}


def test_only_the_two_hooks_know_mkdocs() -> None:
    assert "`tools/build/hook.py`와 `korean_search/plugin.py`뿐" in PAGE
    knowing = set()
    for name in files():
        if not re.fullmatch(r"(tools|korean_search)/.*\.py", name):
            continue
        for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            else:
                continue
            if any(module.split(".")[0] == "mkdocs" for module in modules):
                knowing.add(name)
    assert knowing == {"tools/build/hook.py", "korean_search/plugin.py"}


def test_required_checks_run_on_every_pull_request() -> None:
    rows = table(PAGE, "누를 곳 | 정할 것")
    wanted = [row[1] for row in rows if "Require status checks to pass" in row[0]]
    names = re.findall(r"`([^`]+)`", wanted[0])
    assert names
    always = set()
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        # YAML 1.1은 on을 참으로 읽는다.
        workflow = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        if workflow["on"].get("pull_request", "걸러짐") == "":
            always |= {job["name"] for job in workflow["jobs"].values()}
    assert set(names) <= always


@pytest.mark.parametrize(
    ("before", "after", "file", "problem"),
    [
        ("`tools/page/`", "`tools/pages/`", "README.md", "'tools/pages/'이(가)"),
        ("| 쪽과 노트를 읽는", "| 노트를 읽는", "README.md", "폴더의 지도이(가)"),
        ("-p 3.11.7", "-p 3.12", "README.md", "잠금 파일을 만드는 명령이(가)"),
    ],
)
def test_guide_that_parted_is_named(
    before: str, after: str, file: str, problem: str, tmp_path: Path
) -> None:
    for name in ("README.md", "docs/maintaining.md", "tools/cli.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "docs/maintaining.md").write_text(PAGE, encoding="utf-8")
    changed = README.replace(before, after)
    assert changed != README
    (tmp_path / "README.md").write_text(changed, encoding="utf-8")
    told = [x for x in guides.find(Project(tmp_path)) if problem in x.problem]
    assert [x.file for x in told] == [file]
