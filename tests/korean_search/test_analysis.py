"""같은 글은 한 번만 나누고, 담아 둔 것이 있으면 Kiwi를 부르지 않는지 본다."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from korean_search import analysis
from korean_search.analysis import Analyzer, Token
from korean_search.store import Store

ROOT = Path(__file__).parents[2]


class Called(Exception):  # noqa: N818 - 잘못이 아니라 불렀다는 알림이다
    """Kiwi를 불렀다."""


def refuse(words: frozenset[str]) -> None:
    raise Called(words)


def test_tokens_point_into_the_text() -> None:
    ((first, *_),) = Analyzer().tokenize(["층을 쌓는다"])
    assert first == Token("층", "NNG", 0, 1)


def test_same_text_is_analyzed_once() -> None:
    analyzer = Analyzer()
    one, other = analyzer.tokenize(["한 번만 나눈다", "한 번만 나눈다"])
    assert one is other
    assert analyzer.tokenize(["한 번만 나눈다"])[0] is one


def test_only_new_texts_are_analyzed(monkeypatch: pytest.MonkeyPatch) -> None:
    analyzer, seen = Analyzer(), []
    split = analyzer.split
    monkeypatch.setattr(analyzer, "split", lambda x: seen.append([*x]) or split(x))
    analyzer.tokenize(["가", "나"])
    analyzer.tokenize(["나", "다", "가"])
    assert seen == [["가", "나"], ["다"]]


def test_equal_words_share_one_model() -> None:
    before = analysis._kiwi.cache_info().misses
    for words in (["동적양자화"], {"동적양자화"}, ("동적양자화", "동적양자화")):
        ((token, *_),) = Analyzer(words).tokenize(["동적양자화를 한다"])
        assert token.form == "동적양자화"
    assert analysis._kiwi.cache_info().misses == before + 1


def test_kept_texts_need_no_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["층을 쌓는다", "", "학습률을 낮춘다"]
    made = Analyzer({"학습률"}, Store(tmp_path)).tokenize(texts)
    monkeypatch.setattr(analysis, "_kiwi", refuse)
    again = Analyzer({"학습률"}, Store(tmp_path)).tokenize(texts)
    assert again == made
    assert isinstance(again[0][0], Token)


def test_other_words_and_other_code_are_analyzed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "kept")
    Analyzer({"학습률"}, store).tokenize(["글"])
    monkeypatch.setattr(analysis, "_kiwi", refuse)
    Analyzer({"학습률"}, store).tokenize(["글"])
    with pytest.raises(Called):
        Analyzer({"둘"}, store).tokenize(["글"])
    (tmp_path / "new.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(analysis, "CODE", tmp_path)
    with pytest.raises(Called):
        Analyzer({"학습률"}, store).tokenize(["글"])


def test_analyzers_differ_by_words_and_by_store(tmp_path: Path) -> None:
    one = Analyzer({"하나"}, Store(tmp_path))
    assert one.same(Analyzer(["하나"], Store(tmp_path)))
    assert not one.same(Analyzer({"둘"}, Store(tmp_path)))
    assert not one.same(Analyzer({"하나"}, Store(tmp_path / "other")))


def test_version_of_kiwi_is_part_of_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Analyzer().version
    monkeypatch.setattr(analysis.metadata, "version", lambda _: "0")
    assert Analyzer().version != before


@pytest.mark.slow
def test_kiwi_is_not_even_imported_when_everything_is_kept(tmp_path: Path) -> None:
    code = (
        "import sys, json; from pathlib import Path\n"
        "from korean_search.index import Builder\n"
        "from korean_search.analysis import Analyzer\n"
        "from korean_search.sections import Section\n"
        "from korean_search.store import Store\n"
        "sections = [Section('a/', '층', '층을 쌓는다.', 'x = 1')]\n"
        f"store = Store(Path({str(tmp_path)!r}))\n"
        "index = Builder(sections, (), Analyzer((), store)).build()\n"
        "print(json.dumps([index.manifest, 'kiwipiepy' in sys.modules]))\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
        )
        for _ in range(2)
    ]
    (first, cold), (second, warm) = (json.loads(run.stdout) for run in runs)
    assert first == second
    assert (cold, warm) == (True, False)
