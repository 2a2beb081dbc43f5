"""제목과 본문에서 색인에 쓸 것을 뽑고, 같은 것은 다시 뽑지 않는지 본다."""

from pathlib import Path

import pytest

from korean_search.analysis import Analyzer
from korean_search.reading import (
    WHOLE,
    Reading,
    normalize_title,
    read_bodies,
    read_headings,
)
from korean_search.store import Store

TITLES = [("1. 미세 조정(fine-tuning)", ("훈련",)), ("Adam", ())]
BODIES = [("임베딩(embedding)을 쓴다. keras를 쓴다.", "keras.Input()"), ("", "")]


def test_heading_gives_grams_words_and_pairs() -> None:
    first, second = read_headings(Analyzer(), TITLES)
    assert {"미세", "조정", "미세조", "fine", "훈련"} <= first.grams.keys()
    assert {"조정", "fine-tuning"} <= {*first.words}
    assert first.pairs == [["미세 조정", "fine-tuning"]]
    assert second.grams == {"adam": WHOLE}


def test_inner_part_of_a_longer_word_in_a_title_is_marked() -> None:
    (title,) = read_headings(Analyzer(["함수형"]), [("함수형 모델", ())])
    assert title.grams["함수"] == 1
    assert title.grams["함수형"] == title.grams["모델"] == WHOLE


def test_body_counts_how_often() -> None:
    first, second = read_bodies(Analyzer(), BODIES)
    assert first.grams["keras"] == 2
    assert first.words.count("keras") == 2
    assert first.pairs == [["임베딩", "embedding"]]
    assert second == Reading({}, [], [])


def test_same_title_with_other_tags_is_read_apart() -> None:
    one, other = read_headings(Analyzer(), [("층", ()), ("층", ("훈련",))])
    assert "훈련" in other.grams.keys() - one.grams.keys()


def test_kept_reading_equals_the_fresh_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = [
        read(Analyzer((), Store(tmp_path)), given)
        for read, given in ((read_headings, TITLES), (read_bodies, BODIES))
    ]
    monkeypatch.setattr(Analyzer, "split", lambda *_: pytest.fail("다시 나눴다"))
    analyzer = Analyzer((), Store(tmp_path))
    assert [read_headings(analyzer, TITLES), read_bodies(analyzer, BODIES)] == fresh


def test_number_before_a_title_is_dropped() -> None:
    assert normalize_title("3. 층") == "층"
    assert normalize_title("2026") == "2026"
    assert normalize_title("12주차") == "12주차"
