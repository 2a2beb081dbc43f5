"""키보드로 사이트를 쓴다."""

from playwright.sync_api import Page, expect


def search(page: Page, words: str) -> None:
    """검색창을 키보드로 열고 적는다."""
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.insert_text(words)
    # 한글을 넣을 때는 keyup이 나지 않아 테마가 모른다. 아무 키나 한 번 누른다.
    page.keyboard.press("End")
