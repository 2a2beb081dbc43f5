"""글 검사가 받아들이는 고침을 진짜 쪽과 용어집에 한다."""

from pathlib import Path

BEFORE = "## 더 알아보기 {"
PARAGRAPH = """\
**덧붙임.** 배치 크기를 바꾸었으면 학습률도 다시 골라 본다.
자세한 것은 [케라스의 문서](https://keras.io/api/optimizers/)에 있다.

- 먼저 학습률을 고른다.
- 다음에 스케줄을 고른다.

| 고를 것 | 차례 |
| --- | --- |
| 학습률 | 먼저 |
| 스케줄 | 다음 |

"""
TERM = """\
- term: 사다리꼴 스케줄
  english: trapezoidal schedule
  definition: 학습률을 올렸다가 한동안 그대로 두고 끝에서 내리는 스케줄이다.
  page: week12/optimizers.md#sources
"""
QUERY = "a\t사다리꼴 스케줄\tweek12/optimizers/\tdev\n"


def edit(root: Path) -> None:
    """문단, 목록, 표, 용어, 검색할 물음을 더하고, 안내의 낱말 하나를 고친다."""
    page = root / "docs/week12/optimizers.md"
    text = page.read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    page.write_text(text.replace(BEFORE, PARAGRAPH + BEFORE), encoding="utf-8")
    for name, added in (
        ("docs/glossary.yml", TERM),
        ("tests/search/queries.tsv", QUERY),
        ("docs/contributing.md", "\n마지막 줄에 한 문장을 더해요.\n"),
    ):
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(added)
