"""용어집이 노트를 고루 다루는지 확인한다. 꼴은 검사와 tests/tools/data가 본다."""

import re

from tests.paths import DOCS
from tools.data import glossary

ENTRIES = glossary.load(DOCS / glossary.NAME)


def test_glossary_covers_the_notes() -> None:
    assert len(ENTRIES) >= 100
    weeks = {file.relative_to(DOCS).as_posix() for file in DOCS.glob("week*/*.md")}
    topics = {
        page
        for page in weeks
        if not page.endswith(("index.md", "reference.md"))
        # 갓 만든 쪽에는 아직 용어가 없다. 용어는 처음 나올 때 영어를 밝힌다.
        and re.search(r"[가-힣]\([a-z]", (DOCS / page).read_text(encoding="utf-8"))
    }
    assert topics
    used = {entry.page for entry in ENTRIES}
    assert not topics - used, f"용어가 하나도 없는 쪽입니다: {sorted(topics - used)}"
