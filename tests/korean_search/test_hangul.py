"""파이썬과 자바스크립트가 같은 보기를 같은 값으로 바꾸는지 본다."""

import json
from pathlib import Path

import pytest

from korean_search import glossary, hangul, index

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))
FUNCTIONS = {
    "normalize": hangul.normalize,
    "compact": glossary.compact,
    "initials": hangul.initials,
    "without_final": hangul.without_final,
    "fnv1a": index.fnv1a,
    "shelf": index.shelf,
}


@pytest.mark.parametrize("name", VECTORS)
def test_vectors(name: str) -> None:
    function = FUNCTIONS[name]
    for given, wanted in VECTORS[name]:
        assert function(given) == wanted
