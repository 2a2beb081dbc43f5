"""링크와 그림의 주소를 읽는지 확인한다."""

from tools.page.links import links, without_addresses


def test_links_and_images() -> None:
    text = (
        '[글](a.md#b) ![그림](<b c.png>) [위키](https://ko.a/나_(다) "제목")\n\n'
        "[이름]: c.md\n[^1]: 각주"
    )
    found = [(x.text, x.target, x.image) for x in links(text)]
    assert found == [
        ("글", "a.md#b", False),
        ("그림", "b c.png", True),
        ("위키", "https://ko.a/나_(다)", False),
        ("c.md", "c.md", False),
    ]
    assert without_addresses("[글](a.md)![그림](a.png)") == "글"
