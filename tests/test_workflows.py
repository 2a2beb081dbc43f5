"""워크플로가 남의 코드에 권한을 주지 않고, 글만 고친 사람을 금방 놓아주는지 본다."""

import re
import runpy
import subprocess
import sys
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.paths import ROOT, TESTS, relative
from tools import processes
from tools.build.files import notebook
from tools.check.gate import fix
from tools.page.project import Project
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


def workflow(name: str) -> dict:
    return read(ROOT / ".github/workflows" / f"{name}.yml")


def steps_of(name: str, job: str) -> list[dict]:
    return workflow(name)["jobs"][job]["steps"]


def matches(pattern: str, file: str) -> bool:
    """GitHub의 자리 거르개. `*`는 `/`를 넘지 못하고 `**`는 넘는다."""
    assert not set("?+[]!\\") & set(pattern), "여기서 셀 줄 모르는 꼴이다"
    parts = (
        {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}.get(part, re.escape(part))
        for part in re.findall(r"\*\*/|\*\*|\*|[^*]+", pattern)
    )
    return re.fullmatch("".join(parts), file) is not None


@cache
def patterns() -> tuple[str, ...]:
    """「모든 시험」이 보지 않는 파일의 꼴."""
    return tuple(workflow("test")["on"]["pull_request"]["paths-ignore"])


def ignored(file: str) -> bool:
    """고쳐도 「모든 시험」이 풀 리퀘스트에서 돌지 않는 파일인지 본다."""
    return any(matches(pattern, file) for pattern in patterns())


@pytest.mark.parametrize(
    ("pattern", "file", "wanted"),
    [
        ("docs/**", "docs/week12/a.md", True),
        ("docs/**", "docs2/a.md", False),
        ("*.md", "README.md", True),
        ("*.md", "korean_search/README.md", False),
        ("tests/*/source/**", "tests/week12/source/mends.toml", True),
        ("tests/*/source/**", "tests/a/b/source/mends.toml", False),
        ("docs/**/*.md", "docs/a.md", True),
        ("a.b", "axb", False),
    ],
)
def test_path_filter_is_read_as_github_reads_it(
    pattern: str, file: str, wanted: bool
) -> None:
    assert matches(pattern, file) == wanted


@pytest.mark.parametrize(
    "files",
    [
        ["docs/week12/optimizers.md"],
        ["docs/week12/optimizers.md", "tests/week12/source/mends.toml"],
        ["docs/glossary.yml", "docs/week12/concepts.yml"],
        ["docs/week13/new.md", "docs/week13/photo.webp", "mkdocs.yml"],
        ["README.md", "tests/search/queries.tsv", "korean_search/README.md"],
        [".github/ISSUE_TEMPLATE/2-typo.yml", ".github/SECURITY.md", "CITATION.cff"],
    ],
)
def test_what_keras_does_not_read_does_not_wait_for_keras(files: list[str]) -> None:
    assert all(map(ignored, files))
    # 거르지 않는 두 일은 언제나 돈다.
    assert workflow("check")["on"]["pull_request"] == ""


@pytest.mark.parametrize(
    "files",
    [
        ["docs/week12/optimizers.md", "snippets/week12/optimizers/schedules.py"],
        ["snippets/week12/optimizers/schedules.txt"],
        ["snippets/week12/optimizers/schedules.svg"],
        ["tests/week12/optimizers/test_schedules.py"],
        ["tests/test_outputs.py"],
        ["tools/proof/outputs.py"],
        ["korean_search/index.py"],
        ["requirements-test.txt"],
        ["pyproject.toml"],
        [".github/workflows/test.yml"],
        [".ci/run"],
    ],
)
def test_what_the_code_rests_on_runs_every_test(files: list[str]) -> None:
    assert not all(map(ignored, files))


def test_no_python_and_nothing_that_is_recorded_is_passed_over() -> None:
    project = Project(ROOT)
    passed = [name for name in map(project.name, project.files) if ignored(name)]
    assert any(name.startswith("docs/week") for name in passed)
    assert any(name.endswith("source/mends.toml") for name in passed)
    read_by_code = re.compile(
        r"(snippets|tools|\.ci|\.github/workflows)/|requirements|.*\.py$"
    )
    assert [name for name in passed if read_by_code.match(name)] == []


def test_texts_meet_every_test_but_those_that_read_no_text() -> None:
    step = steps_of("check", "texts")[-1]
    assert ".ci/readme_command.py 2" in step["run"]
    left_out = step["env"]["PYTEST_ADDOPTS"].split()
    assert left_out == ["--ignore-glob=tests/week*", "--ignore=tests/test_outputs.py"]
    files = [*TESTS.glob("week*/**/test_*.py"), TESTS / "test_outputs.py"]
    assert len(files) > 40
    reads_text = re.compile(r"\bDOCS\b|document_files|\bdocs/|mends\.toml|queries\.tsv")
    assert [
        relative(file)
        for file in files
        if reads_text.search(file.read_text(encoding="utf-8"))
    ] == []


def test_texts_use_what_main_passed_on_the_same_python() -> None:
    kept = [
        step["with"]
        for name, job, action in (
            ("check", "texts", "actions/cache/restore@"),
            ("test", "test", "actions/cache/save@"),
        )
        for step in steps_of(name, job)
        if step.get("uses", "").startswith(action)
    ]
    restored, saved = kept
    assert restored["path"] == saved["path"]
    assert restored["key"] == saved["key"]
    assert saved["key"].startswith(restored["restore-keys"])
    matrix = workflow("test")["jobs"]["test"]["strategy"]["matrix"]["include"]
    (linux,) = (row["python"] for row in matrix if row["os"] == "ubuntu-latest")
    (python,) = (
        step["with"]["python-version"]
        for step in steps_of("check", "texts")
        if "python-version" in step.get("with", {})
    )
    assert python == linux
    # main은 기억을 믿지 않고 모두 다시 돌린다.
    assert "cache/restore" not in (ROOT / ".github/workflows/test.yml").read_text(
        encoding="utf-8"
    )


def test_gate_is_the_same_everywhere() -> None:
    for name, job in (("check", "check"), ("test", "test"), ("deploy", "build")):
        run = commands({"jobs": {job: workflow(name)["jobs"][job]}})
        assert len(re.findall(r"^python -m tools check\b", run, re.M)) == 1, name
    light = commands({"jobs": {"check": workflow("check")["jobs"]["check"]}})
    assert "-r requirements.txt" in light
    assert "requirements-test" not in light


@pytest.mark.parametrize(("name", "job"), [("check", "check"), ("deploy", "build")])
def test_what_is_mended_is_handed_over_before_anything_is_built(
    name: str, job: str
) -> None:
    steps = steps_of(name, job)
    at = next(n for n, x in enumerate(steps) if "check --fix" in x.get("run", ""))
    collect, hand = steps[at + 1 : at + 3]
    assert collect["run"] == 'python .ci/hand_over.py "$RUNNER_TEMP/mended"'
    assert "continue-on-error" not in collect
    # 고칠 곳이 남아 검사가 실패해도 고친 것은 건넨다.
    assert collect["if"] == "${{ !cancelled() }}"
    assert "steps.mended.outcome == 'failure'" in hand["if"]
    assert collect["id"] == "mended"
    assert hand["with"]["path"] == "${{ runner.temp }}/mended"
    assert any("mkdocs build" in x.get("run", "") for x in steps[at + 3 :])


@pytest.mark.parametrize(
    ("name", "job"),
    [(x.stem, job) for x in FILES for job in read(x)["jobs"]],
)
def test_nobody_mends_without_handing_over(name: str, job: str) -> None:
    run = commands({"jobs": {job: workflow(name)["jobs"][job]}})
    assert ("--fix" in run) == (".ci/hand_over.py" in run)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """윈도우식 줄바꿈과 CP949, 풀어 쓴 이름까지 그대로 커밋한 작은 저장소."""
    root = tmp_path / "clone"
    (root / "docs").mkdir(parents=True)
    (root / ".gitattributes").write_text("* text=auto eol=lf\n", encoding="utf-8")
    (root / ".gitignore").write_text("__pycache__/\n/.cache/\n", encoding="utf-8")
    (root / "docs/fine.md").write_text("# 글\n", encoding="utf-8")
    git = ["git", "-c", "user.name=a", "-c", "user.email=", "-c", "core.autocrlf=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "글"]):
        assert processes.run(root, *git, *command).returncode == 0
    return root


def hand_over(root: Path, folder: Path) -> tuple[int, str]:
    summary = folder.with_suffix(".md")
    script = str(ROOT / ".ci/hand_over.py")
    result = processes.run(
        root, sys.executable, script, str(folder), GITHUB_STEP_SUMMARY=str(summary)
    )
    return result.returncode, summary.read_text(encoding="utf-8")


def test_nothing_mended_is_green_and_silent(clone: Path, tmp_path: Path) -> None:
    (clone / ".cache").mkdir()
    (clone / ".cache/a.json").write_text("{}", encoding="utf-8")
    assert hand_over(clone, tmp_path / "mended") == (0, "")
    assert not (tmp_path / "mended").exists()


def test_mended_files_are_collected_in_their_places(
    clone: Path, tmp_path: Path
) -> None:
    (clone / "docs/fine.md").unlink()
    (clone / "docs/한글 이름.md").write_text("# 글\n", encoding="utf-8")
    (clone / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
    code, text = hand_over(clone, tmp_path / "mended")
    assert code == 1
    handed = sorted(x for x in (tmp_path / "mended").rglob("*") if x.is_file())
    names = [x.relative_to(tmp_path / "mended").as_posix() for x in handed]
    assert names == [".gitignore", "docs/한글 이름.md"]
    assert "- `docs/한글 이름.md`\n" in text
    assert "- `docs/fine.md` (이름이 바뀌었으니 이 파일은 지우세요)\n" in text
    assert "**Upload files**" in text


@pytest.mark.parametrize(
    "content",
    [
        "# 글\r\n\r\n본문이다.\r\n".encode(),
        "# 글\n\n본문이다.\n".encode("cp949"),
        "\ufeff# 글\n\n본문이다.\n".encode(),
        "# 글\n\n본문\u00a0이다.\n".encode(),
    ],
    ids=["줄바꿈", "CP949", "BOM", "숨은 글자"],
)
def test_what_the_gate_mends_is_never_green(
    clone: Path, tmp_path: Path, content: bytes
) -> None:
    page = clone / "docs/fine.md"
    page.write_bytes(content)
    stored = processes.run(clone, "git", "hash-object", "-w", "--no-filters", str(page))
    index = f"100644,{stored.stdout.strip()},docs/fine.md"
    git = ["git", "-c", "user.name=a", "-c", "user.email="]
    for command in (
        ["update-index", "--cacheinfo", index],
        ["commit", "-q", "-m", "브라우저에서 고침"],
        ["checkout", "-q", "-f", "HEAD", "--", "docs/fine.md"],
    ):
        assert processes.run(clone, *git, *command).returncode == 0
    assert page.read_bytes() == content
    assert hand_over(clone, tmp_path / "before")[0] == 0
    assert list(fix(clone)) == ["docs/fine.md"]
    assert hand_over(clone, tmp_path / "mended")[0] == 1
    handed = (tmp_path / "mended/docs/fine.md").read_bytes()
    assert handed == page.read_bytes() != content


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
    assert step["env"]["ABOUT"] == "${{ matrix.about }}"
    assert all(row["about"].endswith("요.") for row in rows)
    assert ".ci/report.py" in step["run"]


def test_addresses_of_others_are_asked_weekly_and_never_in_the_gate() -> None:
    for path in FILES:
        asks = "python -m tools links" in commands(read(path))
        assert asks == (path.stem == "weekly")
    jobs = workflow("weekly")["jobs"]
    assert "python -m tools links" in commands({"jobs": {"links": jobs["links"]}})


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
    found = commands_of(result, title, "알아 두세요.", "https://a.example/run", ISSUES)
    assert [tuple(command[:2]) for command in found] == expected
    assert all("https://a.example/run" in command[-1] for command in found)
    assert all(
        ("알아 두세요." in command[-1]) == (result != "success") for command in found
    )


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
