"""용어집이 넉넉한지 확인한다. 꼴은 검사와 tests/tools/data가 본다."""

from tests.paths import DOCS
from tools.data import glossary


def test_glossary_covers_the_notes() -> None:
    assert len(glossary.load(DOCS / glossary.NAME)) >= 100
