"""의존성이 빠짐없이 고정되었고, 어디서 받는지는 적혀 있지 않은지 확인한다."""

import ast
import re
import sys
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from tests.paths import ROOT

PIN = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9._-]*)(?P<extras>\[[a-z0-9,._-]+\])?==(?P<version>[^\s;]+)",
    re.M,
)
INSTALLED = {
    re.sub(r"[-_.]+", "-", distribution.name).lower()
    for distribution in metadata.distributions()
}
# 사이트에 필요한 것만 설치해도 돌아야 하는 도구.
SITE_TOOLS = ("build", "check", "data", "page", "week")
FILES = ("requirements.txt", "requirements-test.txt", "requirements-tensorflow.txt")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    return {match["name"]: match["version"] for match in PIN.finditer(text(name))}


def normalized(requirement: str) -> str:
    name = re.split(r"[=<>!~;\[ ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_a_pin_with_hashes(name: str) -> None:
    entries = re.split(
        r"^(?=\S)", re.sub(r"^ *#.*\n", "", text(name), flags=re.M), flags=re.M
    )
    entries = [entry for entry in entries if entry.strip()]
    assert entries
    for entry in entries:
        assert PIN.match(entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("name", FILES)
def test_no_address_and_no_path_of_a_machine_is_written_down(name: str) -> None:
    assert not re.search(r"://|file:|index-url|find-links| @ ", text(name))


def test_lock_holds_every_declared_dependency_at_the_declared_version() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    site = project["project"]["dependencies"]
    groups = project["dependency-groups"]
    tests = [*site, *groups["test"]]
    declared = {
        "requirements.txt": site,
        "requirements-test.txt": tests,
        "requirements-tensorflow.txt": [*tests, *groups["tensorflow"]],
    }
    for name, requirements in declared.items():
        locked = pins(name)
        for requirement in requirements:
            package = normalized(requirement)
            assert package in locked, f"{name}에 {requirement}이(가) 없습니다"
            if "==" in requirement:
                wanted = requirement.split(";")[0]
                assert wanted == f"{package}=={locked[package]}"


def test_extras_that_a_package_asks_for_are_pinned_too() -> None:
    # 옛 pip은 extras 없이 고정하면 가장 새 판을 골랐다가 해시가 없다고 멈춘다.
    extras = {
        match["name"]: set(re.findall(r"[a-z0-9._-]+", match["extras"] or ""))
        for match in PIN.finditer(text("requirements-test.txt"))
    }
    asked = [
        Requirement(line)
        for package in extras
        if package in INSTALLED
        for line in metadata.requires(package) or []
    ]
    wanted = [
        (normalized(requirement.name), requirement.extras)
        for requirement in asked
        if requirement.extras
        and (requirement.marker is None or requirement.marker.evaluate({"extra": ""}))
    ]
    assert wanted
    for package, names in wanted:
        assert names <= extras[package], f"{package}에 {names}을(를) 적으세요."


def imported(*folders: str) -> set[str]:
    """폴더의 파이썬이 불러오는, 표준이 아닌 패키지의 이름. 늦게 불러오는 것도 든다."""
    names = set()
    for folder in folders:
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                if isinstance(node, ast.ImportFrom):
                    names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"korean_search", "snippets", "tools"}


@pytest.mark.parametrize(
    ("groups", "folders"),
    [
        ([], ["korean_search", *(f"tools/{x}" for x in SITE_TOOLS)]),
        (["test"], ["snippets", "tools", "tests"]),
    ],
    ids=["site", "tests"],
)
def test_every_import_is_declared_by_name(groups: list, folders: list) -> None:
    project = tomllib.loads(text("pyproject.toml"))
    lines = [*project["project"]["dependencies"]]
    lines += [line for group in groups for line in project["dependency-groups"][group]]
    declared = {normalized(line) for line in lines}
    names = imported(*folders) - {"tests"}
    assert names
    homes = metadata.packages_distributions()
    missing = {
        name
        for name in names
        if not declared & {normalized(home) for home in [name, *homes.get(name, [])]}
    }
    assert not missing, f"pyproject.toml에 적지 않고 불러왔습니다: {missing}"


def test_tests_build_the_site_with_the_versions_of_the_site() -> None:
    tests = pins("requirements-test.txt")
    for package, version in pins("requirements.txt").items():
        assert tests[package] == version


def test_both_backends_are_tested_with_the_same_versions() -> None:
    tensorflow = pins("requirements-tensorflow.txt")
    for package, version in pins("requirements-test.txt").items():
        # 텐서플로 2.21은 h5py 3.15보다 낮은 것만 받는다.
        assert package == "h5py" or tensorflow[package] == version


def test_mending_a_typo_needs_no_deep_learning() -> None:
    heavy = {
        "keras",
        "jax",
        "jaxlib",
        "tensorflow",
        "torch",
        "scikit-learn",
        "playwright",
    }
    assert not heavy & set(pins("requirements.txt"))
