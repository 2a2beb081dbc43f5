"""값을 두른 둥근 따옴표만 곧게 펴는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.curly_quotes import curly, find, fix, straight
from tools.page.project import Project


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("  variants: [“아담”, ‘애덤’, 아담]", '  variants: ["아담", "애덤", 아담]'),
        ("- term: “층”", '- term: "층"'),
        ("  english: ”layer”  # 말", '  english: "layer"  # 말'),
        ("  a.md: [“층”, 텐서]", '  a.md: ["층", 텐서]'),
        ("    - “층”", '    - "층"'),
        ("      - “6. 옵티마이저”: a.md", '      - "6. 옵티마이저": a.md'),
        ("title: “2. 다중: 레이블”", 'title: "2. 다중: 레이블"'),
        ("  definition: “가”와 “나”를 잇는 층이다.", None),
        ("  usage: “가”라고도 한다.", None),
        ("  why: 둥근 “따옴표”", None),
        ("# “가”, “나”", None),
        ("  variants: [가 “나” 다, 라]", None),
    ],
)
def test_only_a_whole_value_is_straightened(wrong: str, right: str | None) -> None:
    assert straight(wrong) == (right or wrong)
    assert bool(curly(f"{wrong}\n")) == bool(right)


def test_page_is_read_up_to_its_body(tmp_path: Path) -> None:
    page = tmp_path / "docs/a.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: “쪽”\n---\n\ntitle: “글”\n", "utf-8")
    assert [(x.line, x.fixable) for x in find(Project(tmp_path))] == [(2, True)]
    assert len(fix(Project(tmp_path))) == 1
    assert page.read_text("utf-8") == '---\ntitle: "쪽"\n---\n\ntitle: “글”\n'
    assert list(find(Project(tmp_path))) == []
