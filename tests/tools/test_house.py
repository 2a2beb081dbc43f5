"""집의 규칙을 지키는지 코드의 나무에서 확인한다."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT, relative

HOOK = "tools/build/hook.py"
LONGEST_HOOK = 60
CHANGES = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove",
    "setdefault", "sort", "update",
}  # fmt: skip


def modules(*folders: str) -> list[Path]:
    files = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return sorted(file for file in files if "node_modules" not in file.parts)


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """불러오는 모듈의 이름. 함수 안에서 불러오는 것도 든다."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(name)):
                yield name
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def uses(tree: ast.AST, package: str) -> bool:
    return any(name.partition(".")[0] == package for name in imported(tree))


def path_edits(tree: ast.AST) -> list[int]:
    """`sys.path`를 읽지 않고 고치는 줄."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.expr() as owner)):
                edited = [owner] if node.func.attr in CHANGES else []
            case ast.Assign(targets=edited) | ast.Delete(targets=edited):
                pass
            case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
                edited = [target]
            case _:
                continue
        found += [node.lineno for one in edited if "sys.path" in names_of(one)]
    return found


def names_of(target: ast.expr) -> set[str]:
    """바뀌는 것의 이름. `a[0]`, `a[:]`, `a, b`도 a를 바꾼다."""
    match target:
        case ast.Subscript(value=value) | ast.Starred(value=value):
            return names_of(value)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return {name for part in parts for name in names_of(part)}
    return {ast.unparse(target)}


def state(tree: ast.Module) -> list[int]:
    """함수가 모듈의 것을 바꾸는 줄."""
    owned = {
        name
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for name in names_of(target)
    } | {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    found = []
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            found += changes_in(function, owned - locals_of(function))
    return sorted(set(found))


def locals_of(function: ast.AST) -> set[str]:
    """함수 안에서 새로 이름을 붙인 것. 모듈의 것과 이름이 같아도 다른 것이다."""
    arguments = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
    return arguments | {
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def changes_in(function: ast.AST, owned: set[str]) -> list[int]:
    """함수 안에서 `owned`를 바꾸는 줄."""
    found = []
    for node in ast.walk(function):
        match node:
            case ast.Global():
                found.append(node.lineno)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)):
                if name in owned and attr in CHANGES:
                    found.append(node.lineno)
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                if name in owned:
                    found.append(node.lineno)
            case ast.Attribute(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                if name in owned:
                    found.append(node.lineno)
    return found


def places(files: list[Path], find: object) -> list[str]:
    return [f"{relative(file)}:{line}" for file in files for line in find(parse(file))]


def test_hook_is_thin() -> None:
    lines = (ROOT / HOOK).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_HOOK, f"{HOOK}이(가) {len(lines)}줄입니다."


def test_only_the_hook_knows_mkdocs() -> None:
    users = [file for file in modules("tools") if uses(parse(file), "mkdocs")]
    assert [relative(file) for file in users] == [HOOK]


def test_tools_and_search_do_not_lean_on_tests() -> None:
    files = modules("tools", "korean_search")
    assert len(files) > 60
    assert [relative(file) for file in files if uses(parse(file), "tests")] == []


def test_search_does_not_lean_on_the_notes() -> None:
    leaning = [
        relative(file)
        for file in modules("korean_search")
        if uses(parse(file), "tools") or uses(parse(file), "snippets")
    ]
    assert leaning == []


def test_nobody_edits_the_module_path() -> None:
    files = modules("tools", "korean_search", "tests", ".ci")
    assert len(files) > 150
    assert places(files, path_edits) == []


def test_tools_keep_no_state_between_calls() -> None:
    assert places(modules("tools"), state) == []


def test_every_module_that_builds_has_a_test_of_its_own() -> None:
    folders = ("tools/build", "tools/page", "tools/data")
    missing = [
        relative(file)
        for file in modules(*folders)
        if file.name != "__init__.py"
        and not (ROOT / "tests" / file.relative_to(ROOT))
        .with_name(f"test_{file.name}")
        .exists()
    ]
    assert missing == []


@pytest.mark.parametrize(
    "line",
    [
        "sys.path.insert(0, 'a')",
        "sys.path.append('a')",
        "sys.path.extend(['a'])",
        "sys.path[0] = 'a'",
        "sys.path[:0] = ['a']",
        "sys.path = []",
        "sys.path += ['a']",
        "del sys.path[0]",
        "a, sys.path = 1, []",
    ],
)
def test_edit_of_the_module_path_is_seen(line: str) -> None:
    assert path_edits(ast.parse(f"import sys\n{line}\n")) == [2]
    assert (
        path_edits(ast.parse("print(sys.path, sys.path[0], os.path.join('a'))")) == []
    )


@pytest.mark.parametrize(
    "line",
    [
        "global kept",
        "kept['a'] = 1",
        "kept.update(a=1)",
        "kept.setdefault('a', 1)",
        "kept |= {'a': 1}; global kept",
        "del kept['a']",
        "kept.serving = True",
        "Build.serving = True",
    ],
)
def test_state_of_a_module_is_seen(line: str) -> None:
    code = f"kept: dict = {{}}\nclass Build: ...\ndef change(): {line}\n"
    assert state(ast.parse(code)) == [3]


@pytest.mark.parametrize(
    "line",
    ["kept = {}; kept['a'] = 1", "return kept['a']", "new = [*kept]; new.sort()"],
)
def test_own_names_are_no_state(line: str) -> None:
    assert state(ast.parse(f"kept = {{}}\ndef read(): {line}\n")) == []


@pytest.mark.parametrize(
    "line",
    ["import tests", "from tests.paths import ROOT", "def f(): import tests.site"],
)
def test_import_is_seen_wherever_it_stands(line: str) -> None:
    assert uses(ast.parse(line), "tests")
    assert not uses(ast.parse(line), "test")
