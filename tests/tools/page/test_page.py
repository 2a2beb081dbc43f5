"""쪽의 이름이 차례와 제목에서 오는지 확인한다."""

from tools.page.page import Source

TEXT = "# 긴 제목이다 { #top }\n\n## 해 보기, [층](a.md) { #try }\n\n## 적지 않은 절\n"


def test_only_written_ids_are_known() -> None:
    assert Source("a.md", "", TEXT).headings == {
        "top": "긴 제목이다",
        "try": "해 보기, 층",
    }


def test_page_is_called_as_in_the_menu() -> None:
    assert Source("a.md", "1. 가", TEXT).label == "1. 가"
    assert Source("a.md", "", TEXT).label == "긴 제목이다"
    assert Source("a.md", "", "글").label == "a.md"


def test_section_is_called_after_its_page() -> None:
    source = Source("a.md", "1. 가", TEXT)
    assert source.titled("") == source.titled("top") == "1. 가"
    assert source.titled("try") == "1. 가 › 층"
