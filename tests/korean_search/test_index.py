"""색인 파일이 작게 나뉘고, 같은 글에서 같은 바이트가 나오는지 본다."""

import base64
import gzip
import json
import re
from dataclasses import replace
from itertools import product

import pytest

from korean_search import index
from korean_search.glossary import Term
from korean_search.index import Builder, Index, fnv1a, press, varint, word_keys
from korean_search.sections import Section

SECTIONS = [
    Section("a/", "옵티마이저", "경사 하강법(gradient descent)을 쓴다."),
    Section("a/#adam", "Adam", "학습률을 조정한다.", code="keras.optimizers.Adam()"),
    Section("b/", "학습률", "학습률은 걸음의 크기다. 학습률을 낮춘다.", tags=("훈련",)),
]
GLOSSARY = [Term("학습률", ("학습률", "learning rate", "lr"))]


KINDS = ("core", "grams", "words", "texts", "names")


def many(word: str = "적은") -> list[Section]:
    """낱말 하나만 다른 사이트."""
    letters = product("가나다라마", "바사아자", "차카타파하")
    return [
        Section(f"{n}/", f"{x} 제목", f"{x}의 글. {word if n == 7 else '적은'} 쪽")
        for n, x in enumerate(["".join(row) for row in letters] * 3)
    ]


def built(sections: list[Section] = SECTIONS) -> Index:
    return Builder(sections, GLOSSARY).build()


def names(result: Index, kind: str) -> list[str]:
    return re.findall(f".{{{index.NAME}}}", result.manifest[kind])


def unpacked(result: Index, kind: str) -> list[bytes]:
    return [gzip.decompress(result.files[name]) for name in names(result, kind)]


def test_title_counts_apart_from_body() -> None:
    postings = Builder(SECTIONS).postings()
    rows = {number: (strong, often) for number, strong, often in postings["학습률"]}
    assert rows[2][0] > 0
    assert rows[1][0] == 0
    assert rows[2][1] > 0
    assert 0 not in rows


def test_name_in_the_menu_counts_like_a_title_of_its_own() -> None:
    plain = Section("a/", "긴 물음을 그대로 적은 제목", "걸음의 크기다.")
    named = replace(plain, label="3. 학습률")
    ((_, strong, _),) = Builder([named]).postings()["학습률"]
    ((_, alone, _),) = Builder([replace(plain, title="학습률")]).postings()["학습률"]
    assert strong == alone
    # 이름이 하나 더 있다고 제목이 가벼워지지 않는다.
    for gram, rows in Builder([plain]).postings().items():
        assert Builder([named]).postings()[gram] == rows


def test_words_across_a_particle_are_one_piece() -> None:
    postings = Builder([Section("a/", "제목", "요청의 본문")]).postings()
    assert "청본문" in postings
    assert "의본문" not in postings


def test_code_and_tags_are_found() -> None:
    postings = Builder(SECTIONS).postings()
    assert [row[0] for row in postings["keras.optimizers.adam"]] == [1]
    assert 2 in [row[0] for row in postings["훈련"]]


def test_boost_of_a_page_is_listed_for_the_worker() -> None:
    low = Section("a/", "학습률", "학습률 학습률", boost=0.1)
    pages = [low, replace(low, location="a/#절"), Section("b/", "학습률", "학습률")]
    built = Builder(pages).build()
    assert built.manifest["boosts"] == [[0, 0.1]]
    # 세기는 그대로 두어, 낮춘 쪽 안에서도 절의 차례가 남는다.
    assert Builder([low]).postings() == Builder([replace(low, boost=1)]).postings()


def test_page_boosted_near_zero_keeps_small_files() -> None:
    low = Section("a/", "제목", "학습률 학습률 학습률 걸음", boost=0.02)
    levels = {
        often for rows in Builder([low]).postings().values() for *_, often in rows
    }
    assert len(levels) <= 2
    full = Builder([replace(low, boost=1)]).postings()
    assert full["학습률"] > full["걸음"]


def test_heading_that_every_page_repeats_is_light() -> None:
    pages = [Section(f"{n}/#요약", "요약", "걸음의 크기다.") for n in range(4)]
    (_, repeated, _), *_ = Builder(pages).postings()["요약"]
    ((_, alone, _),) = Builder(pages[:1]).postings()["요약"]
    assert 0 < repeated < alone


def test_glossary_and_brackets_make_synonyms() -> None:
    table = Builder(SECTIONS, GLOSSARY).synonyms()
    assert table["learningrate"] == ["학습률"]
    assert "학습률" not in table
    assert "gradient descent" in table["경사하강법"]
    assert "경사 하강법" in table["gradientdescent"]


@pytest.mark.parametrize("place", ["b/#절", "b/#색인에 없는 절"])
def test_name_of_a_term_strengthens_the_place_that_treats_it(place: str) -> None:
    where = "b/" if "없는" in place else place
    pages = [
        Section("a/", "기록", "재현율을 잰다."),
        Section("b/", "평가", "점수를 잰다."),
        Section("b/#절", "점수", "맞힌 비율이다."),
    ]
    term = Term("재현율", ("재현율", "recall"), page=place)
    for gram in ("재현율", "recall"):
        rows = Builder(pages, [term]).postings()[gram]
        strong = {pages[number].location: level for number, level, _ in rows}
        assert strong[where] > strong.get("a/", 0)
    assert "recall" not in Builder(pages, [replace(term, page="없는 곳/")]).postings()


def test_title_words_weigh_more_than_body_words() -> None:
    words = Builder([*SECTIONS, SECTIONS[1]], GLOSSARY).words()
    assert words["옵티마이저"] > words["학습률"] - 10
    assert "걸음" not in words


def test_every_word_can_be_found_by_its_keys() -> None:
    assert word_keys("최적화", 2) == ["ㅊㅈ", "2ㅈㅎ", "3ㅊㅎ", "ㅊ"]
    assert word_keys("adam", 2) == ["ad", "a"]
    assert word_keys("최적화", 1) == ["ㅊ"]


def test_files_are_named_by_their_content() -> None:
    first, second = built(), built()
    assert first == second
    assert all(re.fullmatch("[a-z2-7]{8}", name) for name in first.files)
    listed = [name for kind in KINDS for name in names(first, kind)]
    assert {*listed} == {*first.files}


def test_edit_of_a_word_keeps_the_names_of_other_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "FEW_WORDS", 0)
    monkeypatch.setattr(index, "WORD_BYTES", 2_000)
    before, after = built(many()), built(many("고친"))
    for kind in ("grams", "words", "texts"):
        old, new = names(before, kind), names(after, kind)
        assert len(old) == len(new) > 4
        assert len({*new} - {*old}) < len(old) / 2, kind
    assert len({*names(after, "texts")} - {*names(before, "texts")}) == 1


def test_names_in_the_glossary_are_kept_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (core,) = unpacked(built(), "core")
    rest = b"".join(unpacked(built(), "grams"))
    assert "학습률".encode() in core
    assert "하강법".encode() in rest
    assert "하강법".encode() not in core
    monkeypatch.setattr(index, "CORE_BYTES", 0)
    assert unpacked(built(), "core") == [b""]


def test_pieces_of_a_name_are_those_that_the_worker_asks() -> None:
    assert index._asked("층") == ["층"]
    assert index._asked("경사 하강법") == ["경사하", "사하강", "하강법"]
    assert index._asked("early stopping") == ["earlystopping", "early", "stopping"]


@pytest.mark.parametrize(("few", "sounds"), [(1, 2), (10_000_000, 1)])
def test_words_are_split_by_one_sound_on_a_small_site(
    monkeypatch: pytest.MonkeyPatch, few: int, sounds: int
) -> None:
    monkeypatch.setattr(index, "FEW_WORDS", few)
    result = built()
    assert result.manifest["sounds"] == sounds
    keys = [key for part in unpacked(result, "words") for key in json.loads(part)]
    assert max(map(len, keys)) == (3 if sounds == 2 else 1)


def test_names_move_into_the_words_when_there_are_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (small,) = map(json.loads, unpacked(built(), "names"))
    assert small["groups"][0] == [["학습률"], ["learning rate", "lr"]]
    assert small["pages"] == [[0, "a/", "옵티마이저", ""], [2, "b/", "학습률", ""]]
    monkeypatch.setattr(index, "FEW_NAMES", 1)
    large = built()
    assert unpacked(large, "names") == []
    tables = [json.loads(part) for part in unpacked(large, "words")]
    synonyms = {
        name: x
        for t in tables
        for e in t.values()
        for name, x in e.get("s", {}).items()
    }
    assert synonyms["lr"] == ["학습률"]


def test_gram_that_ends_a_noun_is_marked() -> None:
    builder = Builder([*SECTIONS, SECTIONS[1]])
    assert index.noun_gram("옵티마이저") == "마이저"
    assert index.noun_gram("학습률") == "학습률"
    rows = [(0, 1, 1)]
    plain, noun = index._record("층", rows), index._record("층", rows, noun=True)
    assert (plain[4], noun[4]) == (2, 3)
    assert "학습률" in builder.words()


def test_number_of_files_moves_in_steps() -> None:
    counts = [index.pieces(size, 1000) for size in range(0, 1_000_000, 100)]
    assert counts == sorted(counts)
    assert all(count % 2 for count in counts)
    assert len(set(counts)) < 35
    assert counts[0] == 1
    assert 850 < counts[-1] < 1150


def test_manifest_is_small() -> None:
    result = built(many())
    listed = sum(len(names(result, kind)) for kind in KINDS)
    assert len(json.dumps(result.manifest)) < 8 * listed + 250


def test_two_contents_never_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        index, "file_names", lambda content: iter(["a", content.decode()])
    )
    files: dict[str, bytes] = {}
    assert index._shelve([b"1", b"2", b"1"], files) == "a2a"
    assert len(files) == 2


def test_pages_and_texts_can_be_read_back() -> None:
    result = built()
    assert base64.b64decode(result.manifest["starts"]) == bytes([0b101])
    rows = [row for part in unpacked(result, "texts") for row in json.loads(part)]
    assert len(rows) == 3
    assert rows[1] == ["a/#adam", "Adam", "학습률을 조정한다.", "옵티마이저", [], ""]


def test_long_lists_keep_the_strongest(monkeypatch) -> None:
    monkeypatch.setattr(index, "MOST_SECTIONS", 2)
    rows = [(0, 0, 1), (1, 5, 1), (2, 0, 9), (300, 1, 1)]
    record = index._record("층", rows)
    assert record[4:6] == bytes([8, 2])
    assert record[7:] == bytes([1, 0x51]) + varint(299) + bytes([0x11])


def test_files_grow_slower_than_the_site() -> None:
    assert index.text_bytes(900) < 5_000
    assert index.text_bytes(100_000) < 3 * index.text_bytes(900)
    small, large = index.gram_bytes(661), index.gram_bytes(661 * 150)
    assert 500 < small < large < 15 * small


def test_many_sections_are_cut_into_many_files() -> None:
    sections = [
        Section(f"p{i}/", f"제목 {i}", f"낱말{i}을 적은 글이 {i}번째로 놓인다 word{i}")
        for i in range(400)
    ]
    result = Builder(sections).build()
    assert len(names(result, "grams")) > 1
    assert sum(result.manifest["parts"]) == 400
    assert len(result.manifest["parts"]) == len(names(result, "texts"))
    most = max(map(len, unpacked(result, "texts")))
    assert most < 1.7 * index.text_bytes(400)
    assert max(map(len, unpacked(result, "grams"))) < 8 * index.gram_bytes(400)


def test_pressing_is_repeatable_and_hash_is_stable() -> None:
    assert press(b"x") == press(b"x")
    assert fnv1a("") == 0x811C9DC5
