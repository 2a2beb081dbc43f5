"""뼈대로 만든 쪽을 사람이 채운 것처럼 채운다."""

from pathlib import Path

ANSWER = "여기에 한 줄 답을 적는다. 두 문장을 넘기지 않는다."
NOTE = "여기에 노트를 적는다. 처음 나오는 용어는 한글 뒤에 영어를 한 번 밝힌다."
QUIZ = """\
!!! question "여기에 문제를 적는다."

    ??? wrong "여기에 틀린 보기를 적는다."

        왜 틀렸는지 적는다.

    ??? right "여기에 맞는 보기를 적는다."

        왜 맞는지 적는다.
"""
FILLED = {
    ANSWER: "질의와 닮은 키의 값을 더 많이 섞어 가져온다.",
    NOTE: """\
어텐션(attention)은 질의와 닮은 키의 값을 더 많이 가져온다.

!!! note "한 가지 조심할 것"

    닮은 정도를 더해 1로 맞추어야 값의 평균이 된다.

- 질의(query)는 묻는 벡터다.
- 키(key)는 견주는 벡터다.

| 이름 | 하는 일 |
| --- | --- |
| 질의 | 묻는다 |
| 값 | 가져온다 |

```bash
python -m pip install keras
```

![질의가 세 키 가운데 하나를 고르는 그림](attention.svg)""",
    QUIZ: """\
!!! question "질의와 가장 닮은 키의 값만 가져오는가?"

    ??? wrong "그렇다. 가장 닮은 것 하나만 고른다."

        고르지 않고 닮은 만큼 섞어 가져온다.

    ??? right "아니다. 닮은 만큼 섞어 가져온다."

        닮은 정도를 무게로 삼아 값을 섞는다.

??? question "평균 0.75는 어떻게 나왔는가?"

    세 값을 더해 3으로 나누면 0.75다.
""",
}
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<path d="M1 1L9 9" stroke="black"/></svg>\n'
)


def fill(page: Path) -> None:
    """알림 상자, 목록, 표, 명령, 그림, 문제를 적고 그림을 곁에 둔다."""
    text = page.read_text(encoding="utf-8")
    for before, after in FILLED.items():
        assert before in text, before
        text = text.replace(before, after)
    page.write_text(text, encoding="utf-8")
    page.with_name("attention.svg").write_text(PICTURE, encoding="utf-8")
