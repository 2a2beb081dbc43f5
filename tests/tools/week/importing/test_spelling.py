"""12주차의 원문에서 오탈자를 얼마나 찾고 얼마나 틀리는지 잰다."""

from collections.abc import Iterator

import pytest

from tests.paths import ROOT, TESTS
from tools.data.glossary import Entry
from tools.page import mends
from tools.page.note import mended_note
from tools.page.project import Project
from tools.week.importing.proposals import applicable
from tools.week.importing.spelling import TERM, Mend, Spelling
from tools.week.importing.work import analyzer_of

FOLDER = TESTS / "week12" / "source"
# 찾은 것 가운데 틀린 것은 다섯에 하나를 넘지 않는다.
MOST_WRONG = 0.2
# 사람이 고친 오탈자 21개 가운데 찾은 것.
FEWEST_FOUND = 15
SLIPS = (
    *("오탈자", "띄어쓰기", "맞춤법", "조사", "외래어", "괄호", "마침표", "빈칸"),
    "문체를 맞춤",
)


@pytest.fixture(scope="module")
def spelling() -> Iterator[Spelling]:
    entries: list[Entry] = Project(ROOT).glossary[0]
    return Spelling(entries, analyzer_of(entries))


@pytest.fixture(scope="module")
def raw() -> str:
    return (FOLDER / "note.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(spelling: Spelling, raw: str) -> list[Mend]:
    return spelling.mends(raw)


def test_few_are_wrong(found: list[Mend], raw: str) -> None:
    """사람도 고친 자리면 맞은 것이다."""
    mended = mended_note(FOLDER)
    wrong = [x for x in found if mended.count(x.before) >= raw.count(x.before)]
    assert len(found) > 20
    assert len(wrong) / len(found) <= MOST_WRONG, wrong


def test_most_slips_are_found(found: list[Mend]) -> None:
    text = (FOLDER / "mends.toml").read_text(encoding="utf-8")
    listed, _ = mends.read("mends.toml", text)
    whys = text.split("why = ")[1:]
    slips = [
        mend
        for mend, why in zip(listed, whys, strict=True)
        if any(x in why.split("\n")[0] for x in SLIPS)
    ]
    caught = [
        mend
        for mend in slips
        if any(x.before in mend.before or mend.before in x.before for x in found)
    ]
    assert len(caught) >= FEWEST_FOUND


def test_mended_note_has_almost_nothing_to_mend(spelling: Spelling) -> None:
    found = spelling.mends(mended_note(FOLDER))
    assert [x for x in found if x.why != TERM] == []
    assert len(found) <= 1


def test_every_proposal_can_be_applied(found: list[Mend], raw: str) -> None:
    for mend, count in applicable(raw, found):
        assert raw.count(mend.before) == count > 0
        raw = raw.replace(mend.before, mend.after)


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("그래프를 지원힌다.", "지원힌다", "지원한다"),
        ("빠르게 작업할 수 있도록 도와다.", "도와다", "돕는다"),
        ("모델을 쓰기에 용이함.", "용이함.", "용이하다."),
        ("시간이 오래걸리는 방법이다.", "오래걸리는", "오래 걸리는"),
        ("이 층은 합성곱층 보다 느리다.", "합성곱층 보다", "합성곱층보다"),
        ("레이어를 쌓는다.", "레이어를", "층을"),
        ("과적합을 막는다.", "과적합을", "과대적합을"),
        ("분석 (Computer Vision)이다.", "분석 (", "분석("),
    ],
)
def test_slip_is_mended(spelling: Spelling, line: str, before: str, after: str) -> None:
    assert (before, after) in {(x.before, x.after) for x in spelling.mends(line)}
