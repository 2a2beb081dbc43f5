"""검색어의 묶음을 읽고, 찾은 쪽이 바라는 쪽인지 견준다."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.paths import TESTS

FILE = TESTS / "search" / "queries.tsv"
# 쪽의 글을 읽기 전에, 주제의 이름만 보고 적은 물음. 뒤의 것에는 없는 말도 있다.
TOPICS = TESTS / "search" / "topics.tsv"
QUESTIONS = TESTS / "search" / "questions.tsv"


@dataclass(frozen=True)
class Query:
    """검색어 하나와 바라는 쪽. 쪽이 없으면 아무것도 찾지 않아야 한다."""

    kind: str
    text: str
    pages: tuple[str, ...]


def page_of(address: str) -> str:
    """절의 주소에서 쪽의 주소만 남긴다. 첫 화면은 빈 글이다."""
    return address.split("#")[0].removeprefix("./")


def read_queries() -> list[Query]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return [
            Query(
                row["class"],
                row["query"],
                tuple(page_of(one) for one in row["page"].split("|") if one),
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def read_blind(file: Path) -> list[Query]:
    """주제의 이름만 보고 적은 물음 가운데 쪽이 있는 것. 갈래는 `split`이다."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Query(row["split"], row["query"], tuple(row["page"].split("|")))
            for row in csv.DictReader(lines, delimiter="\t")
            if row["page"]
        ]


def recall(
    queries: list[Query], answers: list[list[str]], depth: int
) -> dict[str, float]:
    """갈래마다 위의 `depth`쪽 안에 바라는 쪽이 든 비율. 없는 말은 빈 답이 맞다."""
    right = defaultdict(list)
    for query, pages in zip(queries, answers, strict=True):
        found = not pages if not query.pages else set(pages[:depth]) & {*query.pages}
        right[query.kind].append(bool(found))
    return {kind: sum(hits) / len(hits) for kind, hits in sorted(right.items())}
