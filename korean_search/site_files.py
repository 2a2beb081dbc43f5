"""색인과 스크립트를 사이트에 쓰고, 앞서 지은 것을 지운다."""

import json
import shutil
from pathlib import Path

from korean_search.index import Index

MANIFEST = "manifest.json"


def write(folder: Path, index: Index, scripts: dict[str, str]) -> None:
    """색인과 스크립트를 쓰고, 전에 지은 색인을 지운다.

    Args:
        folder: 사이트 안의 우리 폴더.
        index: 이번에 지은 색인.
        scripts: 이름과 내용.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in index.files.items():
        (folder / f"{name}.ks").write_bytes(content)
    manifest = json.dumps(index.manifest, separators=(",", ":"))
    for name, text in {MANIFEST: manifest, **scripts}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    _clean(folder, {f"{name}.ks" for name in index.files})


def empty(source: Path, index: dict) -> None:
    """테마가 기다리는 색인에 설정만 남긴다.

    지을 때마다 바뀌는 것을 적으면, 브라우저가 간직한 것이 사라진 색인을 가리킨다.

    Args:
        source: 사이트의 `search_index.json`.
        index: 그 파일에서 읽은 것.
    """
    small = {"config": index["config"], "docs": []}
    source.write_text(json.dumps(small, ensure_ascii=False), encoding="utf-8")


def _clean(folder: Path, wanted: set[str]) -> None:
    """이름이 `wanted`에 없는 색인 파일과, 앞선 판이 쓰던 색인 폴더를 지운다."""
    for old in list(folder.iterdir()):
        if old.is_dir() and _ours(old):
            shutil.rmtree(old)
        elif old.suffix == ".ks" and old.name not in wanted:
            old.unlink()


def _ours(folder: Path) -> bool:
    return all(file.suffix == ".ks" for file in folder.iterdir())
