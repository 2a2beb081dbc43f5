"""이름을 바꾼 쪽의 주소를 따라가는지 확인한다."""

from tests.site.addresses import renamed


def test_only_a_renamed_page_has_a_new_address() -> None:
    moves = "week1/old.md: week1/new.md\n"
    assert renamed("week1/old/", moves) == "week1/new/"
    assert renamed("week1/other/", moves) == "week1/other/"
    assert renamed("week1/old/", "") == "week1/old/"
