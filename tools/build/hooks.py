"""MkDocs가 부르는 자리. 하는 일은 곁의 모듈에 있다."""

from datetime import datetime
from functools import partial
from pathlib import Path

from tools.build.steps import accessible
from tools.build.files import cards
from tools.build.steps import code_boxes
from tools.build.files import feed
from tools.build.steps import figures
from tools.build.files import head
from tools.data import history
from tools.build.files import notebook
from tools.build.steps import play
from tools.build.files import takeaway
from tools.proof import verified
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

FEED = "changes.xml"
OFFLINE = "assets/offline.js"


class Build:
    """짓는 동안 기억할 것."""

    serving = False
    changes: list[history.Change]
    dates: dict[str, datetime]
    pages: dict[str, tuple[str, str]]
    cards: dict[str, str]
    records: verified.Records
    takeaway: takeaway.Takeaway


def on_startup(command: str, **_: object) -> None:
    """`serve`인지 기억한다. 다시 불러오는 스크립트가 끼어들어 정책을 걸 수 없다."""
    Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """git의 역사와 시험의 기록을 한 번만 읽는다."""
    if Build.serving:
        # 미리 보기가 꺼진 뒤에도 같은 주소에서 받아 둔 쪽이 나오지 않게 한다.
        config.extra_javascript.remove(OFFLINE)
    root = Path(config.config_file_path).parent
    Build.changes = history.changes(root)
    Build.dates = history.last_changes(Build.changes)
    Build.records = verified.Records(root)
    Build.takeaway = takeaway.Takeaway(root, config.site_url)
    Build.pages = {}
    Build.cards = {}
    return config


def on_nav(nav: Navigation, **_: object) -> None:
    """차례를 기억한다."""
    Build.takeaway.order = [page.file.src_uri for page in nav.pages]


def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, **_: object
) -> str:
    """돋보일 줄을 찾고, 마지막 고친 날을 단다."""
    snippets = Path(config.config_file_path).parent / "snippets"
    name = f"docs/{page.file.edit_uri}"  # 만들어진 쪽은 그 바탕이 된 파일
    if date := Build.dates.get(name):
        page.meta["git_revision_date_localized"] = history.korean(date)
        page.update_date = date.strftime("%Y-%m-%d")
    try:
        return code_boxes.resolve_marks(
            markdown, lambda file: (snippets / file).read_text(encoding="utf-8")
        )
    except code_boxes.UnknownMark as error:
        head_lines = page.file.content_string.count("\n") - markdown.count("\n")
        raise PluginError(f"{name}:{error.line + head_lines}: {error}") from error


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """소식과 노트북에 쓸 쪽의 제목과 주소와 본문을 모은다."""
    source = page.file.src_uri
    Build.pages[f"docs/{page.file.edit_uri}"] = (page.title, page.url)
    title = config.site_name if page.is_homepage else page.meta.get("title", page.title)
    description = page.meta.get("description") or config.site_description
    section = page.ancestors[-1].title if page.ancestors else ""
    try:
        Build.takeaway.add(
            takeaway.Page(source, page.url, title, description, section, html)
        )
    except notebook.Unusable as error:
        raise PluginError(f"docs/{source}: {error}") from error
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """코드 상자의 링크, 카드, 소식 주소를 넣고, 마지막에 정책을 건다.

    링크의 글이 검색에 걸리지 않도록, 색인에 담긴 다음인 여기서 단다.
    """
    proof = partial(verified.line, Build.records)
    output = code_boxes.link_sources(output, config.repo_url, proof)
    output = figures.keep_ratio(code_boxes.count_lines(output))
    output = accessible.plain_contents(accessible.focusable_code(output))
    output = add_takeaway(output, page, config)
    kept = Build.takeaway.pages[page.file.src_uri]
    image = None
    if cards.korean_font() and not Build.serving:
        name = f"assets/cards/{kept.file('png')}"
        Build.cards[name] = kept.title
        image = config.site_url + name
    output = head.add(
        output,
        head.card(
            kept.title, kept.description, page.canonical_url, config.site_name, image
        ),
        head.feed_link(config.site_url + FEED, config.site_name),
        *play.style_link(output, page.url),
    )
    return output if Build.serving else head.with_policy(output)


def add_takeaway(output: str, page: Page, config: MkDocsConfig) -> str:
    """마크다운과 노트북으로 가는 링크를 단다."""
    kept = Build.takeaway.pages[page.file.src_uri]

    def beside(ending: str) -> str:
        return get_relative_url(kept.file(ending), page.url)

    output = head.add(output, Build.takeaway.head(kept.source, beside("md")))
    if kept.source not in Build.takeaway.notebooks:
        return output
    colab = notebook.colab(config.repo_url, kept.file("ipynb"))
    return notebook.links(output, beside("ipynb"), colab)


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """없는 주소를 알리는 쪽에도 정책을 건다."""
    if template_name != "404.html" or Build.serving:
        return output_content
    return head.with_policy(output_content)


def on_post_build(config: MkDocsConfig) -> None:
    """소식, 검색 로봇에게 줄 파일, 마크다운과 노트북, 나눌 때 보일 그림을 쓴다."""
    site = Path(config.site_dir)
    atom = feed.atom(
        config.site_name, config.site_url, FEED, Build.changes, Build.pages
    )
    robots = f"User-agent: *\nAllow: /\nSitemap: {config.site_url}sitemap.xml\n"
    kept = Build.takeaway.files(config.site_name, config.site_description)
    for name, content in {FEED: atom, "robots.txt": robots, **kept}.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
    for name, title in Build.cards.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(cards.draw(title, config.site_name, cards.korean_font()))
