"""고친 노트를 다시 옮길 때, 손대지 않은 자리만 바뀌는 것을 확인한다."""

from tools.week.importing.renew import carried, changes, read_chunks

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
PAGE = """\
# 1. 절 { #part }

## 노트 { #note .given }

첫 문단이다.

- 하나

- 둘은 사람이 고쳤다

!!! note "메모"

    상자다.

    둘째 줄이다.
"""


def renewed(before: str, after: str) -> tuple[str, int]:
    """쪽에 옮긴 것과, 옮기지 못한 것의 수."""
    text, left = PAGE, 0
    for change in changes(OLD, OLD.replace(before, after)):
        moved = carried(text, change)
        text, left = (text, left + 1) if moved is None else (moved, left)
    return text, left


def test_note_is_cut_at_its_blocks() -> None:
    chunks = read_chunks(OLD)
    assert [(x.kind, x.text.split("\n")[0]) for x in chunks] == [
        ("heading", "# 노트"),
        ("heading", "## 1. 절"),
        ("paragraph", "첫 문단이다."),
        ("paragraph", "- 하나"),
        ("paragraph", "- 둘"),
        ("paragraph", '!!! note "메모"'),
        ("fence", "```python"),
        ("paragraph", "$$"),
    ]
    assert "\n\n".join(x.text for x in chunks) + "\n" == OLD


def test_same_note_changes_nothing() -> None:
    assert changes(OLD, OLD) == []


def test_changed_paragraph_is_carried() -> None:
    text, left = renewed("첫 문단이다.", "첫 문단을 고쳤다.")
    assert (text, left) == (PAGE.replace("첫 문단이다.", "첫 문단을 고쳤다."), 0)


def test_changed_box_is_carried() -> None:
    text, left = renewed("    상자다.", "    상자를 고쳤다.")
    assert (text, left) == (PAGE.replace("상자다.", "상자를 고쳤다."), 0)


def test_place_that_a_person_edited_stays() -> None:
    assert renewed("- 둘", "- 둘과 셋") == (PAGE, 1)


def test_new_paragraph_follows_the_one_above() -> None:
    text, left = renewed("- 하나\n", "- 하나\n\n새 문단이다.\n")
    assert (text, left) == (PAGE.replace("- 하나\n", "- 하나\n\n새 문단이다.\n"), 0)


def test_removed_paragraph_is_removed() -> None:
    text, left = renewed("첫 문단이다.\n\n", "")
    assert (text, left) == (PAGE.replace("첫 문단이다.\n\n", ""), 0)


def test_code_is_left_to_a_person() -> None:
    assert renewed("x = 1", "x = 3") == (PAGE, 1)
