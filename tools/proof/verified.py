"""시험이 남긴 기록. 쓰는 곳은 `tools/proof/record.py`, 읽는 곳은 쪽의 코드 상자다.

코드, 시험, 출력 가운데 하나라도 기록과 다르면 그 기록은 없는 것으로 본다.
"""

import ast
import hashlib
import json
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.proof.meaning import meaning

FOLDER = Path("snippets", "verified")
BACKENDS = {"jax": "JAX", "tensorflow": "텐서플로"}
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;]+)", re.M)


@dataclass(frozen=True)
class Run:
    """코드 하나의 시험을 한 백엔드에서 모두 통과한 일."""

    date: str
    digest: str
    packages: dict[str, str]
    passed: int
    python: str


def test_of(snippet: str) -> str:
    """코드를 비추는 시험의 자리."""
    folder, _, name = snippet.removeprefix("snippets/").rpartition("/")
    return f"tests/{folder}/test_{name}"


def outputs_of(root: Path, snippet: str) -> list[str]:
    """코드가 남긴 출력과 그림 가운데 있는 것."""
    names = [snippet.removesuffix("py") + ending for ending in ("txt", "svg")]
    return [name for name in names if (root / name).exists()]


def imports(code: str) -> set[str]:
    """코드가 불러오는 패키지의 맨 위 이름. 파이썬에 든 것은 뺀다."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Import():
                names.update(alias.name for alias in node.names)
            case ast.ImportFrom(module=str(name), level=0):
                names.add(name)
            # importlib.import_module("이름")
            case ast.Call(
                func=ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name))],
            ):
                names.add(name)
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names


def digest(root: Path, snippet: str) -> str:
    """코드와 시험이 하는 일과 출력을 한꺼번에 가리키는 값.

    설명글과 주석을 고치거나 줄을 달리 나누어도 그대로다.
    """
    total = hashlib.sha256()
    for name in [snippet, test_of(snippet), *outputs_of(root, snippet)]:
        text = content(root / name)
        total.update(f"{name}\n{len(text)}\n{text}".encode())
    return total.hexdigest()


def content(file: Path) -> str:
    """기록과 견줄 내용. 읽을 수 없는 코드는 적힌 그대로다."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    with suppress(SyntaxError):
        return meaning(text) if file.suffix == ".py" else text
    return text


def read(root: Path, backend: str) -> dict[str, Run]:
    """백엔드 하나의 기록을 코드마다 읽는다."""
    file = root / FOLDER / f"{backend}.json"
    if not file.exists():
        return {}
    rows = json.loads(file.read_text(encoding="utf-8"))
    return {snippet: Run(**row) for snippet, row in rows.items()}


def write(root: Path, backend: str, runs: Mapping[str, Run]) -> None:
    """기록을 언제나 같은 차례로 적는다. 없어진 코드의 기록은 버린다."""
    rows = {
        snippet: asdict(run)
        for snippet, run in runs.items()
        if (root / snippet).exists()
    }
    file = root / FOLDER / f"{backend}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")


def pins(root: Path) -> dict[str, str]:
    """시험에 쓰기로 고정한 판."""
    text = (root / "requirements-tensorflow.txt").read_text(encoding="utf-8")
    return dict(PIN.findall(text))


def unverified(root: Path, backend: str) -> list[str]:
    """지금의 코드와 지금 고정한 판으로 시험한 기록이 없는 코드를 찾는다.

    케라스를 쓰지 않는 코드는 백엔드를 가리지 않으므로 첫 백엔드에서만 시험한다.
    """
    runs, locked = read(root, backend), pins(root)
    files = sorted((root / "snippets").rglob("*.py"))
    names = [
        file.relative_to(root).as_posix()
        for file in files
        if backend == next(iter(BACKENDS))
        or "keras" in imports(file.read_text(encoding="utf-8"))
    ]

    def holds(name: str) -> bool:
        run = runs.get(name)
        if run is None or run.digest != digest(root, name):
            return False
        return all(locked.get(x, now) == now for x, now in run.packages.items())

    return [name for name in names if not holds(name)]


class Records:
    """모든 백엔드의 기록. 쪽을 짓는 동안 한 번만 읽는다."""

    def __init__(self, root: Path) -> None:
        """기록을 읽는다."""
        self.root = root
        self.runs = {backend: read(root, backend) for backend in BACKENDS}
        self.digests: dict[str, str] = {}

    def of(self, snippet: str) -> tuple[dict[str, Run], bool]:
        """지금의 코드와 맞는 기록과, 맞지 않는 기록도 있는지 돌려준다."""
        # 한 파일의 절이 여러 상자에 실린다.
        if snippet not in self.digests:
            self.digests[snippet] = digest(self.root, snippet)
        now = self.digests[snippet]
        found = {
            backend: runs[snippet]
            for backend, runs in self.runs.items()
            if snippet in runs
        }
        held = {backend: run for backend, run in found.items() if run.digest == now}
        return held, len(held) < len(found)
