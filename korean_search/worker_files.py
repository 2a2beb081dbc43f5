"""작업자의 스크립트를 한 파일로 잇는다. 모듈을 못 읽는 작업자도 있어서다."""

import re
from pathlib import Path

from rjsmin import jsmin

FOLDER = Path(__file__).parent / "worker"
PARTS = (
    "hangul.mjs",
    "files.mjs",
    "current.mjs",
    "query.mjs",
    "weigh.mjs",
    "score.mjs",
    "rank.mjs",
    "show.mjs",
    "worker.mjs",
)
IMPORT = re.compile(r'^import [^;]*? from "\./[a-z]+\.mjs";?\n', re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class))", re.M)


def worker_script() -> str:
    """모듈을 차례로 잇고 빈칸을 줄인 작업자."""
    parts = []
    for name in PARTS:
        source = (FOLDER / name).read_text(encoding="utf-8")
        parts.append(EXPORT.sub("", IMPORT.sub("", source)))
    script = "\n".join(parts)
    if re.search(r"^(?:import|export)\b", script, re.M):
        raise ValueError("작업자의 모듈에 이을 수 없는 import나 export가 있어요.")
    return jsmin("(() => {\n" + script + "\n})();")


def page_script() -> str:
    """검색창 곁에서 안내를 보여 주는 스크립트."""
    return jsmin((FOLDER / "page.js").read_text(encoding="utf-8"))
