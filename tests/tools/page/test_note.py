"""원문 노트를 빠짐없이 문장으로 나누는지 확인한다."""

from pathlib import Path

import pytest

from tests.paths import TESTS
from tools.page.note import mended_note, sentences, week_folders


def test_week_12_is_read_whole() -> None:
    (folder,) = [path for path in week_folders(TESTS) if path.parent.name == "week12"]
    wanted = sentences(mended_note(folder))
    # 제목 7, 앞머리 22, 문장 51을 손으로 세었다.
    assert len(wanted) == 80
    assert "Weights & Biases" in wanted
    assert wanted[-1].endswith("복잡한 모델에서 주로 사용된다.")


def test_sentences_are_cut_apart() -> None:
    note = (
        "# 제목\n\n1. **앞머리**: 하나다. 둘이다.\n"
        "2. 분석(CV): 셋이다.\n- **도구**\n\n---\n"
    )
    expected = ["제목", "앞머리", "하나다.", "둘이다.", "분석(CV)", "셋이다.", "도구"]
    assert sentences(note) == expected


def test_stale_mend_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("맞는 글이다.", encoding="utf-8")
    mend = '[[mend]]\nbefore = "틀린"\nafter = "맞는"\nwhy = "오탈자"\n'
    (tmp_path / "mends.toml").write_text(mend, encoding="utf-8")
    with pytest.raises(ValueError, match="원문에 없습니다: 틀린"):
        mended_note(tmp_path)
