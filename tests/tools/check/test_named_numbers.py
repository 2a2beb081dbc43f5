"""이름과 차례인 수는 출력에 없어도 되고, 센 수와 잰 수는 있어야 하는지 확인한다."""

import pytest

from tools.check.numbers import unknown


@pytest.mark.parametrize(
    "prose",
    [
        # 문헌의 자리
        "교과서의 7장 231쪽과 LeCun(1998)의 4장 45–47쪽을 본다.",
        "(Bishop, 2006, 227쪽)과 (LeCun 외, 2015년, 436–444쪽)에 있다.",
        "Neural Computation 14권 8호, pp. 1771–1800, vol. 86, no. 11에 실렸다.",
        "(같은 책, 118쪽)과 §14.2를 본다.",
        "DOI 10.1162/neco.1997.9.8.1735, ISBN 978-0-387-31073-2다.",
        "슬라이드 41, 그림 17, 표 23, 식 (31), Figure 15, 이슈 20431과 #20431을 본다.",
        "맞춤법 제45항, 제3판, 제 24조를 따른다.",
        # 규격, 기기, 판
        "RFC 9110과 ISO 639, IEEE 754, PEP 484를 따르고 HTTP 503을 낸다.",
        "RTX 3090과 V100 32GB에서, 포트 6006을 열어 우분투 24.04로 돌렸다.",
        "keras@v3.15.1과 v2.15는 다르다.",
        # 해와 시대
        "20세기의 80년대, 1950~1960년대와 2010년대를 견준다.",
        "ICML 2015에서 발표했고 NIPS 2012에도 있다.",
        # 모양
        "입력은 (64, 28, 28)이고 출력의 모양은 (64, 10)이며 (None, 784)로도 적는다.",
    ],
)
def test_name_or_place_needs_no_output(prose: str) -> None:
    assert list(unknown(prose, set())) == []


@pytest.mark.parametrize(
    ("prose", "wrong"),
    [
        ("이미지 45장과 시험지 231쪽을 읽었다.", ["45", "231"]),
        ("표 23개와 그림 1,771장, 식 31줄이다.", ["23", "1,771", "31"]),
        ("지표 23과 방식 31을 견준다.", ["23", "31"]),
        ("RMSE 35, MSE 1800, AUC 97이다.", ["35", "1800", "97"]),
        ("Adam은 2048에서, SGD는 0.97에서 멈춘다.", ["2048", "0.97"]),
        ("손실은 각각 다르다(35, 41).", ["35", "41"]),
        ("컴퓨터 24대에서 메모리 12GB를 썼다.", ["24", "12"]),
        ("케라스 45번, 파이썬 231줄이다.", ["45", "231"]),
    ],
)
def test_counted_or_measured_number_needs_an_output(
    prose: str, wrong: list[str]
) -> None:
    assert list(unknown(prose, set())) == wrong
