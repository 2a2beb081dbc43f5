"""노트를 쪽으로 나누는 규칙과, 사람이 고친 계획을 따르는 것을 확인한다."""

import pytest

from tools.week.importing.canonical import Rewriter
from tools.week.importing.plan import Plan, applied, named, short, split, written
from tools.week.make import Refused


def plan(text: str) -> Plan:
    return split(Rewriter(lambda _: None).chunks(text), "이름")


@pytest.mark.parametrize(
    ("text", "title", "headings"),
    [
        ("# 노트\n\n## 가\n글\n## 나\n글", "노트", ["가", "나"]),
        ("# 가\n글\n# 나\n글", "", ["가", "나"]),
        ("# 노트\n글", "노트", [""]),
        ("글", "", [""]),
        ("# 노트\n## 가\n### 나\n글\n### 다\n글", "노트", ["가"]),
        ("# 노트\n### 가\n글\n## 나\n글\n## 다\n글", "노트", ["나", "다"]),
        ("## 가\n글\n### 나\n글\n## 다", "", ["가", "다"]),
        ("머리말\n\n# 가\n글\n# 나\n글", "", ["가", "나"]),
        ("# 노트\n머리말\n## 가\n글", "노트", [""]),
    ],
)
def test_headings_become_pages(text: str, title: str, headings: list[str]) -> None:
    made = plan(text)
    assert made.title == title
    assert [topic.heading for topic in made.topics] == headings


def test_nothing_is_lost_when_split() -> None:
    made = plan("머리말\n\n# 1. 가\n글\n## 작은\n속\n# 나\n끝")
    texts = [[chunk.text for chunk in topic.chunks] for topic in made.topics]
    assert texts == [["머리말", "글", "## 작은", "속"], ["끝"]]
    assert [topic.title for topic in made.topics] == ["가", "나"]


def test_preface_is_told() -> None:
    (first, _) = plan("# 노트\n머리말\n## 가\n글\n## 나\n글").topics
    assert "머리말" in first.chunks[0].told[0]


def test_footnote_goes_to_the_page_that_calls_it() -> None:
    first, second = plan("# 가\n글[^1]\n# 나\n글\n\n[^1]: 각주").topics
    assert [x.text for x in first.chunks] == ["글[^1]", "[^1]: 각주"]
    assert [x.text for x in second.chunks] == ["글"]


def propose(_: str, taken: list[str]) -> str:
    return f"part-{len(taken) + 1}"


def test_written_plan_is_read_back_and_followed() -> None:
    text = written(named(plan("# 가\n글\n# 나\n글\n# 다\n글"), propose))
    text = text.replace('address = "part-1"', 'address = "first"')
    text = text.replace('label = "나"', 'label = "짧게"\njoin = true')
    made = applied(plan("# 가\n글\n# 나\n글\n# 다\n글\n# 라\n글"), text, "plan.toml")
    kept = [topic for topic in made.topics if not topic.join]
    assert [x.address for x in kept] == ["first", "part-3", ""]
    assert [x.heading for x in kept] == ["가", "다", "라"]
    assert [x.text for x in kept[0].chunks] == ["글", "## 나", "글"]


def test_renamed_heading_keeps_its_address() -> None:
    text = written(named(plan("# 가\n글\n# 나\n글\n# 다\n글"), propose))
    made = applied(plan("# 가\n글\n# 새 이름\n글\n# 다\n글"), text, "plan.toml")
    assert [x.address for x in made.topics] == ["part-1", "part-2", "part-3"]
    assert made.topics[1].title == "새 이름"


@pytest.mark.parametrize(
    ("listed", "reason"),
    [
        ("[[page]]\nheading = '가", "읽을 수 없습니다"),
        ("[[page]]\ntitle = '가'", "heading을 적으세요"),
        ("[[page]]\nheading = '가'\naddress = '한글'", "쓸 수 없습니다"),
        ("[[page]]\nheading = '가'\naddress = 'index'", "쓸 수 없습니다"),
        (
            "[[page]]\nheading = '가'\naddress = 'a'\n"
            "[[page]]\nheading = '나'\naddress = 'a'",
            "두 쪽이 씁니다",
        ),
    ],
)
def test_wrong_plan_is_refused(listed: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        applied(plan("# 가\n글\n# 나\n글"), listed, "plan.toml")


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("합성곱이란 무엇인가?", "합성곱이란"),
        ("케라스 함수형 API 활용의 장점은?", "케라스 함수형 API 활용의 장점"),
        (
            "텐서보드 말고도 또 어떤 시각화가 있을까?",
            "텐서보드 말고도 또 어떤 시각화가…",
        ),
        ("?", "?"),
        ("`keras.layers 안의 Conv2D`로 특성을 뽑는다", "keras.layers 안의…"),
        ("짧은 `Conv2D`로 특성 맵을 뽑는다", "짧은 `Conv2D`로 특성 맵을…"),
    ],
)
def test_label_is_short(title: str, label: str) -> None:
    assert short(title) == label
