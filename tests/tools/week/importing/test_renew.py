"""고친 노트를 다시 옮길 때, 손대지 않은 자리만 바뀌는 것을 확인한다."""

from pathlib import Path

import pytest

from tests.tools.week.importing.conftest import bring, note_file
from tools.check.gate import check
from tools.week.importing.code import Tried, source_of
from tools.week.importing.renew import changes, read_chunks

OLD = """\
# 노트

## 1. 절

첫 문단이다.

- 하나

- 둘

!!! note "메모"

    상자다.

    둘째 줄이다.

```python
x = 1

y = 2
```

$$
a

b
$$
"""
NOTE = """\
# 노트

## 합성곱

첫째 글이다.

둘째 글이다.

- 하나
- 둘

```python
x = 없는이름
```

> 따온 글이다.

### 작은 절

끝 글이다.

## 순환층

순환층 글이다.
"""
FILE = "docs/week3/convolution.md"


def test_note_is_cut_at_its_blocks() -> None:
    chunks = read_chunks(OLD)
    assert [(x.kind, x.line, x.text.split("\n")[0]) for x in chunks] == [
        ("heading", 1, "# 노트"),
        ("heading", 3, "## 1. 절"),
        ("paragraph", 5, "첫 문단이다."),
        ("paragraph", 7, "- 하나"),
        ("paragraph", 9, "- 둘"),
        ("paragraph", 11, '!!! note "메모"'),
        ("fence", 17, "```python"),
        ("paragraph", 23, "$$"),
    ]
    assert "\n\n".join(x.text for x in chunks) + "\n" == OLD


def test_same_note_changes_nothing() -> None:
    assert changes(OLD, OLD) == []


def test_blocks_that_look_alike_are_paired() -> None:
    after = OLD.replace("첫 문단이다.", "아주 새로 적은 긴 글이다.\n\n첫 문단이었다.")
    new, edited = changes(OLD, after)
    assert (new.before, new.after.text) == (None, "아주 새로 적은 긴 글이다.")
    assert (edited.before.text, edited.after.text) == ("첫 문단이다.", "첫 문단이었다.")


@pytest.fixture
def week(bare: Path, tmp_path: Path) -> Path:
    """처음 옮긴 주차가 있는 저장소."""
    assert bring(bare, 3, note_file(tmp_path, NOTE), "--no-run", "--yes") == 0
    return bare


def again(week: Path, tmp_path: Path, note: str) -> str:
    """고친 노트를 다시 옮기고, 검사를 통과한 쪽을 읽는다."""
    assert bring(week, 3, note_file(tmp_path, note), "--no-run", "--yes") == 0
    assert [str(x) for x in check(week)] == []
    return (week / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("둘째 글이다.", "아주 다르게 적었다. 한 문장 더."),
        ("- 둘", "- 둘\n- 셋"),
        ("x = 없는이름", "x = 다른이름"),
        ("> 따온 글이다.", "> 따온 글을 고쳤다."),
        ("끝 글이다.", "끝 글이다.\n\n새 문단이다."),
        ("> 따온 글이다.", "새 문단이다.\n\n> 따온 글이다."),
        ("둘째 글이다.\n\n", ""),
    ],
)
def test_change_is_carried_where_nobody_edited(
    before: str, after: str, week: Path, tmp_path: Path
) -> None:
    page = (week / FILE).read_text("utf-8")
    now = again(week, tmp_path, NOTE.replace(before, after))
    assert now == page.replace(before, after)


def test_edited_place_stays_and_the_new_block_stands_beside_it(
    week: Path, tmp_path: Path
) -> None:
    page = week / FILE
    edited = page.read_text("utf-8").replace("첫째 글이다.", "사람이 고친 글이다.")
    page.write_text(edited, encoding="utf-8")
    note = NOTE.replace("첫째 글이다", "첫째 글도 고쳤다").replace("둘째 글", "다음 글")
    now = again(week, tmp_path, note)
    assert "사람이 고친 글이다.\n\n첫째 글도 고쳤다.\n\n다음 글이다." in now
    line = now.split("\n").index("첫째 글도 고쳤다.") + 1
    todo = (week / "tests/week3/source/todo.md").read_text("utf-8")
    assert f"`{FILE}:{line}` 사람이 고친 자리" in todo
    assert "오탈자" not in todo


def test_removed_block_that_a_person_edited_stays_and_is_told(
    week: Path, tmp_path: Path
) -> None:
    page = week / FILE
    edited = page.read_text("utf-8").replace("둘째 글이다.", "둘째 글이었다.")
    page.write_text(edited, encoding="utf-8")
    now = again(week, tmp_path, NOTE.replace("둘째 글이다.\n\n", ""))
    assert now == edited
    line = now.split("\n").index("둘째 글이었다.") + 1
    todo = (week / "tests/week3/source/todo.md").read_text("utf-8")
    assert f"`{FILE}:{line}` 노트에서 지운 글" in todo


def test_new_heading_gets_an_address_and_its_level(week: Path, tmp_path: Path) -> None:
    now = again(week, tmp_path, NOTE.replace("끝 글", "#### 속 절\n\n끝 글"))
    assert "### 작은 절 {" not in now
    assert "\n### 속 절 { #" in now


def test_new_page_is_made_and_listed(week: Path, tmp_path: Path) -> None:
    again(week, tmp_path, NOTE + "\n## 드롭아웃\n\n새 쪽의 글이다.\n")
    pages = (week / "docs/week3").glob("*.md")
    (made,) = [x for x in pages if "\n# 3. 드롭아웃 {" in x.read_text("utf-8")]
    assert f"week3/{made.name}" in (week / "mkdocs.yml").read_text("utf-8")
    assert f"({made.name})" in (week / "docs/week3/index.md").read_text("utf-8")


def test_renamed_page_keeps_its_address(week: Path, tmp_path: Path) -> None:
    now = again(week, tmp_path, NOTE.replace("## 합성곱", "## 합성곱과 풀링"))
    assert "# 1. 합성곱과 풀링 { #convolution }" in now
    assert 'title: "1. 합성곱과 풀링"' in now


def test_banner_comes_back_with_new_things_to_decide(
    week: Path, tmp_path: Path
) -> None:
    todo = week / "tests/week3/source/todo.md"
    todo.write_text(todo.read_text("utf-8").replace("[ ]", "[x]"), encoding="utf-8")
    for page in (week / "docs/week3").glob("*.md"):
        head, _, rest = page.read_text("utf-8").partition('!!! warning "아직')
        text = head + rest.partition("않았다.\n\n")[2] if rest else head
        page.write_text(text, encoding="utf-8")
    assert [x for x in check(week) if "다듬는 중" in x.problem] == []
    now = again(week, tmp_path, NOTE.replace("없는이름", "다른이름"))
    assert "아직 다듬는 중" in now


def test_block_that_cannot_be_shown_is_boxed_again(week: Path, tmp_path: Path) -> None:
    note = NOTE.replace("끝 글이다.", "끝 글이다.\n\n| 가 |")
    now = again(week, tmp_path, note)
    assert "```text\n| 가 |\n```" in now
    assert again(week, tmp_path, note) == now


def test_mend_of_a_text_that_is_gone_is_dropped(week: Path, tmp_path: Path) -> None:
    listed = week / "tests/week3/source/mends.toml"
    rows = '[[mend]]\nbefore = "둘째 글이다"\nafter = "둘째 글이었다"\nwhy = "오탈자"\n'
    listed.write_text(rows, encoding="utf-8")
    page = week / FILE
    text = page.read_text("utf-8").replace("둘째 글이다", "둘째 글이었다")
    page.write_text(text, encoding="utf-8")
    assert "끝 글이었다." in again(
        week, tmp_path, NOTE.replace("끝 글이다", "끝 글이었다")
    )
    now = again(week, tmp_path, NOTE.replace("둘째 글이다", "둘째 글을 바꾸었다"))
    assert "둘째 글을 바꾸었다." in now
    assert "[[mend]]" not in listed.read_text("utf-8")


def test_code_that_nobody_edited_follows_the_note(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def attempts(_: Path) -> object:
        return lambda body, _before: (
            Tried(why="멈췄습니다") if "멈춤" in body else Tried(source_of(body), "3\n")
        )

    monkeypatch.setattr("tools.week.importing.work.attempts", attempts)
    note = "# 노트\n\n## 합성곱\n\n글이다.\n\n```python\nprint(1 + 2)\n```\n"
    snippet = bare / "snippets/week3/convolution/code_1.py"
    for body in ("1 + 2", "2 + 1"):
        changed = note.replace("1 + 2", body)
        assert bring(bare, 3, note_file(tmp_path, changed), "--yes") == 0
        assert f"print({body})" in snippet.read_text("utf-8")
    stopped = note.replace("1 + 2", "멈춤")
    assert bring(bare, 3, note_file(tmp_path, stopped), "--yes") == 0
    assert "print(멈춤)" in (bare / FILE).read_text("utf-8")
    assert not list((bare / "snippets").rglob("*.py"))
    assert "reference/convolution.md" not in (bare / "mkdocs.yml").read_text("utf-8")
