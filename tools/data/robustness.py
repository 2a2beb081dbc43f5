"""시드를 옮겨 다시 돌린 기록(`snippets/robustness.json`)을 읽고 쓴다.

코드나 시험이 기록할 때와 다르면 그 기록은 없는 것으로 본다.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.proof.verified import digest

FILE = Path("snippets", "robustness.json")


@dataclass(frozen=True)
class Rerun:
    """코드 하나를 다시 돌린 것.

    Attributes:
        digest: 코드와 시험과 출력을 함께 가리키는 값.
        shifts: 시드에 더한 수.
        held: 시험의 이름에서, 통과한 횟수로.
    """

    digest: str
    shifts: list[int]
    held: Mapping[str, int]


def read(root: Path) -> dict[str, Rerun]:
    """코드의 자리에서, 지금의 코드와 맞는 기록으로."""
    file = root / FILE
    if not file.exists():
        return {}
    rows = json.loads(file.read_text(encoding="utf-8"))
    return {
        snippet: rerun
        for snippet, row in rows.items()
        if (rerun := Rerun(**row)).digest == current(root, snippet)
    }


def current(root: Path, snippet: str) -> str:
    """지금의 코드를 가리키는 값. 코드가 없으면 빈 글이다."""
    return digest(root, snippet) if (root / snippet).exists() else ""


def write(root: Path, reruns: Mapping[str, Rerun]) -> None:
    """기록을 코드의 이름 차례로 쓴다."""
    rows = {snippet: asdict(reruns[snippet]) for snippet in sorted(reruns)}
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    (root / FILE).write_text(text, encoding="utf-8", newline="\n")
