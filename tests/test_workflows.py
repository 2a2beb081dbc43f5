"""워크플로가 남의 코드에 권한을 주지 않고, 글만 고친 사람을 금방 놓아주는지 본다."""

import re
import runpy
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from tests.paths import ROOT
from tools.build.files import notebook
from tools.proof import verified

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
USES = re.compile(r"uses: (?P<action>[\w./-]+)@(?P<version>\S+)(?P<comment>.*)")


def read(path: Path) -> dict:
    # YAML 1.1은 on을 참으로 읽는다.
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def commands(workflow: dict) -> str:
    return "\n".join(
        step.get("run", "")
        for job in workflow["jobs"].values()
        for step in job["steps"]
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_and_say_their_version(path: Path) -> None:
    used = list(USES.finditer(path.read_text(encoding="utf-8")))
    assert used
    for match in used:
        assert re.fullmatch(r"[0-9a-f]{40}", match["version"]), match[0]
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", match["comment"]), match[0]


def test_the_same_action_is_the_same_commit_everywhere() -> None:
    commits: dict[str, set[str]] = {}
    for path in FILES:
        for match in USES.finditer(path.read_text(encoding="utf-8")):
            commits.setdefault(match["action"], set()).add(match["version"])
    assert all(len(versions) == 1 for versions in commits.values()), commits


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_allowed_unless_a_job_asks(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] in ({}, "{}")
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())
    assert not {"pull_request_target", "workflow_run"} & set(workflow["on"])
    if "pull_request" in workflow["on"]:
        assert "secrets." not in path.read_text(encoding="utf-8")
        for job in workflow["jobs"].values():
            assert job["permissions"] == {"contents": "read"}


def test_prose_alone_waits_for_no_deep_learning() -> None:
    check = read(ROOT / ".github/workflows/check.yml")
    assert "-r requirements.txt" in commands(check)
    assert "requirements-test" not in commands(check)
    assert "python -m tools check --fix --format github" in commands(check)
    assert (
        "docs/**/*.md"
        in read(ROOT / ".github/workflows/test.yml")["on"]["pull_request"][
            "paths-ignore"
        ]
    )


def test_site_is_checked_before_it_goes_live() -> None:
    deploy = read(ROOT / ".github/workflows/deploy.yml")
    assert deploy["on"]["push"]["branches"] == ["main"]
    assert deploy["jobs"]["deploy"]["needs"] == "build"
    assert "python -m tools check" in commands(deploy)
    assert "mkdocs build --strict" in commands(deploy)


def test_changed_code_is_tested_on_both_backends_before_the_site_is_built() -> None:
    jobs = read(ROOT / ".github/workflows/deploy.yml")["jobs"]
    rows = jobs["verify"]["strategy"]["matrix"]["include"]
    assert {row["backend"] for row in rows} == set(verified.BACKENDS)
    assert all((ROOT / row["requirements"]).exists() for row in rows)
    run = commands({"jobs": {"verify": jobs["verify"]}})
    assert "python -m tools record --pending" in run
    assert "--record" in run
    handed = next(
        x["with"]
        for x in jobs["verify"]["steps"]
        if "with" in x and "name" in x["with"]
    )
    taken = next(
        x["with"] for x in jobs["build"]["steps"] if "pattern" in x.get("with", {})
    )
    assert jobs["build"]["needs"] == "verify"
    assert fnmatch(handed["name"], taken["pattern"])
    assert handed["path"].startswith(f"{verified.FOLDER.as_posix()}/")
    assert taken["path"] == verified.FOLDER.as_posix()
    # 앞선 일이 실패해도 지은 것은 올라간다.
    for name in ("deploy", "notebooks"):
        assert "needs.build.result == 'success'" in jobs[name]["if"]


def test_only_the_notebooks_are_written_to_the_repository() -> None:
    for path in FILES:
        for name, job in read(path)["jobs"].items():
            writes = job["permissions"].get("contents") == "write"
            assert writes == (path.stem == "deploy" and name == "notebooks")
    script = (ROOT / ".ci/publish_notebooks").read_text(encoding="utf-8")
    assert f'git push --quiet --force "$remote" {notebook.BRANCH}\n' in script


def test_newest_versions_are_asked_for_without_pins() -> None:
    script = ROOT / ".ci" / "newest.py"
    result = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=True
    )
    names = result.stdout.split()
    assert {"mkdocs", "keras", "pytest"} <= set(names)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", name) for name in names)


def test_every_weekly_job_is_reported_under_its_own_title() -> None:
    jobs = read(ROOT / ".github/workflows/weekly.yml")["jobs"]
    report = jobs.pop("report")
    rows = report["strategy"]["matrix"]["include"]
    assert set(report["needs"]) == {row["job"] for row in rows} == set(jobs)
    assert len({row["title"] for row in rows}) == len(rows)
    assert not any("continue-on-error" in job for job in jobs.values())
    step = report["steps"][-1]
    assert step["env"]["RESULT"] == "${{ needs[matrix.job].result }}"
    assert ".ci/report.py" in step["run"]


def test_successors_must_make_what_the_two_hooks_make() -> None:
    jobs = read(ROOT / ".github/workflows/weekly.yml")["jobs"]
    for name in ("properdocs", "zensical"):
        run = commands({"jobs": {name: jobs[name]}})
        assert f"python -m {name} build --strict" in run
        assert "ls site/llms.txt site/search/ko/worker.js" in run


ISSUES = [{"number": 7, "title": "깨졌어요"}, {"number": 8, "title": "다른 이슈"}]


@pytest.mark.parametrize(
    ("result", "title", "expected"),
    [
        ("failure", "깨졌어요", [("edit", "7")]),
        ("cancelled", "깨졌어요", [("edit", "7")]),
        ("failure", "새 이슈", [("create", "--title")]),
        ("success", "깨졌어요", [("close", "7")]),
        ("success", "새 이슈", []),
    ],
)
def test_issue_opens_once_and_closes_when_mended(
    result: str, title: str, expected: list
) -> None:
    commands_of = runpy.run_path(str(ROOT / ".ci/report.py"))["commands"]
    found = commands_of(result, title, "https://example.com/run", ISSUES)
    assert [tuple(command[:2]) for command in found] == expected
    assert all("https://example.com/run" in command[-1] for command in found)


def test_nothing_lies_unused_beside_the_workflows() -> None:
    callers = [*FILES, ROOT / ".ci/run"]
    called = "".join(path.read_text(encoding="utf-8") for path in callers)
    scripts = [path.name for path in (ROOT / ".ci").iterdir() if path.is_file()]
    assert [name for name in scripts if f".ci/{name}" not in called] == []


def test_dependabot_looks_where_the_locks_are() -> None:
    updates = read(ROOT / ".github/dependabot.yml")["updates"]
    locks = {"uv": "pyproject.toml", "npm": "package-lock.json"}
    for update in updates:
        if lock := locks.get(update["package-ecosystem"]):
            assert (ROOT / update["directory"].strip("/") / lock).is_file()
