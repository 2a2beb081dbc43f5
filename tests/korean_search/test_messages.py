"""짓는 사람에게 하는 말이 두 언어에서 같은 것을 알리는지 본다."""

import re
from string import Formatter

import pytest

from korean_search.messages import ENGLISH, KOREAN, SAID, language_of, say


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", SAID)
def test_both_languages_say_the_same_things(name: str) -> None:
    korean, english = SAID[name][KOREAN], SAID[name][ENGLISH]
    assert fields(korean) == fields(english)
    assert re.search("[가-힣]", korean)
    assert not re.search("[가-힣]", english)
    # 무엇이 틀렸는지만이 아니라 고칠 법도 말한다.
    assert "세요." in korean
    assert english.endswith(".")


@pytest.mark.parametrize(
    ("name", "language"),
    [("ko", "ko"), ("ko-KR", "ko"), ("KO_kr", "ko"), ("en", "en"), (None, "en")],
)
def test_language_of_the_theme_is_read(name: str | None, language: str) -> None:
    assert language_of(name) == language


def test_values_are_put_in_place() -> None:
    assert say("en", "term", number=3) == "Entry 3 needs a `term`."
