"""재거나 시험할 사이트를 짓는다."""

import sys
from pathlib import Path

from tools.processes import run


def build(root: Path, folder: Path, **environment: str) -> None:
    """저장소를 `mkdocs build --strict`로 폴더에 짓는다.

    Raises:
        RuntimeError: 짓지 못했을 때. MkDocs가 한 말을 담는다.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    result = run(root, *command, **environment)
    if result.returncode:
        raise RuntimeError(f"사이트를 짓지 못했습니다.\n{result.stderr}")
