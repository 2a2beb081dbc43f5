"""처음 보는 고침 가운데 문이 잘못 여닫았던 것을, 갈래마다 다시 해 본다."""

import unicodedata
from pathlib import Path

import pytest

from tests.tools.check.edits import (
    CONCEPTS,
    FUNCTIONAL,
    GLOSSARY,
    MENDS,
    MULTI,
    OPTIMIZERS,
    TUNING,
    Edit,
    accepted,
    append,
    below,
    every,
    read,
    refused,
    replace,
    write,
)
from tools.check.gate import check

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg">\n{}\n</svg>\n'
PLACES = {
    FUNCTIONAL: "층을 공유하면 128,000개",
    MULTI: "양성을 하나도 찾지 못했는데",
    OPTIMIZERS: "AdaGrad의 걸음은 10,000번째에",
}


def swap(before: str, after: str, file: str) -> Edit:
    """처음 나온 글 하나를 바꾼다."""
    return replace(file, before, after)


def say(file: str, paragraph: str) -> Edit:
    """쪽의 정한 문단 아래에 한 문단을 더한다."""
    return below(file, PLACES[file], paragraph)


ACCEPTED: dict[str, Edit] = {
    "확인 문제를 하나 더함": append(
        TUNING, '\n??? question "그 점수를 적어도 될까?"\n\n    안 된다. 다시 잰다.\n'
    ),
    "알려진 수": say(
        FUNCTIONAL,
        "부호 1비트, 지수 8비트, 가수 23비트다. 훈련 이미지가 60,000장인 MNIST의 "
        "이미지는 28픽셀이다.",
    ),
    "첨자와 키와 줄바꿈": say(
        FUNCTIONAL,
        "++ctrl+c++나 <kbd>q</kbd>를 누른다. 10<sup>6</sup>줄은<br>길다. <https://keras.io/>",
    ),
    "띄어쓰기를 닮은 맞는 말": say(
        MULTI,
        "이것은 그만큼 흔하다. 클수록 좋다. 실수도 없고 두 모델뿐이다. 날것을 쓴다.",
    ),
    "전각 괄호의 링크": say(
        OPTIMIZERS, "[논문]（https://arxiv.org/abs/1412.6980）을 본다."
    ),
    "풀어 쓴 이름의 그림": every(
        write(
            "docs/week12/" + unicodedata.normalize("NFD", "손실곡선.svg"),
            PICTURE.format('<path d="M2 2"/>').encode(),
        ),
        append(FUNCTIONAL, "\n![손실이 줄어드는 곡선](손실곡선.svg)\n"),
    ),
    "용어집의 둥근 따옴표": swap(
        "variants: [아담, 애덤, 아담 옵티마이저]",
        "variants: [“아담”, “애덤”, 아담 옵티마이저]",
        GLOSSARY,
    ),
    "개념 지도의 둥근 따옴표": swap(
        "[층, 텐서, 파라미터]", "[‘층’, 텐서, 파라미터]", CONCEPTS
    ),
}
# 고친 것, 알림이 가리킬 파일, 그 줄(번호나 거기 든 글), 알림에 들어갈 말.
REFUSED: dict[str, tuple[Edit, str, str | int, str]] = {
    "단위가 다른 두 수를 맞바꿈": (
        swap("63에포크로 설정 7개만", "7에포크로 설정 63개만", TUNING),
        TUNING,
        "7에포크로 설정",
        "서로 바뀐",
    ),
    "붙여 쓴 의존 명사": (
        say(MULTI, "나중에도 바꿀수 있다. 그래서 저장해 두는것이 좋다."),
        MULTI,
        "바꿀수 있다",
        "'두는 것이'(으)로",
    ),
    "챗봇의 인용 표시": (
        say(OPTIMIZERS, "앞을 본다 :contentReference[oaicite:0]{index=0}."),
        OPTIMIZERS,
        "oaicite",
        "인용 표시",
    ),
    "챗봇이 붙인 주소": (
        say(
            OPTIMIZERS, "[논문](https://arxiv.org/abs/1412.6980?utm_source=chatgpt.com)"
        ),
        OPTIMIZERS,
        "utm_source",
        "꼬리",
    ),
    "챗봇의 대답": (
        say(OPTIMIZERS, "물론입니다! 네스테로프를 정리했습니다."),
        OPTIMIZERS,
        "물론입니다!",
        "묻고 답한 말",
    ),
    "다른 이름의 쪽": (
        write("docs/week12/memo.markdown", b"# memo\n"),
        "docs/week12/memo.markdown",
        1,
        "'memo.md'로 바꾸고",
    ),
    "한글 문서": (
        write("docs/week12/memo.hwp", b"hwp"),
        "docs/week12/memo.hwp",
        1,
        "'.hwp' 문서",
    ),
    "코드가 든 그림": (
        write("docs/week12/a.svg", PICTURE.format("<script>a()</script>").encode()),
        "docs/week12/a.svg",
        2,
        "<script>",
    ),
    "mends.toml의 틀린 칸": (
        every(
            swap("모델을 구성할 때 필요하다", "모델을 만들 때 필요하다", FUNCTIONAL),
            append(
                MENDS,
                '\n[[mend]]\nbefor = "모델을 구성할 때 필요하다"\n'
                'after = "모델을 만들 때 필요하다"\nwhy = "순화"\n',
            ),
        ),
        MENDS,
        "befor = ",
        "'before'(으)로 고치세요.",
    ),
    "손으로 적은 출력": (
        swap(
            '--8<-- "week12/optimizers/weight_decay.txt"',
            "L2 규제   첫 걸음 0.100\nAdamW     첫 걸음 0.010",
            OPTIMIZERS,
        ),
        OPTIMIZERS,
        "L2 규제   첫 걸음",
        "week12/optimizers/weight_decay.txt",
    ),
    "노트에 없는 인용": (
        swap(
            "「누적하여 저장하되, 가장 최근의 반복만을 고려」는",
            "「최근의 것만 기억하고 나머지는 모두 버린다」는",
            OPTIMIZERS,
        ),
        OPTIMIZERS,
        "모두 버린다」는",
        "가장 가까운 문장은 「",
    ),
    "끈 확장의 키 표시": (
        swap("  - pymdownx.keys\n", "", "mkdocs.yml"),
        "docs/contributing.md",
        "++ctrl+f++",
        "키 표시",
    ),
    "낱자가 남은 글": (
        say(MULTI, "데이터가 많ㅇ면 점수가 오른다."),
        MULTI,
        "많ㅇ면",
        "낱자",
    ),
    "두 번 친 낱말": (
        say(MULTI, "점수를 점수를 적는다."),
        MULTI,
        "점수를 점수를",
        "두 번",
    ),
}
ALONE = ("mends.toml의 틀린 칸", "노트에 없는 인용", "코드가 든 그림")


def test_good_edits_are_accepted(place: Path) -> None:
    accepted(place, *ACCEPTED.values())
    assert "[논문](https://arxiv.org/abs/1412.6980)" in read(place, OPTIMIZERS)
    assert (place / "docs/week12/손실곡선.svg").is_file()
    assert 'variants: ["아담", "애덤", 아담 옵티마이저]' in read(place, GLOSSARY)


@pytest.mark.parametrize("name", REFUSED)
def test_bad_edit_is_refused_at_its_line(name: str, place: Path) -> None:
    found = refused(place, REFUSED[name])
    assert len(found) == 1 or name not in ALONE


def test_words_of_the_note_keep_their_spacing(place: Path) -> None:
    note = "tests/week12/source/note.md"
    append(note, "\n저장해 두는것이 좋다.\n")(place)
    say(MULTI, "저장해 두는것이 좋다.")(place)
    assert [str(x) for x in check(place)] == []
    say(MULTI, "노트는 「두는것이 좋다」고 했다.")(place)
    assert [str(x) for x in check(place)] == []
