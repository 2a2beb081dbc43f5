"""코드가 하는 일이 같으면 같고 다르면 다른 글이 되는지 확인한다."""

import pytest

from tools.proof.meaning import meaning

CODE = '''"""설명."""


def total(numbers, start=0):
    """모두 더한다."""
    return f"{sum(numbers, start):.2f}"
'''


@pytest.mark.parametrize(
    "same",
    [
        CODE.replace("모두 더한다.", "모두 더한 값을 준다."),
        CODE.replace('    """모두 더한다."""\n', ""),
        CODE.replace("    return", "    # 끝\n    return"),
        CODE.replace("(numbers, start=0)", "(\n    numbers,\n    start=0,\n)"),
        CODE.replace('f"{sum(numbers, start):.2f}"', "f'{sum(numbers, start):.2f}'"),
    ],
)
def test_wording_and_layout_change_nothing(same: str) -> None:
    assert same != CODE
    assert meaning(same) == meaning(CODE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start=0", "start=1"),
        ("start=0", "start=0.0"),
        ("start=0", "start=False"),
        (".2f", ".3f"),
        ("sum(numbers, start)", "sum(start, numbers)"),
        ("return", "yield"),
        ('    return f"', '    f"'),
    ],
)
def test_every_other_change_shows(old: str, new: str) -> None:
    assert meaning(CODE.replace(old, new)) != meaning(CODE)


def test_text_that_is_no_description_counts() -> None:
    assert meaning('a = 1\n"""글."""\n') != meaning('a = 1\n"""다른 글."""\n')


def test_unreadable_code_is_an_error() -> None:
    with pytest.raises(SyntaxError):
        meaning("def (")
