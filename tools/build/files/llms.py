"""언어 모델이 읽을 쪽의 목록. llmstxt.org의 꼴로 적는다."""

from urllib.parse import quote

from tools.build.site import Page, Site

NAME = "llms.txt"
REST = "사이트"
NOTEBOOKS = "노트북"


def index(site: Site) -> str:
    """마크다운과 노트북의 목록을 차례에 적힌 대로 적는다."""
    # 차례에는 바깥의 주소나 아직 없는 쪽도 적힐 수 있다.
    ordered = [name for name in site.order if name in site.pages]
    pages = [site.pages[name] for name in dict.fromkeys([*ordered, *site.pages])]
    sections: dict[str, list[str]] = {}
    for page in pages:
        item = f"{link(page, 'md', site)}: {page.description}"
        sections.setdefault(page.section or REST, []).append(item)
    books = [link(page, "ipynb", site) for page in pages if page.notebook]
    if books:
        sections[NOTEBOOKS] = books
    parts = [f"# {site.name}", f"> {site.description}"]
    parts += [f"## {name}\n\n" + "\n".join(rows) for name, rows in sections.items()]
    return "\n\n".join(parts) + "\n"


def link(page: Page, ending: str, site: Site) -> str:
    """쪽 곁에 놓인 파일로 가는 링크."""
    return f"- [{page.title}]({site.absolute(quote(page.file(ending)))})"
