"""고치는 사람이 할 만한 실수와, 그때 알려야 할 말."""

import unicodedata

from tests.tools.check.edits import (
    CODE,
    CONCEPTS,
    GLOSSARY,
    OPTIMIZERS,
    Edit,
    append,
    convert,
    every,
    remove,
    replace,
    write,
)

EMBED = '--8<-- "week12/optimizers/adaptive_steps.py:adagrad"'
FENCE = f'```python title="{CODE}"'
SMALL_GLOSSARY = """\
- term: 그레이디언트
  english: gradient
  abbreviation: []
  variants: [그래디언트, 그라디언트, 기울기]
  definition: 손실을 파라미터로 미분한 벡터.
- term: 층
  english: layer
  abbreviation: []
  variants: [레이어]
  definition: 변환과 가중치의 단위.
"""

Mistake = tuple[Edit, str, str | int, str, str]


def last(text: str) -> Edit:
    """노트의 끝에 한 문단을 덧붙인다."""
    return append(OPTIMIZERS, f"\n{text}\n")


# 저지를 실수, 알림이 가리킬 파일, 그 줄(번호나 거기 든 글. 비우면 첫 줄),
# 알림에 들어갈 말, 고치는 법.
MISTAKES: dict[str, Mistake] = {
    "없는 코드 파일": (
        replace(OPTIMIZERS, "adaptive_steps.py:adagrad", "adaptive_step.py:adagrad"),
        OPTIMIZERS,
        "adaptive_step.py:adagrad",
        "끼워 넣을 파일 'week12/optimizers/adaptive_step.py'이(가)",
        "혹시 'week12/optimizers/adaptive_steps.py'입니까?",
    ),
    "철자가 틀린 절": (
        replace(OPTIMIZERS, "adaptive_steps.py:adagrad", "adaptive_steps.py:adagard"),
        OPTIMIZERS,
        "adaptive_steps.py:adagard",
        "'adagard' 절이 없습니다.",
        "있는 절은 adagrad, rmsprop입니다. 혹시 'adagrad'입니까?",
    ),
    "실리지 않은 절": (
        append(CODE, "# --8<-- [start:extra]\nextra = 1\n# --8<-- [end:extra]\n"),
        CODE,
        "[start:extra]",
        "'extra' 절이 어느 쪽에도 실리지 않았습니다.",
        "adaptive_steps.py:extra",
    ),
    "끝나지 않은 절": (
        replace(CODE, "# --8<-- [end:rmsprop]", ""),
        CODE,
        "[start:rmsprop]",
        "'rmsprop' 절이 끝나지 않습니다.",
        "[end:rmsprop]",
    ),
    "맞는 줄이 없는 강조": (
        replace(OPTIMIZERS, f"{FENCE}\n{EMBED}", f'{FENCE} mark="np.cumprod"\n{EMBED}'),
        OPTIMIZERS,
        "np.cumprod",
        "강조할 글 'np.cumprod'이(가) 끼워 넣은 코드에 없습니다.",
        "코드에 있는 글을 그대로 적으세요.",
    ),
    "줄 번호로 적은 강조": (
        replace(OPTIMIZERS, f"{FENCE}\n{EMBED}", f'{FENCE} hl_lines="99"\n{EMBED}'),
        OPTIMIZERS,
        "hl_lines",
        "강조할 줄을 번호로 적었습니다.",
        'mark="그 줄에 있는 글"',
    ),
    "다른 파일의 이름을 단 상자": (
        replace(OPTIMIZERS, f"{FENCE}\n{EMBED}", f'```python title="a.py"\n{EMBED}'),
        OPTIMIZERS,
        'title="a.py"',
        "상자의 이름 'a.py'과(와) 끼워 넣은 파일이 다릅니다.",
        f'title="{CODE}"로 고치세요.',
    ),
    "한글 절 이름": (
        append(CODE, "# --8<-- [start:훈련]\nx = 1\n# --8<-- [end:훈련]\n"),
        CODE,
        "[start:훈련]",
        "절 이름 '훈련'은(는) 쓸 수 없습니다.",
        "영문 소문자",
    ),
    "없는 쪽으로 가는 링크": (
        last("[다음](multi-lable.md)을 본다."),
        OPTIMIZERS,
        "multi-lable.md",
        "링크 'multi-lable.md'이(가) 가리키는 파일이 없습니다.",
        "혹시 'multi-label.md'입니까?",
    ),
    "없는 자리로 가는 링크": (
        last("[다음](multi-label.md#advantage)을 본다."),
        OPTIMIZERS,
        "#advantage",
        "'docs/week12/multi-label.md'에 '#advantage' 자리가 없습니다.",
        "혹시 '#advantages'입니까?",
    ),
    "없는 그림": (
        last("![그래프](grap.png)"),
        OPTIMIZERS,
        "grap.png",
        "그림 'grap.png'이(가) 가리키는 파일이 없습니다.",
        "있는 파일의 이름으로 고치세요.",
    ),
    "빈칸이 든 그림 이름": (
        every(
            write("docs/week12/그림 하나.png", b"x"), last("![그래프](그림 하나.png)")
        ),
        OPTIMIZERS,
        "![그래프](그림",
        "그림의 주소 '그림 하나.png'에 빈칸이 있습니다.",
        "빈칸을 '-'로 바꾸고",
    ),
    "맨 위에서 적은 주소": (
        last("[처음](/week12/)으로 간다."),
        OPTIMIZERS,
        "(/week12/)",
        "'/'로 시작하는 주소 '/week12/'은(는) 하위 경로에 올리면 끊깁니다.",
        "이 쪽에서 본 파일 이름으로 적으세요.",
    ),
    "다른 사이트의 그림": (
        last("![그래프](https://example.com/a.png)"),
        OPTIMIZERS,
        "example.com",
        "다른 사이트의 그림",
        "docs/에 넣고",
    ),
    "id가 같은 두 제목": (
        last("## 다시 { #adagrad }"),
        OPTIMIZERS,
        "## 다시",
        "번째 줄의 제목이 이미 씁니다.",
        "둘 가운데 하나의 id를 바꾸세요.",
    ),
    "id가 없는 한글 제목": (
        last("## 새 제목"),
        OPTIMIZERS,
        "## 새 제목",
        "한글 제목 '새 제목'에 id가 없어",
        "{ #english-name }",
    ),
    "한글 id": (
        last("## 새 제목 { #제목 }"),
        OPTIMIZERS,
        "## 새 제목",
        "제목의 id '제목'이(가) 영문이 아닙니다.",
        "영문 소문자",
    ),
    "깨진 머리": (
        replace(OPTIMIZERS, "description: 모멘텀", "description: 요약: 모멘텀"),
        OPTIMIZERS,
        "description:",
        "YAML을 읽을 수 없습니다",
        "값 전체를 큰따옴표로 감싸세요.",
    ),
    "닫지 않은 머리": (
        replace("docs/index.md", "\n---\n", "\n"),
        "docs/index.md",
        "",
        "닫는 '---'가 없습니다.",
        "'---' 한 줄을 넣으세요.",
    ),
    "깨진 mkdocs.yml": (
        replace("mkdocs.yml", "  name: material", "\tname: material"),
        "mkdocs.yml",
        "\tname",
        "YAML을 읽을 수 없습니다",
        "탭 대신 빈칸으로 들여 쓰세요.",
    ),
    "차례에 없는 쪽": (
        write(
            "docs/week12/new.md",
            "---\ntitle: 새 쪽\ndescription: 새 쪽이다.\n---\n\n# New\n",
        ),
        "docs/week12/new.md",
        "",
        "이 쪽은 차례에 없어 찾아갈 수 없습니다.",
        "nav 아래에 '- 쪽의 이름: week12/new.md'를 넣으세요.",
    ),
    "차례에만 있는 쪽": (
        replace("mkdocs.yml", "week12/optimizers.md", "week12/optimizer.md"),
        "mkdocs.yml",
        "week12/optimizer.md",
        "차례에 적은 'docs/week12/optimizer.md'이(가) 없습니다.",
        "이 줄을 지우세요.",
    ),
    "이름이 같은 묶음": (
        replace(
            "mkdocs.yml",
            "  - 바로잡음: corrections.md\n  - 고치는 법: contributing.md\n",
            "  - 실험: [corrections.md]\n  - '실험': [contributing.md]\n",
        ),
        "mkdocs.yml",
        "'실험'",
        "차례에 '실험' 묶음이",
        "'13주차 실험'처럼 서로 다른 이름으로 바꾸세요.",
    ),
    "BOM": (
        convert(OPTIMIZERS, lambda content: b"\xef\xbb\xbf" + content),
        OPTIMIZERS,
        "",
        "보이지 않는 BOM(utf-8-sig)이 있습니다.",
        "python -m tools check --fix",
    ),
    "UTF-16": (
        convert(OPTIMIZERS, lambda content: content.decode().encode("utf-16")),
        OPTIMIZERS,
        "",
        "보이지 않는 BOM(utf-16)이 있습니다.",
        "python -m tools check --fix",
    ),
    "CP949": (
        convert(CODE, lambda content: content.decode().encode("cp949")),
        CODE,
        "",
        "UTF-8이 아니라 CP949(EUC-KR)로 저장되었습니다.",
        "인코딩을 UTF-8로 고르세요.",
    ),
    "읽을 수 없는 바이트": (
        convert(OPTIMIZERS, lambda content: content + b"\n\xff\xfe\xff\n"),
        OPTIMIZERS,
        "\ufffd",
        "UTF-8로 읽을 수 없는 글자가 있습니다.",
        "UTF-8로 저장하세요.",
    ),
    "CRLF": (
        convert(OPTIMIZERS, lambda content: content.replace(b"\n", b"\r\n")),
        OPTIMIZERS,
        "",
        "줄바꿈이 윈도우식(CRLF)입니다.",
        "python -m tools check --fix",
    ),
    "낱자로 풀린 파일 이름": (
        write(f"docs/{unicodedata.normalize('NFD', '그림')}.png", b""),
        "docs/그림.png",
        1,
        "파일 이름의 한글이 낱자로 풀려 있어(NFD)",
        "python -m tools check --fix",
    ),
    "낱자로 풀린 글": (
        last(unicodedata.normalize("NFD", "풀린 글이다.")),
        OPTIMIZERS,
        unicodedata.normalize("NFD", "풀린"),
        "한글이 낱자로 풀려 있어(NFD)",
        "python -m tools check --fix",
    ),
    "폭 없는 빈칸": (
        last("붙여\u200b 넣은 글이다."),
        OPTIMIZERS,
        "\u200b",
        "보이지 않는 글자(폭 없는 빈칸, U+200B)",
        "빈칸을 다시 치세요.",
    ),
    "줄 바꿈 없는 빈칸": (
        last("붙여\u00a0넣은 글이다."),
        OPTIMIZERS,
        "\u00a0",
        "보이지 않는 글자(줄 바꿈 없는 빈칸, U+00A0)",
        "빈칸을 다시 치세요.",
    ),
    "한글(HWP)의 글자": (
        last("붙여 \uf0a0넣은 글이다."),
        OPTIMIZERS,
        "\uf0a0",
        "한글(HWP)에서만 보이는 글자(U+F0A0)",
        "보통 글자로 바꾸세요.",
    ),
    "script 태그": (
        last("<script>alert(1)</script>"),
        OPTIMIZERS,
        "<script>",
        "<script> 태그를 직접 적을 수 없습니다.",
        "태그를 지우세요.",
    ),
    "onclick": (
        last('<figure onclick="alert(1)">눌러 본다.</figure>'),
        OPTIMIZERS,
        "onclick",
        "<figure>의 'onclick'은 읽는 사람의 브라우저에서 코드를 돌립니다.",
        "'onclick'을 지우세요.",
    ),
    "javascript 주소": (
        last("[누른다](javascript:alert)"),
        OPTIMIZERS,
        "javascript:",
        "'javascript:' 주소는 읽는 사람의 브라우저에서 코드를 돌립니다.",
        "https:// 주소",
    ),
    "숨긴 javascript 주소": (
        last("[누른다](java&#115;cript:alert)"),
        OPTIMIZERS,
        "java&#115;cript:",
        "'javascript:' 주소는 읽는 사람의 브라우저에서 코드를 돌립니다.",
        "https:// 주소",
    ),
    "마크다운으로 적은 onclick": (
        last('[누른다](multi-label.md){ onclick="alert(1)" }'),
        OPTIMIZERS,
        "onclick",
        "'onclick' 속성은 읽는 사람의 브라우저에서 코드를 돌립니다.",
        "'onclick'을 지우세요.",
    ),
    "백틱 뒤에 숨은 script": (
        last("짝 없는 ` 하나\n\n<script>alert(1)</script>\n\n또 하나 ` 있다."),
        OPTIMIZERS,
        "<script>",
        "<script> 태그를 직접 적을 수 없습니다.",
        "태그를 지우세요.",
    ),
    "설명 없는 그림": (
        every(write("docs/a.png", b"x"), last("![](../a.png)")),
        OPTIMIZERS,
        "![](",
        "그림 '../a.png'에 설명이 없습니다.",
        "![그림이 보여 주는 것](파일)",
    ),
    "큰 그림": (
        write("docs/a.png", bytes(600 * 1024)),
        "docs/a.png",
        "",
        "그림이 600KB입니다.",
        "1,600픽셀",
    ),
    "손으로 적은 파이썬": (
        replace(OPTIMIZERS, FENCE, '```py title="손으로"\nprint(1)\n```\n\n' + FENCE),
        OPTIMIZERS,
        "손으로",
        "파이썬 코드를 쪽에 직접 적었습니다.",
        "snippets/의 파일에 옮기고",
    ),
    "닫지 않은 상자": (
        last('```text title="새 상자"\n출력'),
        OPTIMIZERS,
        "새 상자",
        "코드 상자를 닫지 않아",
        "'```' 한 줄을 넣으세요.",
    ),
    "다른 표시로 닫은 상자": (
        last("~~~text\n출력\n```"),
        OPTIMIZERS,
        "~~~text",
        "코드 상자를 닫지 않아",
        "연 것과 같은 '~~~' 한 줄을 넣으세요.",
    ),
    "모양을 바꾸는 속성": (
        last('<section style="position: fixed">\n글이다.\n</section>'),
        OPTIMIZERS,
        "position",
        "<section>의 'style'은(는) 글을 가리거나 모양을 바꿉니다.",
        "'style'을(를) 지우세요.",
    ),
    "마크다운으로 적은 모양": (
        last('[누른다](multi-label.md){ style="opacity: 0" }'),
        OPTIMIZERS,
        "opacity",
        "'style' 속성은 글을 가리거나 모양을 바꿉니다.",
        "'style'을 지우세요.",
    ),
    "가린 글": (
        last("<figure hidden>\n글이다.\n</figure>"),
        OPTIMIZERS,
        "hidden",
        "<figure>의 'hidden'은(는) 글을 가리거나 모양을 바꿉니다.",
        "'hidden'을(를) 지우세요.",
    ),
    "용어집에 적은 태그": (
        replace(
            GLOSSARY,
            "미분한 값을 모은 벡터다.",
            "미분한 <img src=x onerror=a()> 벡터다.",
        ),
        GLOSSARY,
        "onerror",
        "<img> 태그를 적을 수 없습니다.",
        "태그를 지우고 글로 적으세요.",
    ),
    "용어집의 닫지 않은 따옴표": (
        replace(GLOSSARY, "  english: gradient", '  english: "gradient'),
        GLOSSARY,
        '"gradient',
        "YAML을 읽을 수 없습니다(닫지 않은 따옴표).",
        "따옴표의 짝을 맞추세요.",
    ),
    "시험이 없는 코드": (
        remove("tests/week12/optimizers/test_adaptive_steps.py"),
        CODE,
        "",
        "시험이 없는 코드입니다.",
        "'tests/week12/optimizers/test_adaptive_steps.py'에 시험을 쓰세요.",
    ),
    "코드가 없는 시험": (
        write("tests/week12/optimizers/test_gone.py", "x = 1\n"),
        "tests/week12/optimizers/test_gone.py",
        "",
        "시험할 코드 'snippets/week12/optimizers/gone.py'이(가) 없습니다.",
        "시험도 지우세요.",
    ),
    "출력이 없는 코드": (
        remove("snippets/week12/optimizers/adaptive_steps.txt"),
        CODE,
        "",
        "출력 파일 'snippets/week12/optimizers/adaptive_steps.txt'이(가) 없습니다.",
        "python -m tools outputs",
    ),
    "출력과 다른 수": (
        replace(OPTIMIZERS, "1.000에 머문다", "1.234에 머문다"),
        OPTIMIZERS,
        "1.234에 머문다",
        "글에 적은 수 1.234이(가) 이 쪽의 출력에 없습니다.",
        "출력에 나온 값으로 고치거나",
    ),
    "바뀐 원문": (
        replace(
            OPTIMIZERS, "학습률을 개별적으로 조정해주는", "학습률을 하나하나 정하는"
        ),
        OPTIMIZERS,
        "학습률을 하나하나 정하는",
        "원래 노트의 문장 「미니배치 경사 하강법보다 더 좋은 성능의 옵티마이저에는",
        "'tests/week12/source/mends.toml' 끝에 다음 네 줄을 붙이고 why를 알맞게 "
        '고치세요.\n[[mend]]\nbefore = "학습률을 개별적으로 조정해주는"\n'
        'after = "학습률을 하나하나 정하는"\nwhy = "오탈자"',
    ),
    "두 번 적은 용어": (
        write(GLOSSARY, SMALL_GLOSSARY + "- term: 층\n  english: layer\n"),
        GLOSSARY,
        11,
        "용어 '층'이(가) 6번째 줄에도 있습니다.",
        "두 항목을 하나로 합치세요.",
    ),
    "두 용어를 가리키는 이름": (
        write(GLOSSARY, SMALL_GLOSSARY.replace("[레이어]", "[레이어, 기울기]")),
        GLOSSARY,
        "레이어, 기울기",
        "'기울기'이(가) '그레이디언트'와(과) '층'을(를) 함께 가리킵니다.",
        "두 용어 가운데 하나에만 적으세요.",
    ),
    "용어집과 다른 용어": (
        every(
            write(GLOSSARY, SMALL_GLOSSARY),
            last("그라디언트는 벡터다. 레이어도 쓴다."),
        ),
        OPTIMIZERS,
        "그라디언트",
        "용어집과 다르게 '그라디언트'(이)라고 적었습니다.",
        "'그레이디언트'(으)로 고치세요.",
    ),
    "없는 절에서 다룬 용어": (
        replace(
            GLOSSARY,
            "functional-api.md#shared-layer",
            "functional-api.md#twin",
        ),
        GLOSSARY,
        "#twin",
        "용어 '층'을(를) 다룬 '#twin' 절이 'week12/functional-api.md'에 없습니다.",
        "제목 옆의 { #id }를 보고 고치세요.",
    ),
    "없는 쪽에서 다룬 용어": (
        replace(GLOSSARY, "week12/functional-api.md#shared-layer", "twin.md"),
        GLOSSARY,
        "page: twin.md",
        "용어 '층'을(를) 다룬 'twin.md' 쪽이 없습니다.",
        ".md까지 적으세요.",
    ),
    "개념 지도의 없는 절": (
        replace(CONCEPTS, "#multi-fidelity", "#multi-fidelty"),
        CONCEPTS,
        "#multi-fidelty",
        "'hyperparameter-tuning.md'에 '#multi-fidelty' 절이 없습니다.",
        "제목 옆의 { #id }를 보고 고치세요.",
    ),
    "개념 지도의 없는 용어": (
        replace(CONCEPTS, "경사 하강법", "경사하강법"),
        CONCEPTS,
        "경사하강법",
        "용어집에 '경사하강법'이(가) 없습니다.",
        "docs/glossary.yml의 term 가운데 하나로 고치세요.",
    ),
    "돌고 도는 개념 지도": (
        replace(
            CONCEPTS,
            "  - from: multi-label.md#metrics\n    to: hyperparameter-tuning.md",
            "  - from: optimizers.md\n    to: functional-api.md#acyclic-graph\n"
            "    why: 되돌아온다.\n"
            "  - from: multi-label.md#metrics\n    to: hyperparameter-tuning.md",
        ),
        CONCEPTS,
        "from: hyperparameter-tuning.md#multi-fidelity",
        "이 길을 따라가면 떠난 쪽으로 되돌아옵니다.",
        "from과 to를 바꾸거나 지우세요.",
    ),
    "학번": (
        last("2099123456 홍길동이 썼다."),
        OPTIMIZERS,
        "2099123456",
        "학번(으)로 보이는 것이 있습니다.",
        "누구나 볼 수 있는 글이니 지우세요.",
    ),
    "전화번호": (
        last("010-0000-0000으로 묻는다."),
        OPTIMIZERS,
        "010-0000",
        "전화번호(으)로 보이는 것이 있습니다.",
        "지우세요.",
    ),
    "전자우편": (
        last("someone@snu.ac.kr에 묻는다."),
        OPTIMIZERS,
        "someone@",
        "전자우편(으)로 보이는 것이 있습니다.",
        "지우세요.",
    ),
    "문법에 맞지 않는 파이썬": (
        append(CODE, "def broken(:\n"),
        CODE,
        "def broken(:",
        "파이썬 문법에 맞지 않습니다",
        "괄호, 따옴표, 콜론, 들여쓰기",
    ),
    "병합 표시": (
        last("<" * 7 + " HEAD\n나\n" + "=" * 7 + "\n너\n" + ">" * 7 + " main"),
        OPTIMIZERS,
        "<" * 7,
        "병합하다 부딪친 자리의 표시가 남아 있습니다.",
        "남길 글을 고르고",
    ),
    "맞춤법": (
        last("이렇게 하면 되요 하고 적는다."),
        OPTIMIZERS,
        "되요",
        "'되요'은(는) 맞춤법에 어긋납니다.",
        "'돼요'(으)로 고치세요.",
    ),
    "괄호 뒤의 조사": (
        last("모멘텀(momentum)를 쓴다."),
        OPTIMIZERS,
        "(momentum)를",
        "'텀(momentum)를'의 조사가 '텀' 뒤에 맞지 않습니다.",
        "'텀(momentum)을'(으)로 고치세요.",
    ),
    "두 빈칸": (
        last("여기에  빈칸이 둘이다."),
        OPTIMIZERS,
        "여기에  빈칸",
        "빈칸이 잇따라 두 번 있습니다.",
        "빈칸을 하나만 남기세요.",
    ),
}
