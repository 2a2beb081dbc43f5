"""서두르는 사람이 할 만한 서른 가지 남짓을 하고, 문이 맞게 여닫는지 본다."""

from pathlib import Path

import pytest

from tests.tools.check.edits import (
    CONCEPTS,
    FUNCTIONAL,
    GLOSSARY,
    MULTI,
    OPTIMIZERS,
    TUNING,
    Edit,
    Where,
    accepted,
    append,
    below,
    every,
    refused,
    replace,
    turned,
    under,
    write,
)

SPOT = "양성을 하나도 찾지 못했는데"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)
NEW = "레이블 사이의 거리"
QUESTION = '??? question "'
CORRECTION = (
    "<!-- --8<-- [start:fix-scalability] -->\n\n"
    '!!! correction "바로잡음, 레이블이 늘면 훈련도 늘어난다"\n\n'
    "    「다양한 레이블 수에 대해 확장 가능하다」고 했지만, 분류기를 따로 두면 훈련도 "
    "레이블 수만큼 한다.\n\n"
    "    출처: [사이킷런, 「Multiclass and multioutput algorithms」]"
    "(https://scikit-learn.org/stable/modules/multiclass.html)\n\n"
    "<!-- --8<-- [end:fix-scalability] -->"
)
FIXES = '--8<-- "week12/multi-label.md:fix-complexity"\n'


def say(paragraph: str) -> Edit:
    """정한 문단의 아래에 한 문단을 더한다."""
    return below(MULTI, SPOT, paragraph)


def turned_round(text: str) -> str:
    """마지막 두 문제의 자리를 바꾼다."""
    head, *questions = text.rstrip("\n").split(QUESTION)
    *others, one, other = questions
    return QUESTION.join([head, *others, f"{other.rstrip()}\n\n", f"{one.rstrip()}\n"])


ACCEPTED: dict[str, Edit] = {
    "역슬래시 수식": say("\\(F_1 = 2PR\\)이다."),
    "한 줄 수식": say("식은 다음과 같다.\n\n$$\n\\eta = \\frac{x_1}{\\sqrt{n}}\n$$"),
    "돈": say("한 달에 5$ 또는 10$가 든다고 적힌 값은 옮기지 않는다."),
    "각주": say("두 값은 같다.[^same]\n\n[^same]: 반올림한 값이다."),
    "탭": say(
        '=== "케라스"\n\n    케라스에서 쓴다.\n\n=== "사이킷런"\n\n    함께 쓴다.'
    ),
    "인용": say("> 정확도 하나로는 알 수 없다.\n>\n> 그래서 여럿을 본다."),
    "번호 목록": say(
        "1. 점수를 정한다.\n2. 임곗값을 고른다.\n\n    - 검증 데이터로\n\n3. 잰다."
    ),
    "막대가 든 표": say("| 쓰기 | 뜻 |\n| :-- | --: |\n| `a \\| b` | 둘 가운데 하나 |"),
    "새 절": say(f"### {NEW} {{ #label-distance }}\n\n비슷한 레이블끼리 가깝다."),
    "새 용어": append(
        GLOSSARY,
        "- term: 재현율\n  english: recall\n  variants: [리콜]\n"
        "  definition: 양성 가운데 찾아낸 것의 비율이다.\n"
        "  page: week12/multi-label.md#metrics\n",
    ),
    "개념의 길": under(
        CONCEPTS,
        "links:",
        "  - from: functional-api.md#shared-layer\n    to: multi-label.md#compute\n"
        "    why: 층을 나눠 쓰면 계산도 준다.\n",
    ),
    "날과 때와 비": say(
        "2026년 11월 28일 오후 3시 30분에 다시 확인했다. 데이터는 8:2로 나눈다."
    ),
    "코드에 든 수": say("기본값은 `batch_size=32`이고 `epochs=20`처럼 바꾼다."),
    "참조 링크": say("[문서][keras]를 본다.\n\n[keras]: https://keras.io/"),
    "쪽을 밝힌 인용": below(
        OPTIMIZERS,
        "AdaGrad의 걸음은",
        "[Kingma, Ba, 2015, 13쪽](https://arxiv.org/abs/1412.6980)을 본다.",
    ),
    "새 바로잡음": every(
        below(MULTI, "다양한 레이블 수에 대해 확장 가능하다.", CORRECTION),
        replace(
            "docs/corrections.md",
            FIXES,
            f"{FIXES}\n{FIXES}".replace("complexity", "scalability", 1),
        ),
    ),
    "보이지 않는 메모": say("<!-- 다음에 그림을 넣는다 -->"),
    "문제의 차례": turned(TUNING, turned_round),
    "셸 명령": say("```bash\npython -m pip install keras\n```"),
}
REFUSED: dict[str, tuple[Edit, str, Where, str]] = {
    "갈래를 잘못 적은 코드": (
        say("```pyhton\nprint(3)\n```"),
        MULTI,
        "```pyhton",
        "혹시 'python'입니까?",
    ),
    "한글 제목으로 가는 링크": (
        say("[점수](#점수-재기)를 본다."),
        MULTI,
        "#점수-재기",
        "자리가 없습니다",
    ),
    "붙인 제목": (
        replace(MULTI, "## 점수 재기 {", "##점수 재기 {"),
        MULTI,
        "##점수",
        "#",
    ),
    "대소문자가 다른 그림": (
        every(write("docs/week12/Confusion.PNG", PNG), say("![행렬](confusion.png)")),
        MULTI,
        "![행렬]",
        "Confusion.PNG",
    ),
    "거꾸로 그은 주소": (
        every(write("docs/week12/a.png", PNG), say("![행렬](..\\week12\\a.png)")),
        MULTI,
        "![행렬]",
        "week12",
    ),
    "유튜브": (
        say('<iframe src="https://www.youtube.com/embed/x"></iframe>'),
        MULTI,
        "<iframe",
        "iframe",
    ),
    "칸이 모자란 표": (
        under(MULTI, "| 매크로 F1 |", "| 평균 정밀도 | 높은 쪽 |\n"),
        MULTI,
        "| 평균 정밀도 |",
        "칸",
    ),
    "없는 각주": (say("두 값은 같다.[^gone]"), MULTI, "[^gone]", "각주"),
    "셈한 배수": (
        below(FUNCTIONAL, "층을 공유하면 128,000개", "따로 두면 파라미터가 37배다."),
        FUNCTIONAL,
        "37배",
        "출력에 없습니다",
    ),
    "틀린 백분율": (
        replace(MULTI, "칸 정확도는 0.90이다.", "칸 정확도는 91%다."),
        MULTI,
        "91%",
        "출력",
    ),
    "원문의 제목": (
        replace(MULTI, "### 계산 자원 {", "### 계산 비용 {"),
        MULTI,
        "계산 비용",
        "계산 자원",
    ),
    "차례에서 빠진 쪽": (
        replace("mkdocs.yml", "      - 6. 옵티마이저: week12/optimizers.md\n", ""),
        OPTIMIZERS,
        1,
        "차례",
    ),
    "높임말": (
        say("이 점수는 매우 중요합니다. 꼭 확인하세요."),
        MULTI,
        "중요합니다",
        "해라체",
    ),
    "옵시디언의 그림": (
        every(write("docs/week12/a.png", PNG), say("![[a.png]]")),
        MULTI,
        "![[",
        "[[…]]",
    ),
    "옵시디언의 링크": (say("[[optimizers]]를 본다."), MULTI, "[[optimizers", "["),
    "빈칸이 붙은 수식": (say("$ F_1 = \\frac{2P}{P} $이다."), MULTI, "F_1", "그대로"),
    "모르는 명령": (say("$\\frc{1}{2}$이다."), MULTI, "frc", "알지 못합니다"),
    "닫지 않은 중괄호": (say("$\\frac{1}{2$이다."), MULTI, "frac", "중괄호"),
    "수식 속의 한글": (say("$손실 = 1$이다."), MULTI, "$손실", "text"),
    "한 줄 수식의 잘못": (
        say("식은 다음과 같다.\n\n$$\nx^2^3\n$$"),
        MULTI,
        "x^2^3",
        "문법",
    ),
    "빈칸이 든 굵은 글씨": (say("점수는 ** 여럿 **이다."), MULTI, "** 여럿", "*"),
    "글에 붙은 목록": (say("방법은 둘이다.\n- 하나\n- 둘"), MULTI, "- 하나", "목록"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_good_edit_is_accepted(name: str, place: Path) -> None:
    accepted(place, ACCEPTED[name])


@pytest.mark.parametrize("name", REFUSED)
def test_bad_edit_is_refused_at_its_line(name: str, place: Path) -> None:
    refused(place, REFUSED[name])
