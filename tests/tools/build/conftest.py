"""걸음과 파일을 시험할 작은 사이트. MkDocs 없이 만든다."""

import posixpath
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.build.site import Page, Site
from tools.page.page import Source

ADDRESS = "https://notes.example/a/"
REPOSITORY = "https://github.com/someone/a-fork"
GLOSSARY = """\
- term: 층
  english: layer
  definition: 계산을 한 겹으로 묶은 것이다.
  page: week1/layers.md#depth
- term: 과대적합
  english: overfitting
  variants: [과적합]
  definition: "`fit`이 훈련 데이터에만 맞는 것이다."
  page: week1/training.md
- term: 딥러닝
  english: deep learning
  definition: 층을 여럿 쌓는 것이다.
  page: week1/layers.md
  tooltip: false
"""
CONCEPTS = """\
before:
  training.md: [층]
links:
  - from: layers.md#depth
    to: training.md#loop
    why: 층을 쌓아야 과대적합이 보인다.
next:
  - from: training.md
    name: 2주차 <정규화>
    why: 과대적합을 막는다.
"""
CLAIMS = """\
layers.md:
  - sentence: 층이 둘이면 더 깊다.
    run: week1/layers/count.py
    tests: [test_count]
    seeds: 5
    splits: 2
    effect: 둘
training.md:
  - sentence: 훈련은 되풀이다.
    source: https://a.b/paper
    section: 3절
  - sentence: 두 번이면 둘이다.
    derivation: 하나에 하나를 더한다.
"""
# 차례에 적힌 (이름, 파일)과 그 글.
SOURCES = {
    ("첫 화면", "index.md"): "# 노트 { #home }\n",
    ("", "week1/index.md"): "# 1주차 { #week1 }\n",
    ("1. 층", "week1/layers.md"): "# 층이란? { #layers }\n\n## 깊이 { #depth }\n",
    ("2. 훈련", "week1/training.md"): (
        "# 훈련이란? { #training }\n\n층이 많으면 과적합이 생긴다.\n\n"
        "## 되풀이 { #loop }\n\n## 확인 문제 { #quiz }\n"
    ),
}
SNIPPET = "snippets/week1/layers/count.py"
CODE = '''\
"""층을 센다."""

# --8<-- [start:count]
def count(layers):
    return len(layers)


# --8<-- [end:count]
def main():
    print(count([1, 2]))


if __name__ == "__main__":
    main()
'''
SECTION = "def count(layers):\n    return len(layers)"
FIGURE = '<svg viewBox="0 0 4 3" aria-label="층의 수"><text>2</text></svg>'


def relative(target: str, here: str) -> str:
    """`here`에 있는 쪽에서 본 주소."""
    path = posixpath.relpath(f"/{target}", f"/{here}")
    return path if target and not target.endswith("/") else f"{path}/"


def write(root: Path, files: dict[str, str]) -> None:
    """파일을 폴더와 함께 쓴다."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Site]:
    """원본을 읽은 작은 사이트를 만드는 함수. 바꿀 것만 이름으로 적는다."""
    write(
        tmp_path,
        {
            "docs/glossary.yml": GLOSSARY,
            "docs/week1/concepts.yml": CONCEPTS,
            "docs/week1/claims.yml": CLAIMS,
            "requirements-tensorflow.txt": "keras==3.15.1\nmatplotlib==3.11.2\n",
            SNIPPET: CODE,
            SNIPPET.replace(".py", ".txt"): "2\n",
            SNIPPET.replace(".py", ".svg"): FIGURE,
            "tests/week1/layers/test_count.py": "def test_count(): ...\n",
        },
    )

    def make(**options: object) -> Site:
        values = {
            "root": tmp_path,
            "name": "노트",
            "description": "딥러닝 노트",
            "url": ADDRESS,
            "repository": REPOSITORY,
            "serving": False,
            "relative": relative,
            **options,
        }
        site = Site(**values)
        names = [
            *(name for _, name in SOURCES),
            "glossary.md",
            "claims.md",
            "contributing.md",
        ]
        site.order = names
        site.urls = {name: address_of(name) for name in names}
        site.read(
            Source(name, label, markdown) for (label, name), markdown in SOURCES.items()
        )
        return site

    return make


def address_of(name: str) -> str:
    """쪽의 주소."""
    path = name.removesuffix(".md").removesuffix("index")
    return f"{path.rstrip('/')}/" if path else ""


@pytest.fixture
def site(make_site: Callable[..., Site]) -> Site:
    """저장소를 아는, 다 짓는 사이트."""
    return make_site()


def page_of(source: str = "week1/layers.md", **options: object) -> Page:
    """쪽 하나."""
    values = {
        "source": source,
        "edited": f"docs/{source}",
        "url": address_of(source),
        "label": "1. 층",
        "title": "층이란?",
        "description": "층을 센다.",
        "section": "1주차",
    }
    return Page(**{**values, **options})


@pytest.fixture
def page() -> Page:
    """층을 다루는 노트."""
    return page_of()


def code_box(name: str = SNIPPET, code: str = SECTION) -> str:
    """테마가 적는 코드 상자."""
    return (
        f'<div class="language-python highlight"><span class="filename">{name}</span>'
        f"<pre><span></span><code>{code}\n</code></pre></div>"
    )
