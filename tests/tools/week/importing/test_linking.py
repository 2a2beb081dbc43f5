"""노트가 가리키는 그림과 다른 노트를 찾는 것을 확인한다."""

import base64

import pytest

from tools.week.importing.linking import Linker, order, targets

NOTES = ["묶음.md", "묶음/가.md", "묶음/나.md"]
IMAGES = {"묶음/홍길동 화면.png": b"1", "첨부/그림.png": b"2"}


def linker() -> Linker:
    return Linker(NOTES, IMAGES)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("![홍](묶음/홍길동%20화면.png)", "![홍](picture-1.png)"),
        ("![[그림.png|300]]", "![[picture-1.png]]"),
        ('<img src="첨부/그림.png">', '<img src="picture-1.png">'),
        (
            "[![가](첨부/그림.png)](https://a.kr)",
            "[![가](picture-1.png)](https://a.kr)",
        ),
        ("![가][하나]\n\n[하나]: 첨부/그림.png", "![가](picture-1.png)\n\n"),
        ("[참고]: https://a.kr", "[참고]: https://a.kr"),
        ("![가](없다.png)", "![가](없다.png)"),
        ("`![가](첨부/그림.png)`", "`![가](첨부/그림.png)`"),
        ("```\n![가](첨부/그림.png)\n```", "```\n![가](첨부/그림.png)\n```"),
    ],
)
def test_pictures_get_a_name_that_tells_nothing(text: str, wanted: str) -> None:
    assert linker().rewrite(0, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[가](묶음/가.md)", "[가](note:1)"),
        ("[[나]] [[나#절|글]]", "[나](note:2) [글](note:2)"),
        ("![[가#절]]", "[절](note:1)"),
        ("[[없다]] [[#절]]", "[[없다]] [[#절]]"),
        ("[밖](https://a.kr/가.md)", "[밖](https://a.kr/가.md)"),
    ],
)
def test_links_between_notes_are_kept(text: str, wanted: str) -> None:
    assert linker().rewrite(0, text) == wanted


def test_picture_written_as_letters_is_decoded() -> None:
    one = linker()
    data = base64.b64encode(b"png").decode()
    assert (
        one.rewrite(0, f"![가](data:image/png;base64,{data})") == "![가](picture-1.png)"
    )
    assert one.images == {"picture-1.png": b"png"}


def test_order_follows_the_note_above() -> None:
    one = linker()
    one.rewrite(0, "[나](묶음/나.md) [가](묶음/가.md)")
    assert order(NOTES, one.links) == [0, 2, 1]


def test_link_to_a_neighbour_does_not_change_the_order() -> None:
    names = ["가.md", "나.md", "다.md"]
    assert order(names, {0: [2]}) == [0, 1, 2]
    assert order(names, {2: [1, 0]}) == [2, 1, 0]


def test_only_what_is_named_outside_code_is_a_target() -> None:
    assert list(targets("![가](a.png)\n\n```\n![나](b.png)\n```")) == ["a.png"]
