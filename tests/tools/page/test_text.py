"""글을 다듬는 법을 확인한다."""

from tools.page.text import squeeze


def test_blanks_become_one() -> None:
    assert squeeze("\n 가\t나 \n\n 다\u00a0라 ") == "가 나 다 라"
    assert squeeze(" \n") == ""
