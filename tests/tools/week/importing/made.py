"""여러 꼴의 노트를 지어낸다. 무엇이 들었는지 알므로, 옮긴 뒤에 모두 찾아볼 수 있다."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

NOUNS = [
    "합성곱", "필터", "풀링", "학습률", "드롭아웃", "은닉층", "손실", "배치", "뉴런",
    "커널", "어텐션", "임베딩", "토큰", "순환 신경망", "데이터", "정규화", "특성 맵",
    "가중치",
]  # fmt: skip
VERBS = ["바꾼다", "줄인다", "배운다", "고른다", "더한다", "견준다", "모은다", "그린다"]
ENGLISH = ["CNN", "ReLU", "Adam", "GPU", "softmax", "batch_size", "y_true"]
EMOJI = ["💡", "🔥", "✅", "📌"]
TEX = [
    r"a_1 * b_1 + c_{t+1}",
    r"\frac{1}{n} \sum_{i=1}^n x_i^2",
    r"\hat{y} = \sigma(w^\top x + b)",
    r"L = -\sum_k t_k \log y_k",
]
CODE = [
    ("python", "x = [1, 2, 3]\n\n# 합을 구한다\nprint(sum(x))"),
    ("python", "def f(a):\n    return a * 2\n\n\nprint(f(2))"),
    ("bash", "pip install keras\npython train.py --epochs 3"),
    ("", "입력 -> 층 -> 출력\n  (들여 쓴 줄)"),
    ("plain text", "손실 0.25\n정확도 0.91"),
    ("json", '{\n  "lr": 0.1\n}'),
    ("python", "model.fit(x, y)\n'''여러 줄에\n걸친 글'''"),
    ("", "````\n안쪽\n````"),
]


@dataclass
class Made:
    """지어낸 노트 하나.

    Attributes:
        text: 노트의 글.
        prose: 쪽의 글에 있어야 할 문장.
        code: 상자마다 있어야 할 줄.
        formulas: 있어야 할 수식.
        rows: 표의 행마다의 칸.
        images: 있어야 할 그림의 수.
        shapes: 갈래마다의 수.
    """

    text: str = ""
    prose: list[str] = field(default_factory=list)
    code: list[list[str]] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    images: int = 0
    shapes: Counter = field(default_factory=Counter)

    @property
    def blocks(self) -> int:
        """찾아볼 덩이의 수."""
        found = (self.prose, self.code, self.formulas, self.rows)
        return sum(map(len, found)) + self.images


class Maker:
    """시드 하나에서 노트 하나를 짓는다."""

    def __init__(self, seed: int) -> None:
        """난수를 시드에서 시작한다."""
        self.random = random.Random(seed)
        self.note = Made()
        self.count = 0

    def make(self) -> Made:
        """노트를 짓는다."""
        style = self.random.choice(["sharp", "two tops", "setext", "none", "deep"])
        self.note.shapes[f"제목 {style}"] += 1
        lines: list[str] = []
        if style in ("sharp", "deep"):
            lines += [self.heading(1, f"{self.random.randint(1, 16)}주차 정리노트"), ""]
        if style == "setext":
            title = self.say(self.title())
            lines += [title, "=" * 5, ""]
        for _ in range(self.random.randint(1, 4)):
            if style != "none":
                lines += ["", *self.section(style), ""]
            for _ in range(self.random.randint(1, 5)):
                shape = self.random.choice(SHAPES)
                self.note.shapes[shape.__name__] += 1
                gap = [""] if self.random.random() < 0.9 or shape is paragraph else []
                lines += [*gap, *shape(self)]
        self.note.text = self.random.choice(["\n", "\n", "\r\n"]).join(lines) + "\n"
        return self.note

    def section(self, style: str) -> list[str]:
        """절의 제목."""
        if style == "setext":
            return [self.say(self.title()), "------"]
        if style == "two tops":
            return [self.heading(1, self.title())]
        level = self.random.choice([2, 2, 3, 4]) if style == "deep" else 2
        number = self.random.choice(["", "1. ", "1) ", "1."])
        return [self.heading(level, self.title(), number)]

    def heading(self, level: int, title: str, number: str = "") -> str:
        """`#`로 적은 제목."""
        return f"{'#' * level} {number}{self.say(title)}"

    def title(self) -> str:
        """겹치지 않는 제목."""
        self.count += 1
        noun = self.random.choice(NOUNS)
        ending = self.random.choice(
            ["은 무엇인가?", " 정리", "의 장단점", "을 왜 쓸까?"]
        )
        return f"{noun} {self.count}{ending}"

    def sentence(self) -> str:
        """겹치지 않는 문장. 뒤에서 찾아볼 것에 더하지는 않는다."""
        self.count += 1
        one, other = self.random.sample(NOUNS, 2)
        verb = self.random.choice(VERBS)
        return f"{one}에서 {other}까지 {self.count}번째로 {verb}."

    def say(self, text: str) -> str:
        """찾아볼 것에 더하고 그대로 준다."""
        self.note.prose.append(text)
        return text

    def said(self) -> str:
        """찾아볼 문장 하나."""
        return self.say(self.sentence())

    def decorated(self) -> str:
        """꾸민 문장 하나. 꾸밈을 뺀 글을 찾는다."""
        text, plain = self.random.choice(DECORATIONS)(self)
        self.note.prose.append(plain)
        return text


def bold(maker: Maker) -> tuple[str, str]:
    one, verb = maker.random.choice(NOUNS), maker.random.choice(VERBS)
    maker.count += 1
    mark = maker.random.choice(["**", "__", "*", "=="])
    return (
        f"{mark}{one} {maker.count}{mark}은 값을 {verb}.",
        f"{one} {maker.count}은 값을 {verb}.",
    )


def code_in_line(maker: Maker) -> tuple[str, str]:
    name = maker.random.choice(["x_1", "a*b*c", "[1, 2]", "<T>", "{'a': 1}", "$HOME"])
    maker.count += 1
    return f"`{name}`을 {maker.count}번 쓴다.", f"{name}을 {maker.count}번 쓴다."


def formula_in_line(maker: Maker) -> tuple[str, str]:
    tex = maker.random.choice(TEX)
    maker.count += 1
    edges = maker.random.choice([("$", "$"), ("\\(", "\\)")])
    return (
        f"식 {edges[0]}{tex}{edges[1]}은 {maker.count}번 나온다.",
        f"식 ${tex}$은 {maker.count}번 나온다.",
    )


def link_in_line(maker: Maker) -> tuple[str, str]:
    maker.count += 1
    n = maker.count
    return maker.random.choice(
        [
            (
                f"[논문 {n}](https://arxiv.org/abs/1807.{n})을 본다.",
                f"논문 {n}을 본다.",
            ),
            (f"[[정리 {n}|적어 둔 것 {n}]]을 본다.", f"적어 둔 것 {n}을 본다."),
            (f"[다른 쪽 {n}](%EB%8B%A4.md)을 본다.", f"다른 쪽 {n}을 본다."),
            (
                f"주소는 https://keras.io/api/{n} 이다.",
                f"주소는 https://keras.io/api/{n} 이다.",
            ),
            (f"<https://keras.io/a{n}>를 본다.", f"https://keras.io/a{n}를 본다."),
        ]
    )


def tagged(maker: Maker) -> tuple[str, str]:
    maker.count += 1
    n = maker.count
    return maker.random.choice(
        [
            (f"<u>밑줄 {n}</u>을 긋는다.", f"밑줄 {n}을 긋는다."),
            (f'<span style="color:red">붉은 {n}</span> 글.', f"붉은 {n} 글."),
            (f"꺾쇠 List<int> {n}개다.", f"꺾쇠 List<int> {n}개다."),
            (f"{n} < {n + 1} 이고 a > b 이다.", f"{n} < {n + 1} 이고 a > b 이다."),
            (f"R&amp;D {n}과 AT&T.", f"R&D {n}과 AT&T."),
        ]
    )


def odd(maker: Maker) -> tuple[str, str]:
    maker.count += 1
    n = maker.count
    return maker.random.choice(
        [
            (f"짝 없는 **별 {n}이다.", f"짝 없는 별 {n}이다."),
            (f"값 {n}\\. 다음", f"값 {n}. 다음"),
            (f"{maker.random.choice(EMOJI)} 조심 {n}!", f"조심 {n}!"),
            (f"3 * 4 * {n} = 곱", "곱"),
            (f"파일 a_b_{n}_c.txt다.", f"파일 a_b_{n}_c.txt다."),
            (f"비용은 $5와 ${n}이다.", f"비용은 $5와 ${n}이다."),
            (f"모양은 {{batch: {n}}}이다.", f"모양은 {{batch: {n}}}이다."),
            (f"시각은 10:30:{n:02} 이다.", f"시각은 10:30:{n:02} 이다."),
            (f"쓰는 법 :smile: {n}", f"쓰는 법 :smile: {n}"),
            (f"각주가 있다 {n}[^{n}].", f"각주가 있다 {n}(주 {n})."),
            (f"C++과 i++ {n}번", f"C++과 i++ {n}번"),
            (f"#해시태그 {n}", f"해시태그 {n}"),
            (f"A~B 구간과 {n}~{n + 1}~{n + 2}", f"A~B 구간과 {n}~{n + 1}~{n + 2}"),
        ]
    )


DECORATIONS: list[Callable[[Maker], tuple[str, str]]] = [
    bold, code_in_line, formula_in_line, link_in_line, tagged, odd,
]  # fmt: skip


def paragraph(maker: Maker) -> list[str]:
    return [" ".join(maker.said() for _ in range(maker.random.randint(1, 3)))]


def decorated(maker: Maker) -> list[str]:
    return [maker.decorated()]


def soft_lines(maker: Maker) -> list[str]:
    return [maker.said(), maker.decorated(), f"{maker.said()}  "]


def bullets(maker: Maker) -> list[str]:
    mark = maker.random.choice(["-", "*", "+", "•"])
    return [f"{mark} {maker.said()}" for _ in range(3)]


def nested(maker: Maker) -> list[str]:
    step = maker.random.choice(["  ", "    ", "\t"])
    inner = maker.random.choice(["-", "1.", "*"])
    return [
        f"- {maker.said()}",
        f"{step}{inner} {maker.said()}",
        f"{step}{step}- {maker.decorated()}",
        f"- {maker.said()}",
    ]


def numbered(maker: Maker) -> list[str]:
    start, edge = maker.random.choice([1, 1, 3]), maker.random.choice([".", ")"])
    return [f"{start + n}{edge} {maker.said()}" for n in range(3)]


def interrupted(maker: Maker) -> list[str]:
    return [
        f"1. {maker.said()}", "", maker.said(), "", f"2. {maker.said()}", "",
        f"1. {maker.said()}",
    ]  # fmt: skip


def roomy(maker: Maker) -> list[str]:
    return [f"- {maker.said()}", "", f"    {maker.said()}", "", f"- {maker.said()}"]


def led(maker: Maker) -> list[str]:
    maker.count += 1
    lead = maker.say(f"앞머리 {maker.count}")
    return [
        f"1. **{lead}**: {maker.said()}",
        f"2. **{maker.say(f'둘째 {maker.count}')}**",
    ]


def bold_line(maker: Maker) -> list[str]:
    return [f"**{maker.say(maker.title())}**", "", maker.said()]


def tasks(maker: Maker) -> list[str]:
    return [f"- [ ] {maker.said()}", f"- [x] {maker.said()}"]


def box(maker: Maker) -> list[str]:
    return [
        "<aside>", f"{maker.random.choice(EMOJI)} {maker.said()}", "",
        maker.decorated(), "", "</aside>",
    ]  # fmt: skip


def folded(maker: Maker) -> list[str]:
    return [
        "<details>", f"<summary>{maker.say(maker.title())}</summary>", "",
        maker.said(), "", f"- {maker.said()}", "", "</details>",
    ]  # fmt: skip


def callout(maker: Maker) -> list[str]:
    kind = maker.random.choice(["NOTE", "WARNING", "tip", "abstract"])
    title = maker.random.choice(["", f" {maker.title()}"])
    if title:
        maker.say(title.strip())
    return [f"> [!{kind}]{title}", f"> {maker.said()}", f"> - {maker.said()}"]


def quote(maker: Maker) -> list[str]:
    return [f"> {maker.said()}", ">", f"> {maker.decorated()}"]


def fence(maker: Maker) -> list[str]:
    info, body = maker.random.choice(CODE)
    mark = "~~~" if "`" in body else "```"
    maker.note.code.append([x.strip() for x in body.split("\n") if x.strip()])
    return [f"{mark}{info}", *body.split("\n"), mark]


def fence_in_list(maker: Maker) -> list[str]:
    info, body = maker.random.choice(CODE[:6])
    maker.note.code.append([x.strip() for x in body.split("\n") if x.strip()])
    inner = [
        f"    {line}".rstrip() for line in [f"```{info}", *body.split("\n"), "```"]
    ]
    return [f"- {maker.said()}", "", *inner, f"- {maker.said()}"]


def formula(maker: Maker) -> list[str]:
    tex = maker.random.choice(TEX)
    maker.note.formulas.append(tex)
    return maker.random.choice(
        [["$$", tex, "$$"], [f"$$ {tex} $$"], ["\\[", tex, "\\]"], [f"$${tex}$$"]]
    )


def table(maker: Maker) -> list[str]:
    rows = [
        [f"칸 {maker.random.choice(NOUNS)}", maker.sentence(), "0.5"] for _ in range(3)
    ]
    maker.note.rows += rows
    rule = maker.random.choice(["| --- | --- | --- |", "|:-|:-:|-:|", "|---|---|---|"])
    edge = maker.random.choice(["| {} |", "{}"])
    lines = [edge.format(" | ".join(row)) for row in rows]
    return [lines[0], rule if edge != "{}" else "---|---|---", *lines[1:]]


def image(maker: Maker) -> list[str]:
    maker.note.images += 1
    return [
        maker.random.choice(
            [
                "![설명](%EA%B7%B8%EB%A6%BC%201.png)",
                "![](%EA%B7%B8%EB%A6%BC%201.png)",
                "![[그림 1.png]]",
                '<img src="그림 1.png" alt="설명" width="300">',
                "- ![설명](그림%201.png)",
            ]
        )
    ]


def lost_image(maker: Maker) -> list[str]:
    maker.count += 1
    maker.say(f"(그림: 사라진 그림 {maker.count})")
    return [f"![사라진 그림 {maker.count}](https://example.com/{maker.count}.png)"]


def rule(maker: Maker) -> list[str]:
    return [
        maker.said(),
        "",
        maker.random.choice(["---", "***", "- - -"]),
        "",
        maker.said(),
    ]


def two_lists(maker: Maker) -> list[str]:
    return [f"- {maker.said()}", "", f"1. {maker.said()}", "", f"* {maker.said()}"]


SHAPES: list[Callable[[Maker], list[str]]] = [
    paragraph, decorated, decorated, decorated, soft_lines, bullets, nested, numbered,
    interrupted, roomy, led, bold_line, tasks, box, folded, callout, quote, fence,
    fence_in_list, formula, table, image, lost_image, rule, two_lists,
]  # fmt: skip
