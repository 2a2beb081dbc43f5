"""MkDocs에 붙이는 얇은 껍데기. 테마의 검색 작업자를 우리 것으로 바꾼다.

`mkdocs.yml`의 `hooks`에 이 파일을, `extra.korean_search.glossary`에 용어집을 적는다.
"""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from korean_search.glossary import load_glossary
from korean_search.index import Builder
from korean_search.sections import read_sections
from korean_search.worker_files import page_script, worker_script

log = get_plugin_logger("korean_search")
FOLDER = "search/ko"
labels: dict[str, str] = {}
WORKER = re.compile(r'"search":\s*"([^"]*?)assets/javascripts/workers/search\.[^"]+"')


def on_nav(nav: object, config: object, files: object) -> None:  # noqa: ARG001
    """차례에 적힌 이름으로도 그 쪽을 찾게 한다. 긴 제목에는 그 말이 없을 수 있다."""
    labels.clear()
    labels.update({page.url: page.title for page in nav.pages if page.title})


def on_post_page(output: str, page: object, config: object) -> str:  # noqa: ARG001
    """쪽이 부르는 작업자의 주소를 바꾸고, 안내를 보여 줄 스크립트를 더한다."""
    return _replace(output)


def on_post_template(output_content: str, template_name: str, config: object) -> str:  # noqa: ARG001
    """404 쪽도 같은 검색을 쓰게 한다."""
    if not template_name.endswith(".html"):
        return output_content
    return _replace(output_content)


def _replace(output: str) -> str:
    match = WORKER.search(output)
    if not match:
        return output
    base = match[1]
    output = output.replace(match[0], f'"search": "{base}{FOLDER}/worker.js"', 1)
    tag = f'<script src="{base}{FOLDER}/page.js"></script>'
    return output.replace("</body>", f"{tag}</body>", 1)


@event_priority(-100)
def on_post_build(config: object) -> None:
    """검색 플러그인이 쓴 색인을 읽어 작은 파일로 나눈다."""
    site = Path(config.site_dir)
    source = site / "search" / "search_index.json"
    if not source.exists():
        raise PluginError("한국어 검색에는 `search` 플러그인이 있어야 해요.")
    index = json.loads(source.read_text(encoding="utf-8"))
    options = config.extra.get("korean_search") or {}
    terms = []
    if name := options.get("glossary"):
        file = Path(config.config_file_path).parent / name
        if not file.exists():
            raise PluginError(
                f"{file}: 용어집이 없어요. "
                "`extra.korean_search.glossary`의 길을 고치세요."
            )
        terms = load_glossary(file)
    built = Builder(read_sections(index, labels), terms).build()
    target = site / FOLDER
    for name, content in built.files.items():
        file = target / f"{name}.ks"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (target / "worker.js").write_text(worker_script(), encoding="utf-8", newline="\n")
    (target / "page.js").write_text(page_script(), encoding="utf-8", newline="\n")
    small = {"config": {**index["config"], "korean": built.settings}, "docs": []}
    source.write_text(json.dumps(small, ensure_ascii=False), encoding="utf-8")
    log.debug(
        "절 %d개의 색인을 파일 %d개로 나눴어요.", len(index["docs"]), len(built.files)
    )
