"""원문의 모든 문장이 사이트에 그대로 있는지 확인한다."""

from pathlib import Path

import pytest

from tests.paths import TESTS
from tools.page.built import BuiltPage
from tools.page.note import mended_note, sentences, week_folders


@pytest.mark.parametrize(
    "folder", week_folders(TESTS), ids=lambda path: path.parent.name
)
def test_every_sentence_of_the_note_is_on_a_page(
    folder: Path, pages: list[BuiltPage]
) -> None:
    week = folder.parent.name
    text = "\n".join(page.text for page in pages if page.address.startswith(week))
    wanted = sentences(mended_note(folder))
    lost = [sentence for sentence in wanted if sentence not in text]
    assert not lost, "쪽에서 사라진 원문입니다:\n" + "\n".join(lost)
