"""YAML을 마디로 읽는다. 틀린 곳을 만나도 멈추지 않고 줄과 함께 모은다."""

import re
from collections.abc import Iterator

import yaml
from yaml.reader import Reader

from tools.finding import Finding

# libyaml로 읽으면 열 배쯤 빠르다. 함께 깔리지 않은 곳에서는 파이썬으로 읽는다.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TEXT = "tag:yaml.org,2002:str"
EMPTY = "tag:yaml.org,2002:null"
OPENED = re.compile(r"[\s-]*\w[\w-]*:\s+(?P<quote>[\"'])(?P<rest>.*)$")
HINTS = {
    "mapping values": "값에 ': '이 들었으면 값 전체를 큰따옴표로 감싸세요.",
    "indent": "들여쓰기를 위아래 줄과 맞추세요.",
    "quoted": "따옴표의 짝을 맞추세요.",
}


class YamlReader:
    """파일 하나를 읽으며 틀린 곳을 모은다.

    Attributes:
        file: 저장소에서 본 파일의 이름.
        problems: 지금까지 찾은 틀린 곳.
    """

    def __init__(self, file: str, skipped: int = 0) -> None:
        """파일의 이름과, 앞에 건너뛴 줄의 수를 기억한다."""
        self.file = file
        self.skipped = skipped
        self.problems: list[Finding] = []

    def line(self, node: yaml.Node) -> int:
        """마디가 적힌 줄."""
        return node.start_mark.line + 1 + self.skipped

    def wrong(self, place: yaml.Node | int, problem: str, mend: str) -> None:
        """틀린 곳 하나를 적어 둔다."""
        line = place if isinstance(place, int) else self.line(place)
        self.problems.append(Finding(self.file, line, problem, mend))

    def compose(self, text: str) -> yaml.Node | None:
        """글을 마디로 읽는다. 비었거나 읽을 수 없으면 None이다."""
        try:
            return yaml.compose(text, Loader=LOADER)
        except yaml.YAMLError as error:
            self.broken(text, error)
        except RecursionError:
            self.wrong(1 + self.skipped, "YAML이 너무 깊습니다.", "괄호를 줄이세요.")
        return None

    def broken(self, text: str, error: yaml.YAMLError) -> None:
        """읽지 못한 자리를 적어 둔다."""
        reason = getattr(error, "problem", None) or getattr(error, "reason", "")
        context = getattr(error, "context", None) or ""
        mark = getattr(error, "problem_mark", None)
        if "end of stream" in reason:  # 닫지 않은 따옴표는 연 곳을 알린다
            mark = getattr(error, "context_mark", None) or mark
        if mark:
            line = mark.line
        else:
            wrong = Reader.NON_PRINTABLE.search(text)
            line = text.count("\n", 0, wrong.start()) if wrong else 0
        lines = text.split("\n")
        if (opened := open_quote(lines)) is not None and opened <= line:
            line, reason = opened, "닫지 않은 따옴표"
            context = "quoted"
        if "\t" in lines[min(line, len(lines) - 1)]:
            mend = "탭 대신 빈칸으로 들여 쓰세요."
        else:
            mend = next(
                (hint for part, hint in HINTS.items() if part in f"{context} {reason}"),
                "빈칸, 따옴표, 들여쓰기를 위아래 줄과 견주어 고치세요.",
            )
        self.wrong(line + 1 + self.skipped, f"YAML을 읽을 수 없습니다({reason}).", mend)

    def fields(
        self, node: yaml.Node, example: str
    ) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        """「이름: 값」의 묶음에서 이름과 값을 차례로 읽는다.

        Args:
            node: 읽을 마디.
            example: 묶음이 아닐 때 보여 줄, 맞게 적은 보기.
        """
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, "'이름: 값' 꼴이 아닙니다.", f"'{example}'처럼 적으세요.")
            return
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, "이름이 글이 아닙니다.", f"'{example}'처럼 적으세요.")
            elif key.value in seen:
                self.wrong(
                    key,
                    f"'{key.value}'을(를) {seen[key.value]}번째 줄에도 적었습니다.",
                    "둘 가운데 하나를 지우세요.",
                )
            else:
                seen[key.value] = self.line(key)
                yield key, value

    def items(self, node: yaml.Node, example: str) -> list[yaml.Node]:
        """목록에 든 것을 차례로 읽는다.

        Args:
            node: 읽을 마디.
            example: 목록이 아닐 때 보여 줄, 맞게 적은 보기.
        """
        if isinstance(node, yaml.SequenceNode):
            return node.value
        self.wrong(node, "목록이 아닙니다.", f"{example} 목록으로 적으세요.")
        return []


def is_text(node: yaml.Node | None) -> bool:
    """비지 않은 글인지 본다. 따옴표 없이 적은 수나 `yes`는 글이 아니다."""
    return (
        isinstance(node, yaml.ScalarNode)
        and node.tag == TEXT
        and bool(node.value.strip())
    )


def is_empty(node: yaml.Node | None) -> bool:
    """적지 않은 것과 다름없는지 본다."""
    return node is None or node.tag == EMPTY


def open_quote(lines: list[str]) -> int | None:
    """열고 닫지 않은 따옴표가 있는 처음 줄. 다음 줄로 이어 쓴 것도 그렇게 본다."""
    for number, line in enumerate(lines):
        match = OPENED.match(line)
        if match and match["quote"] not in match["rest"].replace('\\"', ""):
            return number
    return None
