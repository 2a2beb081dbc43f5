"""재거나 시험할 사이트를 짓는다."""

import json
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

from filelock import FileLock

from tools.build.cache import read, write
from tools.data.history import KOREA, git
from tools.processes import run
from tools.proof.kept import digest_files, digest_folder, key

# 짓는 데 쓰는 것. 시험 가운데서는 원래 노트만 읽는다.
FOLDERS = ("docs", "snippets", "korean_search", "tools")
FILES = ("mkdocs.yml", "tests/week*/**/*", "requirements-tensorflow.txt")
ADDRESSES = ("SITE_URL", "REPO_URL", "USE_DIRECTORY_URLS")


def build(root: Path, folder: Path, **environment: str) -> None:
    """저장소를 `mkdocs build --strict`로 폴더에 짓는다.

    Raises:
        RuntimeError: 짓지 못했을 때. MkDocs가 한 말을 담는다.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    result = run(root, *command, **environment)
    if result.returncode:
        raise RuntimeError(f"사이트를 짓지 못했습니다.\n{result.stderr}")


def build_once(root: Path, folder: Path, **environment: str) -> bool:
    """재료가 그대로이고 지은 것이 온전하면 다시 짓지 않는다.

    여러 프로세스가 함께 불러도 한 번만 짓는다.

    Args:
        root: 저장소의 맨 위.
        folder: 지을 폴더. 곁에 같은 이름의 `.json`과 `.lock`을 둔다.
        environment: 짓는 프로세스에 줄 환경 변수.

    Returns:
        새로 지었으면 참.

    Raises:
        RuntimeError: 짓지 못했을 때. MkDocs가 한 말을 담는다.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    stamp = folder.with_name(f"{folder.name}.json")
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        made_of = materials(root, environment)
        if folder.is_dir() and read(stamp) == stamped(made_of, folder):
            return False
        stamp.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        build(root, folder, **environment)
        write(stamp, stamped(made_of, folder))
        return True


def stamped(made_of: str, folder: Path) -> str:
    """재료와 지은 것을 함께 가리키는 글."""
    return json.dumps({"made_of": made_of, "built": digest_folder(folder)})


def materials(root: Path, environment: dict[str, str]) -> str:
    """짓는 데 쓰는 모든 것을 가리키는 값. 날짜는 사이트맵에 적히므로 함께 센다."""
    files = {file for name in FOLDERS for file in (root / name).rglob("*")}
    files |= {file for name in FILES for file in root.glob(name)}
    return key(
        "site",
        [
            digest_files(root, (x for x in files if x.is_file() and readable(x))),
            {name: os.environ.get(name) for name in ADDRESSES} | environment,
            git(root, "log", "-1", "--format=%H"),
            git(root, "remote", "--verbose"),
            datetime.now(KOREA).date().isoformat(),
        ],
    )


def readable(file: Path) -> bool:
    """사람이 적은 파일인지 본다."""
    return "__pycache__" not in file.parts and "node_modules" not in file.parts
