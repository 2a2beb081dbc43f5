"""읽는 시간이 글과 코드의 줄만 세는지 확인한다."""

import pytest

from tools.build.site import Page, Site
from tools.build.steps import reading_time
from tools.build.tree import Tree


@pytest.mark.parametrize(
    ("words", "lines", "expected"),
    [(1, 0, 1), (200, 0, 1), (201, 0, 2), (0, 30, 1), (200, 30, 2), (400, 31, 4)],
)
def test_reading_time_counts_words_and_code_lines(
    words: int, lines: int, expected: int
) -> None:
    code = "x = <b>1</b>\n\n" * lines
    html = f"<p>{'말 ' * words}</p><pre><code>{code}</code></pre>"
    html += "<svg><text>그림 속의 글</text></svg><script>자료 는 글이 아니다</script>"
    html += '<a class="headerlink" href="#a">¶ 표시</a>'
    html += '<p class="quiz-next"><a href="#b">다음 문제</a></p>'
    assert reading_time.minutes(Tree(html)) == expected


def test_time_is_kept_with_the_page(page: Page, site: Site) -> None:
    reading_time.measure(Tree(f"<p>{'말 ' * 401}</p>"), page, site)
    assert page.minutes == 3
