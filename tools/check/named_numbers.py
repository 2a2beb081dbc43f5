"""잰 것이 아니라 이름이나 차례인 수: 문헌의 자리, 규격과 기기와 판, 해와 시대, 모양."""

import re

from tools.check import swaps

# 이 말이 바로 뒤에 오면 세거나 잰 수다. 해나 판 번호와 겹쳐도 견준다.
COUNTED = rf"(?! ?(?:{swaps.UNITS})(?!째))"
# 더 이어지는 수의 앞부분이 아니다.
WHOLE = r"(?![\d.,]*\d)"
RANGE = r"\d+(?: ?[~–-] ?\d+)?"
# 「3장」과 「21쪽」은 책에서 찾아볼 자리일 때만 차례다. 「이미지 150장」은 센 수다.
PLACED = (
    rf"(?<![\d,])\d+장,? (?:\d+(?:\.\d+)*절,? )?{RANGE}쪽",
    r"제 ?\d+(?:[장절쪽권호항조판]|차 개정)",
    r"(?:책|교과서|논문|강의|부록|[」』]),? ?(?:의 )?\d+[장절쪽]"
    rf"(?:,? {RANGE}쪽)?",
    r"\d+장(?= ?\d+(?:\.\d+)*절)|§ ?\d+(?:\.\d+)*",
    r"\b\d+(?:\.\d+)*절",
    r"\d+[~–-]\d+쪽",
    rf"(?:(?<=\b(?:19|20)\d\d)|(?<=\b(?:19|20)\d\d년)), ?{RANGE}쪽",
    rf", ?{RANGE}쪽(?=[)\]])",
    rf"(?<![\d.,])\d+권,? ?\d+호(?:,? {RANGE}쪽)?|(?<![\d.,])\d+권(?=,? {RANGE}쪽)",
    rf"\b(?:[Pp]{{1,2}}|[Vv]ol|[Nn]o|[Cc]h|[Ss]ec)\. ?{RANGE}",
)
NUMBERED = (
    "그림|표|식|수식|예제|보기|정리|보조정리|알고리즘|슬라이드|이슈|풀 리퀘스트|포트|"
    "Figure|Fig\\.|Table|Equation|Eq\\.|Section|Chapter|Algorithm|Theorem|Issue|PR|port"
)
PUBLISHED = (
    r"arXiv:[\d.]+",
    r"\b10\.\d{4,9}/\S+",
    r"\bISBN(?:-1[03])?:? ?[\d-]+[\dXx]",
    rf"(?<![가-힣A-Za-z])(?:{NUMBERED}) ?#?\(?\d+(?:-\d+)?\)?{WHOLE}{COUNTED}",
    r"\[\d+\]",
    r"(?<![\w#])#\d+",
)
# 뒤에 판이나 규격의 번호가 붙는 이름.
VERSIONED = (
    "케라스|Keras|파이썬|Python|텐서플로|TensorFlow|파이토치|PyTorch|넘파이|NumPy|JAX|"
    "사이킷런|scikit-learn|CUDA|쿠다|cuDNN|윈도우|Windows|우분투|Ubuntu|데비안|Debian|"
    "macOS|iOS|안드로이드|Android|크롬|Chrome|파이어폭스|Firefox|사파리|Safari|Node\\.js|"
    "RFC|ISO|IEC|IEEE|ANSI|ECMA|PEP|CVE|HTTP|RTX|GTX|Radeon|Ryzen|Xeon|버전|판"
)
NAMED = (
    rf"(?:{VERSIONED})[ /]?\d+(?:\.\d+)*(?![\d.,]*\d){COUNTED}",
    r"\b\d+(?:\.\d+){2,}",
    r"(?<![\w.])[vV]\d+(?:\.\d+)*|@[vV]?\d+(?:\.\d+)+",
    r"(?<![\w-])[A-Za-z][A-Za-z0-9_-]*-\d[A-Za-z0-9_-]*",
    # 「A100 80GB」처럼 기기의 이름에 붙은 용량.
    r"(?:(?<=[A-Z]\d{2} )|(?<=[A-Z]\d{3} )|(?<=[RG]TX \d{4} )|(?<=RAM )|(?<=램 ))"
    r"\d+ ?[GT]B",
    r"\b(?:1|2|4|8|16|32|64|128)비트",
)
DATED = (
    rf"\b(?:19|20)\d{{2}}(?:년|\b{COUNTED})",
    # 「ACL 2019에서」처럼 학회의 이름에 붙은 해.
    rf"\b[A-Z][A-Za-z]*[A-Z] ?(?:19\d\d|20[0-3]\d){WHOLE}{COUNTED}",
    r"(?<![\d.,])(?:\d{4}[~–-])?\d{1,4}년대|(?<![\d.,])\d{1,2}세기",
    r"\b\d{1,2}월(?: ?\d{1,2}일)?",
    r"\b\d{1,2}시(?!간)(?: ?\d{1,2}분)?(?: ?\d{1,2}초)?|\b\d{1,2}:\d{2}(?!\d)",
    r"\b24시간|(?<![\d.,])\d{1,2}(?:번째|주차)",
)
DIMENSION = r"(?:\d+|None)"
SHAPED = (
    r"(?<![\w.])\d+(?: ?× ?\d+)+(?!\.?\d)",
    # 셋이 넘거나, 크기를 정하지 않은 차원이 있거나, 모양이라고 적은 묶음.
    rf"\({DIMENSION}(?:, {DIMENSION}){{2,}},?\)|\(None(?:, {DIMENSION})+\)",
    rf"(?:모양|형상|차원|shape)[^()\d]{{0,8}}\({DIMENSION}(?:, {DIMENSION})*,?\)",
)
COUNTING = (
    r"^ *\d+[.)] ",
    # 쉼표 없이 긴 수와 0으로 시작하는 수는 번호다.
    rf"(?<![\d.,])\d{{7,}}(?![\d.,]){COUNTED}",
    r"(?<![\d.,])0\d+(?![\d.])",
)
NOT_MEASURED = re.compile(
    "|".join([*PUBLISHED, *PLACED, *NAMED, *DATED, *SHAPED, *COUNTING])
)
