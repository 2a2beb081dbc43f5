"""주장과 근거의 틀린 곳을 줄과 고치는 법과 함께 모두 찾는지 확인한다."""

from pathlib import Path

import pytest

from tools.data.claims import Claim, Kind, Reader, WrongClaim, load

PAGES = {"week1/b.md": 1, "week1/a.md": 2}
SOUND = """\
a.md:
  - sentence: 가가 나보다 크다.
    run: week1/a/size.py
    tests: [test_larger]
    seeds: 5
    splits: 2
    effect: 3에서 5
  - sentence: 논문이 그렇게 말한다.
    source: https://example.org/paper
    section: 3절
b.md:
  - sentence: 둘을 더하면 셋이다.
    derivation: 하나에 둘을 더한다.
"""


def read(text: str) -> tuple[list[Claim], Reader]:
    reader = Reader("week1/claims.yml", PAGES.__contains__)
    return reader.collect(text), reader


def test_each_kind_is_read() -> None:
    claims, reader = read(SOUND)
    assert not reader.problems
    run, source, derivation = claims
    assert (run.kind, run.line, run.page) == (Kind.RUN, 2, "week1/a.md")
    assert (run.seeds, run.splits, run.effect) == (5, 2, "3에서 5")
    assert run.tests == ("test_larger",)
    assert run.test_file == "tests/week1/a/test_size.py"
    assert (source.evidence, source.section) == ("https://example.org/paper", "3절")
    assert derivation.evidence == "하나에 둘을 더한다."


def test_place_hangs_on_the_sentence_alone() -> None:
    before, _ = read(SOUND)
    after, _ = read(SOUND.replace("splits: 2", "splits: 4"))
    assert [x.id for x in before] == [x.id for x in after]
    assert len({x.id for x in before}) == 3


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("b.md:", "c.md:", 11, "'week1/c.md' 쪽이 없습니다."),
        ("seeds: 5", "seeds: 4", 5, "되풀이한 것이 8번뿐입니다."),
        ("seeds: 5", "seeds: 여럿", 5, "seeds이(가) 수가 아닙니다."),
        ("    effect: 3에서 5\n", "", 2, "run에 'effect'이(가) 없습니다."),
        ("    section: 3절\n", "", 8, "source에 'section'이(가) 없습니다."),
        ("section: 3절", "section: 3", 10, "section이(가) 비었거나 글이 아닙니다."),
        ("section: 3절", "page: 3절", 10, "source에 'page'(이)라는 칸은 없습니다."),
        ("source: https://example.org/paper", "source: ", 9, "source이(가) 비었"),
        ("    derivation: 하나에 둘을 더한다.\n", "", 12, "근거가 0개입니다."),
        ("    seeds: 5", "    source: https://a.b\n    seeds: 5", 2, "근거가 2개"),
        ("- sentence: 논문이 그렇게 말한다.", "- sentence: ", 8, "문장이 없습니다."),
        ("논문이 그렇게 말한다.", "가가 나보다 크다.", 8, "같은 문장을 2번째 줄"),
        ("tests: [test_larger]", "tests: test_larger", 4, "목록이 아닙니다."),
        ("  - sentence: 둘을 더하면 셋이다.", "  - 글", 12, "'이름: 값' 꼴이"),
    ],
)
def test_each_fault_names_its_line(
    before: str, after: str, line: int, message: str
) -> None:
    text = SOUND.replace(before, after, 1)
    if "- 글" in after:
        text = text.replace("    derivation: 하나에 둘을 더한다.\n", "")
    _, reader = read(text)
    assert (line, True) in {(x.line, message in x.problem) for x in reader.problems}
    assert all(finding.mend for finding in reader.problems)


def test_few_repetitions_pass_with_a_reason() -> None:
    text = SOUND.replace("seeds: 5", "seeds: 1\n    why: 난수가 없다.")
    claims, reader = read(text)
    assert not reader.problems
    assert claims[0].why == "난수가 없다."


def test_claims_stand_in_the_order_of_the_pages(tmp_path: Path) -> None:
    folder = tmp_path / "week1"
    folder.mkdir()
    (folder / "claims.yml").write_text(SOUND, encoding="utf-8")
    assert [x.page for x in load(tmp_path, PAGES)] == [
        "week1/b.md",
        *["week1/a.md"] * 2,
    ]
    (folder / "claims.yml").write_text("a.md: 글", encoding="utf-8")
    with pytest.raises(WrongClaim, match=r"docs/week1/claims.yml:1: 목록이"):
        load(tmp_path, PAGES)


def test_nothing_written_is_nothing_claimed() -> None:
    claims, reader = read("")
    assert claims == reader.problems == []
