"""글에 적은 수 가운데 출력과 다른 것만 찾는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.numbers import facts, find, unknown
from tools.page.project import Project

HEAD = '# 쪽 { #page }\n\n!!! abstract "한 줄 답"\n\n    짧다.\n'
EMBED = '\n```text\n--8<-- "week1/a.txt"\n```\n'
OUTPUT = (
    "층 256,000\n정확도 0.96\n새로 훈련할 파라미터: 33\n(0, 1): 0.65\n(1, 0): 0.35\n"
    "설정 7개, 끝까지: 63에포크\n그림 1,497장, 10번\n"
    "나눠 쓴 층: 3\n따로 둔 층: 5\nrate=41\n"
)


def problems(root: Path, text: str) -> list[str]:
    """쪽 하나와 출력 하나로 된 저장소에서 찾은 것."""
    files = {"docs/week1/a.md": f"{HEAD}{text}", "snippets/week1/a.txt": OUTPUT}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return [finding.problem for finding in find(Project(root))]


@pytest.mark.parametrize(
    ("prose", "wrong"),
    [
        ("따로 두면 256,000개다.", []),
        ("따로 두면 256000개다.", []),
        ("따로 두면 257,000개다.", ["257,000"]),
        ("정확도는 0.97이다.", ["0.97"]),
        ("층이 13개다.", ["13"]),
        ("2011년에 나온 arXiv:1807.02811과 케라스 3.15.1", []),
        ("레이블 2개를 32비트로 셈한다.", []),
        ("RNNsearch-50과 ResNet-152를 견준다.", []),
        ("모양은 28 × 28 × 64이다.", []),
        ("2024년 11월 27일, 12주차의 13번째 쪽", []),
        ("숫자 이미지 180장만으로 훈련한다.", ["180"]),
        ("이미지150장과 약320명을 본다.", ["150", "320"]),
        ("시험 문항 2000개를 2026년 11월에 낸다.", ["2000"]),
        ("파라미터는 4225000개다.", ["4225000"]),
        ("파이썬 40개, 케라스 30번을 센다.", ["40", "30"]),
        ("가로 24비트, 세로 32비트다.", ["24"]),
        ("제13장과 「딥러닝」 14쪽, 12장 3절, 12–15쪽을 본다.", []),
        ("2026년 11월 28일 오후 3시 30분과 15:40에 쟀다.", []),
        ("3시간 30분이 걸린다.", ["30"]),
        ("번호는 20240315이고 [12]에 있다.", []),
        # 그 값이라고 치는 수만 봐주고, 잰 수는 봐주지 않는다.
        (
            "따로 두면 425,500개가 들지만, 하나면 12,340개면 된다.",
            ["425,500", "12,340"],
        ),
        ("희귀병이라면 10,000명 가운데 12명이다. 99.9%를 맞힌다.", []),
        ("희귀병이라면 425,500명 가운데 12명이다.", ["425,500"]),
        ("레이블이 20개면 조합은 1,048,576가지다.", []),
        ("레이블이 20개면 조합은 1,048,577가지다.", ["1,048,577"]),
    ],
)
def test_only_a_measured_number_needs_an_output(prose: str, wrong: list[str]) -> None:
    assert list(unknown(prose, {"256000", "0.96"})) == wrong


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact["names"])
def test_well_known_number_needs_no_output(fact: dict) -> None:
    assert list(unknown(fact["right"], set())) == []
    assert list(unknown(fact["wrong"], set())) != []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"## 절\n{EMBED}\n층이 77개다.\n", 1),
        (f"## 절\n{EMBED}\n층이 77개다.\n{{ .given }}\n", 0),
        (f"## 절 {{ #a .given }}\n{EMBED}\n층이 77개다.\n", 0),
        (
            f"## 절 {{ #a .given }}\n\n### 안\n{EMBED}\n77개다.\n"
            f"\n## 밖\n{EMBED}\n78개다.",
            1,
        ),
        # 출력이 없는 절과 쪽은 견줄 것이 없다. 문제의 답은 늘 견준다.
        (f"## 역사\n\n층이 77개다.\n\n## 절\n{EMBED}", 0),
        (f"## 절\n{EMBED}\n## 확인 문제 {{ #quiz }}\n\n77개다.\n", 1),
        (f"## 역사\n\n77개다.\n\n## 절\n{EMBED}\n## 문제 {{ #quiz }}\n\n77개다.\n", 0),
        ("## 절\n\n층이 77개다.\n", 0),
    ],
)
def test_marked_or_bare_text_is_not_compared(
    text: str, told: int, tmp_path: Path
) -> None:
    assert len(problems(tmp_path, text)) == told


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("파라미터 3개만 훈련한다.", "'파라미터 3'이(가) 출력과 다릅니다."),
        ("파라미터 33개만 훈련한다.", None),
        ("층 3개를 쌓는다.", None),
        ("정확도는 0.96%다.", "'%'를 붙였습니다."),
        ("(1, 0)은 0.65, (0, 1)은 0.35다.", "서로 바뀐"),
        ("(1, 0)은 0.35, (0, 1)은 0.65다.", None),
        ("같은 7에포크로 설정 63개만 훈련한다.", "서로 바뀐"),
        ("같은 63에포크로 설정 7개만 훈련한다.", None),
        ("그림 10장을 1,497번 본다.", "서로 바뀐"),
        ("나눠 쓰면 5개, 따로 두면 3개다.", "서로 바뀐"),
        ("나눠 쓰면 3개, 따로 두면 5개다.", None),
        ("`epochs=20`처럼 바꾼다.", None),
        ("`rate=77`로 두었다.", "글에 적은 수 77"),
        # 한쪽만 다르거나, 출력에 그대로 있는 수와 나란하면 바뀐 것인지 모른다.
        ("7에포크만 훈련한 설정 5개는 다르다.", None),
        ("7에포크를 훈련한 설정 7개", None),
        ("훈련 이미지가 60,000장인 MNIST에서 10<sup>66</sup>번 뽑는다.", None),
    ],
)
def test_digit_unit_and_place_are_compared(
    prose: str, told: str | None, tmp_path: Path
) -> None:
    found = problems(tmp_path, f"## 절\n{EMBED}\n{prose}\n")
    assert bool(found) == bool(told)
    assert all(told in problem for problem in found)


def test_only_a_wrong_choice_may_part_from_the_output(tmp_path: Path) -> None:
    question = (
        '\n!!! question "파라미터는 몇 개인가?"\n\n'
        '    ??? wrong "257,000개"\n\n        259,000개가 아니다.\n\n'
        '    ??? right "258,000개"\n\n        256,000개다.\n'
    )
    told = problems(tmp_path, f"{EMBED}{question}")
    assert len(told) == 2
    assert "259,000" in told[0]
    assert "258,000" in told[1]
