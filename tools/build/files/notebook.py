"""쪽을 주피터 노트북으로 옮긴다.

글은 마크다운 칸이 되고, 코드 상자는 그 파일을 위에서 아래로 나눈 코드 칸이 된다.
쪽에 나오지 않는 줄(불러오기, 도우미)도 빠짐없이 담아, 노트북만으로 끝까지 돈다.
"""

import ast
import json
import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from bs4 import PageElement, Tag

from tools.build.files import plain
from tools.proof import verified

BRANCH = "notebooks"
EDGE = re.compile(r"^# --8<-- \[(?P<edge>start|end):(?P<name>[^\]]+)\]\n", re.M)
MAIN = re.compile(r'^if __name__ == "__main__":\n.*', re.M | re.S)
# 불러오는 이름과 배포되는 이름이 다른 것.
DISTRIBUTIONS = {"mlflow": "mlflow-skinny", "sklearn": "scikit-learn"}
# 쓰면서 스스로 밝히지 않거나 골라서 쓰게 둔 것.
COMPANIONS = {
    "keras": ("jax",),
    "keras_tuner": ("six",),
    "mlflow": ("sqlalchemy", "alembic"),
    "optuna": ("sklearn", "matplotlib"),
}
SETUP = """\
# @title 준비. 없는 패키지만 설치한다
import importlib.util
import os

os.environ.setdefault("KERAS_BACKEND", "jax")
wanted = {wanted}
missing = [pin for name, pin in wanted.items() if not importlib.util.find_spec(name)]
if missing:
    %pip install -q {{" ".join(missing)}}
"""
FIGURES = """\
# @title 준비. 그림의 모양을 쪽과 같게 한다
import warnings

{style}
%config InlineBackend.figure_formats = ["svg"]
%config InlineBackend.print_figure_kwargs = {{}}
mpl.rcParams.update({{**STYLE, "savefig.transparent": False}})
# 한글은 글자로 두어 브라우저의 글꼴로 보인다.
warnings.filterwarnings("ignore", "Glyph .* missing from font")
"""
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.ko"
ABOUT = """\
> 이 노트북은 [{title}]({address})에서 만들었다.
> 코드와 출력은 시험을 거친 파일에서 그대로 가져왔다.
> 글은 [CC BY 4.0]({licence}), 코드는 MIT 라이선스다.
>
> 위에서부터 차례로 실행한다. 판이나 기기가 다르면 출력의 소수가 조금 다를 수 있다.
> 적어 둔 출력을 얻은 판으로 맞추려면 먼저 다음 줄을 실행하고 런타임을 다시 시작한다.
>
> ```
> %pip install -q {pins}
> ```
"""


class Unusable(ValueError):  # noqa: N818 - 이름이 곧 까닭이다
    """쪽의 코드를 노트북으로 옮길 수 없다."""


@dataclass
class Snippet:
    """코드 파일 하나를 절의 앞뒤에서 나눈 것."""

    file: str
    pieces: list[tuple[str, str]]
    output: str
    figure: str
    given: set[int] = field(default_factory=set)

    @property
    def inputs(self) -> list:
        """이것이 같으면 같은 칸이 된다."""
        return [self.file, self.pieces, self.output, self.figure]

    def upto(self, code: str) -> tuple[str, list[str]]:
        """코드 상자에 실린 절과, 파일에서 그 앞에 있지만 아직 내지 않은 조각.

        Args:
            code: 코드 상자에 실린 글.

        Returns:
            쪽에 나오지 않는 조각을 모은 글, 상자에 실린 절의 목록.
        """
        shown = [
            number
            for number, (name, text) in enumerate(self.pieces)
            if name and text in code
        ]
        if not shown:
            raise Unusable(f"{self.file}에서 코드 상자에 실린 절을 찾지 못했습니다.")
        # 이름이 있는 조각은 쪽에 나올 차례가 따로 있다.
        before = [
            number
            for number, (name, _) in enumerate(self.pieces[: max(shown)])
            if not name and number not in self.given
        ]
        self.given |= {*before, *shown}
        return self.join(before), [self.pieces[number][1] for number in shown]

    def rest(self) -> str:
        """아직 내지 않은 조각을 모두 모은 글."""
        left = [n for n in range(len(self.pieces)) if n not in self.given]
        self.given |= set(left)
        return self.join(left)

    def join(self, numbers: list[int]) -> str:
        """조각을 이어 붙인다."""
        return "\n\n".join(self.pieces[number][1] for number in numbers)


def split(code: str) -> list[tuple[str, str]]:
    """파일을 절과 그 사이로 나눈다. 모듈의 설명과 직접 돌릴 때의 줄은 뺀다."""
    first = ast.parse(code).body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        code = "\n".join(code.split("\n")[first.end_lineno :])
    code = MAIN.sub("", code)
    pieces, name, start = [], "", 0
    for match in [*EDGE.finditer(code), None]:
        text = code[start : match.start() if match else len(code)].strip("\n")
        if text.strip():
            pieces.append((name, text))
        if match:
            name = match["name"] if match["edge"] == "start" else ""
            start = match.end()
    return pieces


def read_snippets(root: Path, files: Iterable[str]) -> dict[str, Snippet]:
    """쪽에 실린 코드 파일을 읽는다.

    Raises:
        Unusable: 파이썬 문법에 맞지 않을 때.
    """
    return {file: load(root, file) for file in files}


def load(root: Path, file: str) -> Snippet:
    """코드 파일과 그 출력을 읽는다."""
    path = root / file
    output, figure = (
        path.with_suffix(ending).read_text(encoding="utf-8")
        if path.with_suffix(ending).exists()
        else ""
        for ending in (".txt", ".svg")
    )
    try:
        pieces = split(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        raise Unusable(
            f"{file}:{error.lineno}: 파이썬 문법에 맞지 않습니다. 이 줄을 고치세요."
        ) from error
    return Snippet(file, pieces, output, figure)


class Builder:
    """쪽을 위에서 아래로 읽으며 칸을 쌓는다."""

    def __init__(
        self, known: Mapping[str, Snippet], resolve: Callable[[str], str]
    ) -> None:
        """빈 노트북에서 시작한다.

        Args:
            known: 쪽에 실린 코드 파일.
            resolve: 쪽에 적힌 링크를 어디서나 통하는 주소로 바꾸는 함수.
        """
        self.known = known
        self.resolve = resolve
        self.cells: list[dict] = []
        self.prose: list[PageElement] = []
        self.snippets: dict[str, Snippet] = {}

    def read(self, content: Tag) -> None:
        """쪽의 본문을 읽는다."""
        for block in list(content.children):
            if not isinstance(block, Tag) or not self.read_block(block):
                self.prose.append(block)
        self.flush()

    def read_block(self, block: Tag) -> bool:
        """코드 상자, 출력, 그림이면 칸으로 만든다."""
        kinds = block.get("class") or []
        if "highlight" in kinds:
            file, code = plain.name_of(block), plain.code_of(block)
            if file.startswith("snippets/"):
                self.add_code(file, code)
                return True
            snippet = self.find(lambda x: x.output.strip() == code.strip())
            if snippet:
                self.add_run(snippet, "main()", [stream(snippet.output)])
                return True
        if block.name == "figure" and block.svg:
            label = block.svg.get("aria-label")
            svg = f'aria-label="{label}"'
            snippet = self.find(lambda x: svg in x.figure)
            if snippet:
                self.add_run(snippet, "draw();", [picture(snippet.figure)])
                if block.figcaption:
                    # 마크다운에도 실릴 그림은 그대로 두고, 설명만 베껴 문단으로 바꾼다.
                    caption = copy(block.figcaption)
                    caption.name = "p"
                    self.prose.append(caption)
                return True
        return False

    def find(self, holds: Callable[[Snippet], bool]) -> Snippet | None:
        """지금까지 나온 코드 가운데 맞는 것을 찾는다."""
        return next(filter(holds, reversed(self.snippets.values())), None)

    def use(self, snippet: Snippet) -> None:
        """다른 파일을 사이에 두고 다시 나온 파일을 거절한다."""
        last = next(reversed(self.snippets))
        if last != snippet.file:
            raise Unusable(
                f"{snippet.file}의 코드가 {last} 다음에 다시 나옵니다. 노트북에서는 "
                "이름이 겹칠 수 있으니, 한 파일의 코드와 출력과 그림을 모아 두세요."
            )

    def add_code(self, file: str, code: str) -> None:
        """코드 상자를 칸으로 만든다."""
        if file not in self.snippets:
            self.snippets[file] = self.known[file]
        snippet = self.snippets[file]
        self.use(snippet)
        before, sections = snippet.upto(code)
        self.add_hidden(before, file, "불러오기와 도우미")
        for section in sections:
            self.add(section, of(file))

    def add_run(self, snippet: Snippet, call: str, outputs: list[dict]) -> None:
        """나머지 코드를 낸 다음, 부르고 적어 둔 출력을 단다."""
        self.use(snippet)
        self.add_hidden(snippet.rest(), snippet.file, "나머지")
        self.add(call, of(snippet.file), outputs)

    def add_hidden(self, code: str, file: str, title: str) -> None:
        """쪽에 나오지 않는 코드는 접어 둔다."""
        if code:
            self.add(f"# @title {file}의 {title}\n{code}", HIDDEN | of(file))

    def add(
        self, source: str, metadata: dict | None = None, outputs: list | None = None
    ) -> None:
        """코드 칸을 더한다."""
        self.flush()
        self.cells.append(
            {
                "cell_type": "code",
                "execution_count": None,
                "metadata": metadata or {},
                "outputs": outputs or [],
                "source": source.strip("\n"),
            }
        )

    def flush(self) -> None:
        """모아 둔 글을 마크다운 칸으로 만든다. 제목마다 칸을 나눈다."""
        blocks, self.prose = self.prose, []
        text = plain.convert(blocks, self.resolve).strip()
        for part in re.split(r"\n(?=#{1,6} )", text):
            if part.strip():
                self.cells.append(note(part.strip()))


HIDDEN = {"cellView": "form", "jupyter": {"source_hidden": True}}


def of(file: str) -> dict[str, str]:
    """칸이 나온 파일을 칸에 적는다."""
    return {"snippet": file}


def note(source: str) -> dict:
    """마크다운 칸."""
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def stream(text: str) -> dict:
    """적어 둔 출력."""
    return {"name": "stdout", "output_type": "stream", "text": text}


def picture(svg: str) -> dict:
    """적어 둔 그림. 어두운 화면에서도 보이도록 바탕을 칠한다."""
    paper = svg.replace("<svg ", '<svg style="background: #fff; color: #111" ', 1)
    if " xmlns=" not in paper:
        paper = paper.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    data = {"image/svg+xml": paper, "text/plain": "<Figure>"}
    return {"data": data, "metadata": {}, "output_type": "display_data"}


def requirements(code: str, pins: Mapping[str, str]) -> dict[str, str]:
    """코드에 필요한 패키지를 불러오는 이름에서 고정한 판으로 적는다.

    Args:
        code: 노트북에 든 코드 전체.
        pins: 배포되는 이름마다 고정한 판.
    """
    names = verified.imports(code)
    for name in sorted(names):
        names.update(COMPANIONS.get(name, ()))
    wanted = {}
    for name in sorted(names):
        package = DISTRIBUTIONS.get(name, name.replace("_", "-"))
        wanted[name] = f"{package}=={pins[package]}" if package in pins else package
    return wanted


def build(
    content: Tag,
    snippets: Mapping[str, Snippet],
    title: str,
    address: str,
    pins: Mapping[str, str],
) -> str:
    """쪽 하나를 노트북으로 옮긴다.

    Args:
        content: 화면에서만 뜻이 있는 것을 뺀 쪽의 본문.
        snippets: 쪽에 실린 코드 파일.
        title: 쪽의 제목.
        address: 쪽의 주소.
        pins: 배포되는 이름마다 고정한 판.

    Raises:
        Unusable: 코드 상자를 노트북의 칸으로 옮길 수 없을 때.
    """
    builder = Builder(snippets, lambda link: urljoin(address, link))
    builder.read(content)
    code = "\n".join(
        text for snippet in builder.snippets.values() for _, text in snippet.pieces
    )
    wanted = requirements(code, pins)
    about = ABOUT.format(
        title=title, address=address, licence=LICENCE, pins=" ".join(wanted.values())
    )
    cells = [note(about.strip()), *preparations(wanted), *builder.cells]
    for number, cell in enumerate(cells, start=1):
        cell["id"] = f"cell-{number}"
    document = {"cells": cells, "metadata": PYTHON, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


PYTHON = {
    "kernelspec": {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
STYLE = Path(verified.__file__).with_name("figure_style.py")


def preparations(wanted: Mapping[str, str]) -> list[dict]:
    """패키지를 갖추는 칸과, 그림이 있으면 그 모양을 정하는 칸."""
    builder = Builder({}, str)
    listed = json.dumps(wanted, indent=4).replace("\n}", ",\n}")
    builder.add(SETUP.format(wanted=listed), HIDDEN)
    if "matplotlib" in wanted:
        ((_, style),) = split(STYLE.read_text(encoding="utf-8"))
        builder.add(FIGURES.format(style=style), HIDDEN)
    return builder.cells
