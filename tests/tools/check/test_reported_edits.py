"""브라우저에서 고치는 사람이 한 예순네 가지를 사본에 하고, 문이 맞게 여닫는지 본다.

사람이 하는 차례대로 `--fix`를 먼저 돌린다. 뜻과 무관한 것은 대신 고쳐 받아들이고,
나머지는 틀린 파일의 틀린 줄을 알려야 한다.
"""

from pathlib import Path

import pytest

from tests.tools.check.edits import (
    GLOSSARY,
    MENDS,
    MULTI,
    QUERIES,
    Edit,
    Where,
    accepted,
    append,
    convert,
    entry,
    every,
    moved,
    read,
    refused,
    replace,
    told_at,
    turned,
    under,
    write,
)
from tools.check.gate import check, fix

BELOW = "같은 예측인데 부분집합 정확도는 0.250"
BENEATH = (BELOW, 2)  # 더한 글의 첫 줄
DRAWBACK = "각 레이블에 대한 분류 결정을 해석하기 어려울 수 있다."
BOX = "    케라스에서는 은닉층을 공유하는 신경망 하나에"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)


def swap(before: str, after: str, file: str = MULTI) -> Edit:
    """처음 나온 글 하나를 바꾼다."""
    return replace(file, before, after)


def say(paragraph: str) -> Edit:
    """정한 자리에 한 문단을 더한다."""
    return under(MULTI, BELOW, f"\n{paragraph}\n")


def cut(first: str, last: str) -> Edit:
    """`first`부터 `last`의 앞까지 지운다."""
    return turned(
        MULTI, lambda text: text.replace(text[text.index(first) : text.index(last)], "")
    )


def notepad(mark: bytes, encoding: str) -> Edit:
    """윈도우의 메모장으로 한 낱말을 고쳐 저장한다."""

    def change(content: bytes) -> bytes:
        text = content.decode().replace("이름을 함께 적는다", "이름도 함께 적는다")
        return mark + text.encode(encoding, "replace").replace(b"\n", b"\r\n")

    return convert(MULTI, change)


MENDED = swap("대해 확장 가능하다.", "대해 확장할 수 있다.")
PYTHON = "from sklearn.metrics import f1_score\nprint(f1_score([1, 0], [1, 1]))"
CORRECTION = "\n!!! correction {}\n\n    기울기를 보면 무엇이 중요한지 안다.\n{}"
SOURCE = "\n    출처: [문서](https://scikit-learn.org/)\n"

ACCEPTED: dict[str, Edit] = {
    "R02 원문을 고치고 네 줄을 적음": every(
        MENDED, append(MENDS, entry("대해 확장 가능하다.", "대해 확장할 수 있다."))
    ),
    "R03 원문의 오탈자를 쪽에서만 고침": swap("어려울 수 있다.", "어려울 수도 있다."),
    "R04 둥근 따옴표로 적은 네 줄": every(
        MENDED,
        append(MENDS, entry("대해 확장 가능하다.", "대해 확장할 수 있다.", "“”")),
    ),
    "R05 이미 적은 것을 또 적음": append(MENDS, entry("지원힌다", "지원한다")),
    "R06 바로잡음을 다듬음": swap(
        "조합의 확률을 배운다.", "조합의 확률을 배울 수 있다."
    ),
    "R11 수 없는 문장": say("데이터가 바뀌면 이 차이도 달라질 수 있다."),
    "R12 셈한 거듭제곱": say("레이블이 20개면 조합은 1,048,576가지까지 늘어난다."),
    "R13 보기로 든 비율": say(
        "희귀병이라면 10,000명 가운데 12명만 양성이다. "
        "모두 음성이라고 답해도 정확도는 99.9%에 가깝다."
    ),
    "R14 논문 한 줄": under(
        MULTI,
        "- [Luaces 외",
        "- [Zhang 외, 「A Review on Multi-Label Learning Algorithms」, 2014]"
        "(https://doi.org/10.1109/TKDE.2013.39)는 여러 방법을 정리한 논문이다.\n",
    ),
    "R54 수식": say("$F_1 = \\frac{2PR}{P+R}$이다."),
    "R15 같은 폴더의 쪽": say("학습률은 [옵티마이저](optimizers.md)에서 다룬다."),
    "R18 한글과 괄호가 든 주소": say(
        "[정밀도](https://ko.wikipedia.org/wiki/정밀도와_재현율_(통계))을 본다."
    ),
    "R21 노션에서 붙임": say("\u200b다중\u00a0레이블은 “정답이 여럿인 문제”다… \u200b"),
    "R22 한글에서 붙인 전각 글자": say(
        "정밀도ㆍ재현율․Ｆ１（조화 평균）을 함께 본다．"
    ),
    "R24 BOM과 CRLF": notepad(b"\xef\xbb\xbf", "utf-8"),
    "R27 제목의 글만 바꿈": swap("## 점수 재기 {", "## 점수를 재는 방법 {"),
    "R34 그림과 설명": every(
        write("docs/week12/confusion.png", PNG),
        say("![혼동 행렬. 대각선이 맞힌 수다](confusion.png)"),
    ),
    "R35 점수표의 줄": under(
        MULTI, "| 매크로 F1 |", "| 평균 정밀도 | 넓이 | 높은 쪽 |\n"
    ),
    "R47 탭": swap(BOX, BOX.replace("    ", "\t")),
    "R48 그림 글자": say("이제 점수를 읽을 수 있다 😀"),
    "R49 줄 끝의 빈칸": every(
        swap("은 0.667이다. 점수를", "은 0.667이다.   \n점수를"),
        swap("몇 줄이면 된다.", "몇 줄이면 된다. "),
    ),
    "R57 둥근 따옴표의 끼워 넣기": swap(
        '"week12/multi_label/adding_a_label.py:separate"',
        "“week12/multi_label/adding_a_label.py:separate”",
    ),
    "R59 영어로 읽는 수": say("음악이라면 MP3를 나눈다. GPT-3는 다르다."),
    "R63 두 빈칸": say("점수는 여럿이다.  이름을 함께 적는다."),
    "R64 줄임말의 조사": say("SOTA는 바뀐다. mAP는 평균이고 AI가 낸 ROC는 넓이다."),
}
# 고친 것, 알림이 가리킬 파일, 그 줄(번호나 거기 든 글), 알림에 들어갈 말.
REFUSED: dict[str, tuple[Edit, str, Where, str]] = {
    "R01 원문의 말을 바꿈": (MENDED, MULTI, "확장할 수 있다.", "원래 노트의 문장"),
    "R08 틀린 수": (
        swap("따로 두면 422,500개", "따로 두면 425,500개"),
        MULTI,
        "따로 두면 425,500개",
        "출력에 없습니다",
    ),
    "R09 맞바꾼 수": (
        swap("F1은 0.60, 시그모이드는 0.81", "F1은 0.81, 시그모이드는 0.60"),
        MULTI,
        "시그모이드는 0.60",
        "서로 바뀐",
    ),
    "R10 한 자리 수": (
        swap("파라미터 33개만", "파라미터 3개만"),
        MULTI,
        "파라미터 3개만",
        "33입니다",
    ),
    "R16 주소창의 상대 주소": (
        say("[옵티마이저](../optimizers/)를 본다."),
        MULTI,
        "](../optimizers/)",
        "optimizers.md",
    ),
    "R17 주소창의 절대 주소": (
        say("[규칙](https://a.github.io/week12/optimizers/#try-weight-decay)을 본다."),
        MULTI,
        "[규칙](",
        "optimizers.md#try-weight-decay",
    ),
    "R19 떨어진 링크": (
        say("[문서] (https://scikit-learn.org/)를 본다."),
        MULTI,
        "[문서] (",
        "링크가 되지 않고",
    ),
    "R20 맨 주소": (
        say("https://scikit-learn.org/stable/ 참고."),
        MULTI,
        "stable/ 참고",
        "링크가 되지 않습니다",
    ),
    "R23 CP949에 없는 글자": (
        notepad(b"", "cp949"),
        MULTI,
        "- [Dembczy?ski",
        "글자가 '?'로 바뀐",
    ),
    "R25 원문의 제목을 지움": (
        swap("### 확장성 { #scalability }\n\n", ""),
        MULTI,
        "다중 레이블 이진 분류는 레이블 간 상호",
        "「확장성」이(가) 지워졌거나",
    ),
    "R26 해 보기의 제목을 지움": (
        swap("#### 해 보기, 새 레이블 하나 더하기 { #try-adding-a-label }\n\n", ""),
        QUERIES,
        "#try-adding-a-label",
        "절이 없습니다",
    ),
    "R28 제목의 id": (
        swap("{ #try-all-negative }", "{ #all-zero }"),
        GLOSSARY,
        "#try-all-negative",
        "절이 'week12/multi-label.md'에 없습니다",
    ),
    "R29 id 없는 제목": (
        say("### 레이블이 아주 많을 때\n\n다른 방법을 쓴다."),
        MULTI,
        "### 레이블이",
        "id가 없어",
    ),
    "R30 건너뛴 단계": (
        swap("### 해 보기, 다섯", "##### 해 보기, 다섯"),
        MULTI,
        "#####",
        "단계",
    ),
    "R31 둘째 큰 제목": (say("# 정리 { #summary }"), MULTI, "# 정리", "두 번"),
    "R32 끌어 놓은 그림": (
        say('<img alt="그림" src="https://github.com/user-attachments/assets/1" />'),
        MULTI,
        "user-attachments",
        "Upload files",
    ),
    "R33 빈칸이 든 이름": (
        every(write("docs/week12/혼동 행렬.png", PNG), say("![행렬](혼동 행렬.png)")),
        MULTI,
        "![행렬](",
        "빈칸이 있습니다",
    ),
    "R36 빈 줄 없는 표": (
        say("견준다.\n| 방법 | 관계 |\n| --- | --- |\n| 하나 | 없음 |"),
        MULTI,
        "| 방법 | 관계 |",
        "표가 되지 않고",
    ),
    "R37 손으로 적은 파이썬": (
        say(f"```python\n{PYTHON}\n```"),
        MULTI,
        "```python",
        "직접 적었습니다",
    ),
    "R38 갈래 없는 파이썬": (
        say(f"```\n{PYTHON}\n```"),
        MULTI,
        BENEATH,
        "직접 적었습니다",
    ),
    "R39 용어의 이름": (
        swap("- term: 해밍 손실", "- term: 해밍 거리 손실", GLOSSARY),
        GLOSSARY,
        "해밍 거리 손실",
        "해밍 손실(Hamming loss)",
    ),
    "R40 쪽이 없는 용어": (
        append(
            GLOSSARY, "- term: 원-핫\n  english: one-hot\n  definition: 방법이다.\n"
        ),
        GLOSSARY,
        "- term: 원-핫",
        "page",
    ),
    "R42 출처 없는 바로잡음": (
        under(MULTI, DRAWBACK, CORRECTION.format('"바로잡음, 알 수 있다"', "")),
        MULTI,
        "바로잡음, 알 수 있다",
        "출처",
    ),
    "R43 둥근 따옴표의 바로잡음": (
        under(MULTI, DRAWBACK, CORRECTION.format("“바로잡음, 알 수 있다”", SOURCE)),
        MULTI,
        "“바로잡음, 알 수 있다”",
        "곧은 따옴표",
    ),
    "R44 덜 들여 쓴 바로잡음": (
        swap(BOX, BOX.removeprefix("  ")),
        MULTI,
        '!!! correction "바로잡음, 신경망 하나로',
        "본문이 비었습니다",
    ),
    "R45 닫지 않은 머리": (swap("\n---\n\n# 2.", "\n\n# 2."), MULTI, 1, "닫는 '---'"),
    "R46 제목 없는 머리": (
        swap("title: 2. 다중 레이블 이진 분류의 장단점은 무엇인가?\n", ""),
        MULTI,
        1,
        "창 제목",
    ),
    "R50 괄호 번호": (
        say("차례다.\n1) 점수를 정한다.\n2) 임곗값을 고른다."),
        MULTI,
        "1) 점수를",
        "목록이 되지 않고",
    ),
    "R51 쪽의 이름": (
        moved(MULTI, "docs/week12/multilabel.md"),
        "mkdocs.yml",
        "week12/multi-label.md",
        "이(가) 없습니다",
    ),
    "R52 끝 표시": (
        swap("<!-- --8<-- [end:fix-complexity] -->\n\n", ""),
        MULTI,
        "[start:fix-complexity]",
        "끝나지 않습니다",
    ),
    "R53 주석의 끝": (
        swap("    <!-- --8<-- [end:answer] -->", "    <!-- --8<-- [end:answer]"),
        MULTI,
        "[end:answer]",
        "주석을 닫지 않아",
    ),
    "R58 해 보기를 통째로": (
        cut("#### 해 보기, 훈련하는 횟수와 시간", "## 시그모이드와 소프트맥스"),
        "snippets/week12/multi_label/training_cost.py",
        "[start:train]",
        "어느 쪽에도 실리지 않았습니다",
    ),
    "R60 조사": (say("데이터을 보고 레이블를 고른다."), MULTI, "데이터을", "조사"),
    "R65 두 번 붙인 문단": (
        under(
            MULTI,
            BELOW,
            "\n같은 예측인데 부분집합 정확도는 0.250, 마이크로 F1은 0.667이다. 점수를 "
            "적을 때는 어느 것인지 이름을 함께 적는다.\n",
        ),
        MULTI,
        BENEATH,
        "두 번 있습니다",
    ),
    "R66 뜻을 뒤집는 말": (
        turned(
            MULTI,
            lambda text: text.replace(
                "다중 레이블 이진 분류는 다양한 레이블 수에 대해 확장 가능하다.",
                "사실이 아니다. ~~다중 레이블 이진 분류는 다양한 레이블 수에 대해 "
                "확장 가능하다.~~",
            ),
        ),
        MULTI,
        "사실이 아니다. ~~",
        "취소선",
    ),
    "R68 사람의 이름과 학번": (
        say("질문은 201912345 김학생(hong@example.ac.kr)에게 보낸다."),
        MULTI,
        "201912345",
        "학번",
    ),
}

# 한 번에 여럿을 틀린 것. 줄에 든 글과 알림에 들어갈 말을 하나씩 찾는다.
SEVERAL: dict[str, tuple[Edit, dict[str, str]]] = {
    "R07 오탈자": (
        every(
            swap("쓰지 않는다.", "쓰지 안는다."), swap("분류기 체인(", "분류기 쳬인(")
        ),
        {"쓰지 안": "맞춤법", "쳬인(": "맞춤법"},
    ),
    "R55 켜지 않은 표시": (
        say("~~정확도만~~ 본다. ==F1==도 본다. :smile:\n\n- [ ] 점수 정하기"),
        {"~~정": "취소선", "==F1": "형광펜", ":smile:": "그림 글자", "- [ ]": "할 일"},
    ),
    "R61 꾸미는 태그": (
        say(
            '<center>중요</center>\n\n<font color="red">이다.</font>\n\n<u>F1</u>이다.'
        ),
        {"<center>": "<center>", "<font": "<font>", "<u>": "<u>"},
    ),
}
TOGETHER = 6  # 자리가 서로 다른 고침을 함께 해 본다. 묶음의 수


def test_all_sixty_four_are_here() -> None:
    names = [*ACCEPTED, *REFUSED, *SEVERAL]
    assert len({name.split()[0] for name in names}) == len(names) == 64


@pytest.mark.parametrize("group", range(TOGETHER))
def test_good_edits_are_accepted(group: int, place: Path) -> None:
    accepted(place, *[*ACCEPTED.values()][group::TOGETHER])


@pytest.mark.parametrize("name", REFUSED)
def test_bad_edit_is_refused_at_its_line(name: str, place: Path) -> None:
    refused(place, REFUSED[name])


@pytest.mark.parametrize("name", SEVERAL)
def test_every_fault_of_a_bad_edit_is_told(name: str, place: Path) -> None:
    edit, faults = SEVERAL[name]
    edit(place)
    fix(place)
    found = check(place)
    for where, word in faults.items():
        assert word in told_at(place, found, MULTI, where), "\n".join(map(str, found))


def test_mended_typo_is_said_word_for_word(place: Path) -> None:
    ACCEPTED["R03 원문의 오탈자를 쪽에서만 고침"](place)
    (told,) = fix(place)[MENDS]
    assert told == (
        "원문의 「학습이 어려울 수」을(를) 「학습이 어려울 수도」(으)로 고친 것을 "
        "적었습니다."
    )
    assert read(place, MENDS).endswith(
        '\n\n[[mend]]\nbefore = "학습이 어려울 수"\nafter = "학습이 어려울 수도"\n'
        'why = "오탈자"\n'
    )
    assert fix(place) == {}
