"""브라우저에서 고치는 사람이 실제로 할 만한 것을 사본에 하고, 받아들이는지 본다."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.check.gate import check, fix

PAGE = "docs/week12/multi-label.md"
PLACE = "같은 예측인데 부분집합 정확도는 0.250"
Edit = Callable[[str], str]


def swap(before: str, after: str) -> Edit:
    """글 하나를 다른 글로 바꾼다."""

    def edit(text: str) -> str:
        assert before in text
        return text.replace(before, after, 1)

    return edit


def say(paragraph: str) -> Edit:
    """정한 자리 아래에 한 문단을 더한다."""

    def edit(text: str) -> str:
        end = text.index("\n", text.index(PLACE)) + 1
        return f"{text[:end]}\n{paragraph}\n{text[end:]}"

    return edit


# 받아들일 것. 뜻과 무관한 것은 대신 고친다.
ACCEPTED: dict[str, Edit] = {
    "바로잡음을 다듬음": swap(
        "두 말은 함께 설 수 없다.", "두 말은 함께 성립할 수 없다."
    ),
    "수 없는 문장": say("데이터가 바뀌면 이 차이도 달라진다."),
    "보기로 든 거듭제곱": say("레이블이 20개면 조합은 1,048,576가지나 된다."),
    "보기로 든 비율": say(
        "희귀병이라면 10,000명 가운데 12명만 양성이다. 모두 음성이면 99.9%를 맞힌다."
    ),
    "알려진 값이라고 밝힘": say("이 모임에는 글이 804,414편 있다.\n{ .given }"),
    "같은 폴더의 쪽": say("학습률은 [옵티마이저](optimizers.md)에 있다."),
    "괄호가 든 주소": say(
        "[정밀도](https://ko.wikipedia.org/wiki/정밀도와_재현율_(통계))를 본다."
    ),
    "제목의 글만 바꿈": swap("## 점수 재기 {", "## 점수를 재는 방법 {"),
    "노션의 빈칸": say("\u200b다중\u00a0레이블은 “정답이 여럿”이다…"),
    "탭": swap(
        "    노트는 다중 레이블 모델이 「해석", "\t노트는 다중 레이블 모델이 「해석"
    ),
    "줄 끝 빈칸": swap("몇 줄이면 된다.", "몇 줄이면 된다. "),
    "빈칸 두 번": say("점수는 여럿이다.  이름을 적는다."),
    "전각 글자": say("정밀도ㆍ재현율․Ｆ１（조화 평균）을 본다．"),
    "둥근 따옴표의 끼워 넣기": swap(
        '"week12/multi_label/three_methods.py:data"',
        "“week12/multi_label/three_methods.py:data”",
    ),
    "영어로 읽는 수": say("MP3를 나눈다. GPT-3는 다르다."),
    "줄임말의 조사": say("SOTA는 바뀐다. AI가 낸 ROC를 mAP로 견준다."),
}
# 거절할 것. 고친 것, 알림이 가리킬 줄에 든 글, 알림에 들어갈 말.
REFUSED: dict[str, tuple[Edit, str, str]] = {
    "오탈자": (
        swap("관계를 쓰지 않는다", "관계를 쓰지 안는다"),
        "쓰지 안는다",
        "맞춤법",
    ),
    "틀린 수": (swap("따로 두면 422,500개", "따로 두면 425,500개"), "425,500", "출력"),
    "맞바꾼 수": (
        swap("F1은 0.60, 시그모이드는 0.81", "F1은 0.81, 시그모이드는 0.60"),
        "F1은 0.81",
        "서로 바뀐",
    ),
    "주소창의 주소": (
        say("[규칙](https://example.github.io/notes/week12/optimizers/)을 본다."),
        "[규칙](",
        "optimizers.md",
    ),
    "맨 주소": (say("https://keras.io/api 참고."), "https://keras.io/api 참", "링크"),
    "떨어진 링크": (say("[문서] (https://keras.io)를 본다."), "[문서] (", "링크"),
    "제목 단계": (swap("### 해 보기, 다섯", "##### 해 보기, 다섯"), "#####", "단계"),
    "둘째 큰 제목": (say("# 정리 { #summary }"), "# 정리 {", "두 번"),
    "끌어 놓은 그림": (
        say('![그림](https://github.com/user-attachments/assets/1 "그림")'),
        "user-attachments",
        "Upload files",
    ),
    "빈 줄 없는 표": (
        say("견준다.\n| 방법 | 관계 |\n| --- | --- |\n| 하나 | 없음 |"),
        "| 방법 | 관계 |",
        "표",
    ),
    "갈래 없는 코드": (say("```\nimport keras\n```"), "```", "파이썬"),
    "출처 없는 바로잡음": (
        say('!!! correction "바로잡음, 다르다"\n\n    본문이다.'),
        "바로잡음, 다르다",
        "출처",
    ),
    "머리의 제목": (
        swap("title: 2. 다중 레이블 이진 분류의 장단점은 무엇인가?\n", ""),
        "---",
        "창 제목",
    ),
    "수식": (say("$F_1 = 2PR$이다."), "$F_1", "수식"),
    "취소선": (say("~~정확도만~~ 본다."), "~~정확도", "취소선"),
    "조사": (say("검증 데이터을 본다."), "데이터을", "조사"),
    "꾸미는 태그": (say("<u>F1</u>을 본다."), "<u>F1", "태그"),
    "끝 표시": (
        swap("<!-- --8<-- [end:fix-flexibility] -->\n", ""),
        "[start:fix-flexibility]",
        "끝나지 않습니다",
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_good_edit_is_accepted(name: str, copy: Path) -> None:
    page = copy / PAGE
    page.write_text(ACCEPTED[name](page.read_text("utf-8")), encoding="utf-8")
    fix(copy)
    assert check(copy) == []


@pytest.mark.parametrize("name", REFUSED)
def test_bad_edit_is_refused_at_its_line(name: str, copy: Path) -> None:
    edit, where, word = REFUSED[name]
    page = copy / PAGE
    page.write_text(edit(page.read_text("utf-8")), encoding="utf-8")
    fix(copy)
    lines = page.read_text("utf-8").split("\n")
    told = [
        x
        for x in check(copy)
        if x.file == PAGE and where in lines[x.line - 1] and word in f"{x}"
    ]
    assert told
