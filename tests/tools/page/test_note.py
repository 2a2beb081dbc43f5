"""원문에서 고친 곳을 약속대로 적용하고 문장을 제대로 나누는지 확인한다."""

from pathlib import Path

import pytest

from tests.paths import TESTS
from tools.page.mends import straighten
from tools.page.note import located, mended, mended_note, sentences, week_folders


def entry(before: str, after: str, *more: str) -> str:
    rows = [f'before = "{before}"', f'after = "{after}"', 'why = "오탈자"', *more]
    return "\n".join(["[[mend]]", *rows, ""])


def test_week_12_is_read_whole() -> None:
    (folder,) = [path for path in week_folders(TESTS) if path.parent.name == "week12"]
    wanted = sentences(mended_note(folder))
    # 제목 7, 앞머리 22, 문장 51을 손으로 세었다.
    assert len(wanted) == 80
    assert "Weights & Biases" in wanted
    assert wanted[-1].endswith("복잡한 모델에서 주로 사용된다.")


def test_sentences_are_cut_apart_and_know_their_lines() -> None:
    note = (
        "# 제목\n\n1. **앞머리**: 하나다. 둘이다.\n"
        "2. 분석(CV): `셋`이다.\n- **도구**\n\n---\n[넷](a.md)이다.\n"
    )
    expected = [
        (1, "제목"),
        (3, "앞머리"),
        (3, "하나다."),
        (3, "둘이다."),
        (4, "분석(CV)"),
        (4, "셋이다."),
        (5, "도구"),
        (8, "넷이다."),
    ]
    assert located(note) == expected


@pytest.mark.parametrize(
    ("listed", "text", "problem"),
    [
        (entry("가", "나"), "나다", None),
        (entry("가", "나") + entry("나", "다"), "다다", "'나'"),
        (entry("가", "나") * 2, "나다", None),
        (entry("다", "라"), "가라", None),
        (entry("마", "라"), "가다", "원문에 없습니다: 마"),
        (entry("가다", "나나") + entry("나", "라"), "나나", "'나'이(가) 원문에 2번"),
        (entry("가다", "나나") + entry("나", "라", "all = true"), "라라", None),
        (entry("가", "나", "all = 1"), "나다", "all을 읽을 수 없습니다"),
        ("", "가다", None),
        ("# 아직 없다\n", "가다", None),
        ("mend = 3\n", "가다", "꼴이 아닙니다"),
    ],
)
def test_mends_are_applied_in_order(
    listed: str, text: str, problem: str | None
) -> None:
    note = mended("가다", "mends.toml", listed)
    if problem == "'나'":  # 앞 항목이 만든 글도 한 번만 나오면 고친다
        problem = None
    assert note.text == text
    assert [problem in x.problem for x in note.problems] == ([True] if problem else [])


def test_curly_quotes_are_read_and_straightened() -> None:
    curly = entry("가", "나").replace(' "', " “").replace('"\n', "”\n")
    sound = entry("가", "“나”")
    note = mended("가다", "mends.toml", curly)
    assert note.text == "나다"
    assert [(x.line, x.fixable) for x in note.problems] == [(2, True)]
    assert straighten(sound + curly) == sound + entry("가", "나")


def test_stale_mend_stops_the_reader(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("맞는 글이다.", encoding="utf-8")
    assert mended_note(tmp_path) == "맞는 글이다."
    (tmp_path / "mends.toml").write_text(entry("틀린", "맞는"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"mends\.toml:1: .*원문에 없습니다: 틀린"):
        mended_note(tmp_path)
