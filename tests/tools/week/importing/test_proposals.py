"""사람이 보고 쓸 초안을 확인한다."""

import tomllib

import yaml

from tools.data.queries import HEADER
from tools.week.importing.pages import Names
from tools.week.importing.plan import Topic
from tools.week.importing.proposals import Proposals, Proposer, Written
from tools.week.importing.spelling import Mend

NOTE = """\
# 1. 합성곱

합성곱(convolution)은 필터를 옮긴다. 완전 연결 층보다 파라미터가 적기 때문에 유용하다.
"""
PAGE = NOTE + "\n덧붙인 글도 적기 때문에 유용하다.\n"


def proposed(*mends: Mend) -> Proposals:
    names = Names(13, 1, Topic("합성곱", "합성곱", "convolution", "합성곱"))
    proposer = Proposer(13, "tests/week13/source", [])
    return proposer.propose(NOTE, mends, [Written(names, PAGE)])


def test_claims_of_the_author_wait_for_evidence() -> None:
    made = proposed()
    rows = yaml.safe_load(made.files["tests/week13/source/proposed/claims.yml"])
    said = "완전 연결 층보다 파라미터가 적기 때문에 유용하다."
    assert rows == {
        "convolution.md": [{"sentence": said, "source": None, "section": None}]
    }
    (todo,) = [x for x in made.todos if x.group == "근거"]
    assert (todo.file, todo.line) == ("docs/week13/convolution.md", 3)


def test_terms_that_the_glossary_lacks_are_drafted() -> None:
    text = proposed().files["tests/week13/source/proposed/glossary.yml"]
    (term,) = yaml.safe_load(text)
    assert (term["term"], term["english"]) == ("합성곱", "convolution")
    assert term["page"] == "week13/convolution.md"


def test_queries_have_the_cells_of_the_list() -> None:
    text = proposed().files["tests/week13/source/proposed/queries.tsv"]
    for line in text.splitlines():
        kind, query, page, split = line.split("\t")
        assert (kind, page) == ("a", "week13/convolution/")
        assert query
        assert split in ("dev", "test")
    assert len(HEADER) == 4


def test_mends_are_written_ready_to_use() -> None:
    mends = (
        Mend(3, "파라미터가", "매개변수가", "용어"),
        Mend(3, "옮긴다", "옮긴다다", "오탈자"),
    )
    made = proposed(*mends)
    text = made.files["tests/week13/source/proposed/mends.toml"]
    rows = tomllib.loads(text)["mend"]
    assert [x["before"] for x in rows] == ["파라미터가", "옮긴다"]
    lines = text.split("\n")
    for todo in (x for x in made.todos if x.group == "오탈자"):
        assert lines[todo.line - 1].startswith("# ")
