"""개인 정보를 빼는 것을, 지어낸 것으로 확인한다."""

import pytest

from tools.check.privacy import personal
from tools.week.importing.private import Cleanser, masked

NOTE = r"""# 13주차 정리

상태: 진행 중
작성자: 홍길동
마감일: 2023년 11월 27일
태그: 공부

## 20231234 김철수

문의는 abc.def@naver.com, 010-1234-5678로 홍길동에게 한다.
주민등록번호는 990101-1234567이다.

```python
open("C:\Users\gildong\note.csv")
open("/home/gildong/note.csv")
open("/home/user/note.csv")
```

이메일 주소는 사람마다 다르다.
이름: 홍길동
"""


def test_everything_personal_is_dropped_and_masked() -> None:
    found = Cleanser().cleanse(NOTE)
    for secret in ("홍길동", "김철수", "20231234", "naver", "5678", "99", "gildong"):
        assert secret not in found.text
        assert all(secret not in one.shown for one in found.dropped)
    assert "진행 중" not in found.text
    assert "이메일 주소는 사람마다 다르다." in found.text
    assert found.text.count("\n") == NOTE.count("\n")
    assert personal(found.text) == []
    assert [(x.line, x.kind) for x in found.dropped] == [
        (3, "속성"),
        (4, "속성"),
        (5, "속성"),
        (6, "속성"),
        (8, "학번"),
        (10, "전화번호"),
        (10, "전자우편"),
        (10, "이름"),
        (11, "주민등록번호"),
        (14, "사용자 이름이 든 폴더"),
        (15, "사용자 이름이 든 폴더"),
        (20, "이름"),
    ]
    assert found.unsure == []


def test_front_matter_is_dropped() -> None:
    found = Cleanser().cleanse("---\nauthor: someone\ntags: [a]\n---\n# 제목\n글이다.")
    assert found.text == "\n\n\n\n# 제목\n글이다."
    assert len(found.dropped) == 2


@pytest.mark.parametrize(
    "line",
    [
        "김영희",
        "## 박지수",
        "박지수 교수님께 여쭈었다.",
        "학번은 2023112345",
        "https://www.notion.so/note-0123",
        "https://docs.google.com/document/d/abc",
    ],
)
def test_what_is_not_sure_is_asked(line: str) -> None:
    found = Cleanser().cleanse(f"# 제목\n\n{line}\n")
    (asked,) = [*found.unsure, *found.dropped]
    assert asked.line == 3
    assert line not in str(asked)
    kept = Cleanser(keep=[3]).cleanse(f"# 제목\n\n{line}\n")
    if found.unsure:
        assert kept.text.split("\n")[2] == line
        assert kept.unsure == []
        dropped = Cleanser(drop=[3]).cleanse(f"# 제목\n\n{line}\n")
        assert dropped.unsure == []
        assert len(dropped.dropped) == 1
        secret = line.split()[-1] if "학번" in line else line.split()[0].strip("#")
        assert secret.strip() == "" or secret not in dropped.text


@pytest.mark.parametrize(
    "line",
    [
        "## 정규화",
        "이미지",
        "주성분",
        "2023년 11월 27일에 적었다.",
        "학습률은 0.001이다.",
        "20231127",
        "상태: 행동의 결과다.",
        "https://keras.io/api/",
        "선생님이 말한 대로다.",
    ],
)
def test_ordinary_words_are_not_asked(line: str) -> None:
    cleanser = Cleanser(words={"이미지"})
    found = cleanser.cleanse(f"# 제목\n\n## 절\n\n{line}\n")
    assert (found.dropped, found.unsure) == ([], [])
    assert line in found.text


def test_property_after_the_first_section_is_text() -> None:
    note = "# 제목\n\n글이다.\n상태: 켜짐\n"
    assert Cleanser().cleanse(note).text == note


def test_mask_keeps_only_first_letters() -> None:
    assert masked("홍길동 abc@def.com") == "홍** a**@d**.c**"


def test_every_mail_of_a_note_is_dropped_but_code_is_left_as_it_is() -> None:
    found = Cleanser().cleanse(
        "# 제목\n\n연락은 a@example.com으로\n\n```\nm@n.w\n```\n"
    )
    assert [x.kind for x in found.dropped] == ["전자우편"]
    assert "example" not in found.text
    assert "m@n.w" in found.text


@pytest.mark.parametrize(
    "line",
    [
        "조원: 이영희, 박민수",
        "팀장 - 이영희",
        "```\n# 작성자: 이영희\n```\n이영희는 데이터를 모았다.",
        "- 발표자: 이영희\n- 이영희의 그림",
    ],
)
def test_name_beside_a_label_is_dropped_everywhere(line: str) -> None:
    found = Cleanser().cleanse(f"# 이영희의 노트\n\n글이다.\n\n{line}\n")
    assert found.unsure == []
    assert "이영희" not in found.text
    assert found.text.startswith("# 노트\n")


def test_table_keeps_its_form() -> None:
    table = "| 이름 | 연도 |\n|---|---|\n| LeNet | 1998 |"
    assert Cleanser().cleanse(f"# 가\n\n{table}").text == f"# 가\n\n{table}"
    found = Cleanser().cleanse(
        "# 가\n\n| 이름 | 학번 |\n|---|---|\n| 이영희 | 2099123456 |\n"
        "| 학번 | 20991234 |"
    )
    assert found.text.split("\n")[2:] == [
        "| 이름 | 학번 |",
        "|---|---|",
        "| (이름 지움) | (학번 지움) |",
        "| 학번 | (학번 지움) |",
    ]


def test_author_in_a_table_is_dropped_and_the_table_stays() -> None:
    rest = "| --- | --- |\n| 값 | 3 |"
    found = Cleanser().cleanse(f"# 가\n\n| 이름 | 홍길동 |\n{rest}")
    assert found.text == f"# 가\n\n| 이름 | (이름 지움) |\n{rest}"


def test_word_that_may_be_an_author_leaves_the_table_whole() -> None:
    row = "| 이름 | 전수리 |"
    assert Cleanser().cleanse(row).text == "| 이름 | (글쓴이의 이름 지움) |"


def test_word_after_a_header_is_no_person() -> None:
    row = "| 이름 | 정규화 | 값 |"
    assert Cleanser(words={"정규화"}).cleanse(row).text == row
    assert personal(row) == []


def test_everything_asked_on_a_line_is_dropped() -> None:
    line = "회의록 https://www.notion.so/a https://drive.google.com/b 참고"
    found = Cleanser(drop=[3]).cleanse(f"# 가\n\n{line}")
    assert found.text.split("\n")[2] == "회의록 (주소 지움) (주소 지움) 참고"
    assert len(found.dropped) == 2


def test_postal_address_is_asked() -> None:
    note = "# 가\n\n서울시 관악구 관악로 1 101동 202호에서 모임."
    (asked,) = Cleanser().cleanse(note).unsure
    assert "관악로" not in str(asked)
    assert "202" not in Cleanser(drop=[3]).cleanse(note).text


def test_given_name_of_a_known_person_is_asked() -> None:
    for said in ("영희가 했다.", "영희이가 했다."):
        (asked,) = Cleanser().cleanse(f"# 가\n\n조원: 이영희\n\n{said}").unsure
        assert asked.line == 5


def test_comment_is_dropped_and_told() -> None:
    found = Cleanser().cleanse("# 가\n\n글 %%나만\n보는 글%% 끝 `<!-- 코드 -->`")
    assert found.text == "# 가\n\n글 \n 끝 `<!-- 코드 -->`"
    assert [(x.line, x.kind) for x in found.dropped] == [(3, "주석")]


def test_private_key_is_dropped_whole() -> None:
    begin, end = (f"-----{x} RSA PRIVATE KEY-----" for x in ("BEGIN", "END"))
    found = Cleanser().cleanse(f"# 가\n\n```\n{begin}\nabc\n{end}\n```\n글")
    assert found.text == "# 가\n\n```\n\n\n\n```\n글"


def test_mail_in_code_is_dropped() -> None:
    found = Cleanser().cleanse('```\nMAIL = "kim@example.com"\n```')
    assert found.text == '```\nMAIL = "(전자우편 지움)"\n```'


@pytest.mark.parametrize(
    "line",
    ["- 인코더", "###### 여섯째", "![](https://www.notion.so/icons/code_gray.svg)"],
)
def test_words_and_icons_are_not_asked(line: str) -> None:
    words = {"인코더", "여섯째"}
    assert Cleanser(words=words).cleanse(f"# 가\n\n글\n\n{line}").unsure == []
