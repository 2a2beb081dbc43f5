"""검색을 재는 물음의 목록(`tests/search/queries.tsv`)을 읽는다.

칸은 갈래(class), 읽는 사람이 적을 말(query), 나와야 할 쪽(page), 고치며 볼 것과 남겨 둘
것(split)이다. 여러 쪽 가운데 어느 것이 나와도 되면 `|`로 잇고, 알맞은 절이 뚜렷하면
`#이름`을 붙인다. 첫 화면은 `./`로 적는다. 갈래 k는 없는 말이라 쪽을 비운다.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tools.finding import Finding

FILE = "tests/search/queries.tsv"
HEADER = ("class", "query", "page", "split")
ABSENT = "k"
KINDS = {
    "a": "적힌 대로, 조사와 어미가 붙은 말",
    "b": "붙이거나 띄어 쓴 말, 복합어의 안쪽 말",
    "c": "초성",
    "d": "한영 전환을 잊고 친 말",
    "e": "치는 도중의 글자",
    "f": "틀린 글자",
    "g": "영어, 줄임말, 다른 표기",
    "h": "코드",
    "i": "물음 전체",
    "j": "본문에만 있는 말",
    ABSENT: "없는 말",
}
SPLITS = ("dev", "test")


@dataclass(frozen=True)
class Query:
    """물음 하나. `pages`가 비었으면 아무것도 나오지 않아야 한다."""

    line: int
    kind: str
    text: str
    pages: tuple[str, ...]
    split: str


def address(page: str) -> str:
    """docs에서 본 쪽의 이름을 사이트의 주소로 바꾼다."""
    path = page.removesuffix(".md")
    path = path.removesuffix("index").rstrip("/")
    return f"{path}/" if path else "./"


def read(
    text: str, headings: Mapping[str, Mapping[str, str]]
) -> tuple[list[Query], list[Finding]]:
    """물음을 모두 읽는다.

    Args:
        text: 파일의 글.
        headings: 쪽의 이름에서, 절의 id를 제목으로 바꾸는 표로.

    Returns:
        칸의 수가 맞는 물음과, 틀린 곳.
    """
    header, *lines = text.removesuffix("\n").split("\n")
    if header.split("\t") != list(HEADER):
        return [], [
            Finding(
                FILE,
                1,
                "첫 줄이 칸의 이름이 아닙니다.",
                f"1번째 줄을 {' '.join(HEADER)}로 고치고 탭으로 나누세요.",
            )
        ]
    pages = {address(name): ids for name, ids in headings.items()}
    queries: list[Query] = []
    problems: list[Finding] = []
    first: dict[str, int] = {}
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        for problem, mend in wrong_row(cells, pages):
            problems.append(Finding(FILE, number, problem, mend))
        if len(cells) != len(HEADER):
            continue
        kind, query, page, split = cells
        targets = tuple(page.split("|")) if page else ()
        queries.append(Query(number, kind, query, targets, split))
        if first.setdefault(query, number) != number:
            problems.append(
                Finding(
                    FILE,
                    number,
                    f"'{query}'은(는) {first[query]}번째 줄에도 있습니다.",
                    "한쪽을 지우세요.",
                )
            )
    return queries, problems


def wrong_row(
    cells: list[str], pages: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """한 줄의 틀린 것과 고치는 법을 찾는다."""
    if len(cells) != len(HEADER):
        yield (
            f"칸이 {len(cells)}개입니다.",
            f"탭으로 나눈 {len(HEADER)}칸으로 적으세요.",
        )
        return
    kind, query, page, split = cells
    if kind not in KINDS:
        yield f"'{kind}' 갈래는 없습니다.", "a에서 k 가운데 하나를 적으세요."
    if not query or query != query.strip():
        yield "물음이 비었거나 앞뒤에 빈칸이 있습니다.", "물음을 적고 빈칸을 지우세요."
    if split not in SPLITS:
        yield f"split의 '{split}'은(는) 쓸 수 없습니다.", "dev나 test로 고치세요."
    if kind == ABSENT:
        if page:
            yield "k는 없는 말인데 쪽을 적었습니다.", "쪽을 비우세요."
    elif not page:
        yield (
            "나와야 할 쪽이 없습니다.",
            "쪽을 적으세요. 없는 말이면 갈래를 k로 고치세요.",
        )
    else:
        for one in page.split("|"):
            yield from wrong_page(one, pages)


def wrong_page(
    page: str, pages: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """없는 쪽이나 절을 찾는다."""
    path, _, anchor = page.partition("#")
    if path not in pages:
        yield f"'{path}' 쪽이 없습니다.", "week12/optimizers/처럼 적으세요."
    elif anchor and anchor not in pages[path]:
        yield f"'{path}'에 '#{anchor}' 절이 없습니다.", "제목 옆의 이름을 적으세요."
