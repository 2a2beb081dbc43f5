"""원문의 모든 문장이 사이트에 그대로 있는지 확인한다."""

from copy import copy
from pathlib import Path

import pytest

from tests.paths import TESTS
from tools.page.built import BuiltPage
from tools.page.markdown import FORMULA
from tools.page.note import mended_note, sentences, week_folders
from tools.page.text import squeeze


def without_formulas(page: BuiltPage) -> str:
    """그려진 수식을 뺀 본문. 수식이 쪽에 있는지는 글 검사가 원본에서 본다."""
    article = copy(page.article)
    for formula in article.select("math"):
        formula.decompose()
    return squeeze(article.get_text())


@pytest.mark.parametrize(
    "folder", week_folders(TESTS), ids=lambda path: path.parent.name
)
def test_every_sentence_of_the_note_is_on_a_page(
    folder: Path, pages: list[BuiltPage]
) -> None:
    week = folder.parent.name
    shown = [page for page in pages if page.address.startswith(week)]
    text = "\n".join(map(without_formulas, shown))
    wanted = sentences(mended_note(folder))
    lost = [x for x in wanted if squeeze(FORMULA.sub("", x)) not in text]
    assert not lost, "쪽에서 사라진 원문입니다:\n" + "\n".join(lost)
