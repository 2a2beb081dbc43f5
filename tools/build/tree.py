"""쪽의 HTML을 나무로 읽고, 고친 다음 다시 글로 적는다."""

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

Node = LexborNode


class Tree:
    """HTML 한 토막의 나무. 브라우저와 같은 규칙으로 읽는다."""

    def __init__(self, html: str) -> None:
        """글을 읽는다."""
        self._parser = LexborHTMLParser(f"<body>{html}", is_fragment=False)
        self.root: Node = self._parser.body
        keep_blank_line(self.root)

    def all(self, selector: str) -> list[Node]:
        """고르개에 맞는 원소를 적힌 차례로 모두 찾는다."""
        return self.root.css(selector)

    def first(self, selector: str) -> Node | None:
        """고르개에 맞는 첫 원소."""
        return self.root.css_first(selector)

    def append(self, html: str) -> None:
        """맨 끝에 더한다."""
        for node in nodes(html):
            self.root.insert_child(node)

    def copy(self) -> "Tree":
        """따로 고칠 수 있는 사본."""
        return Tree(self.html)

    @property
    def html(self) -> str:
        """다시 적은 글."""
        return self.root.inner_html


def keep_blank_line(root: Node) -> None:
    """빈 줄로 시작하는 `<pre>`가 다시 읽혀도 그 줄을 잃지 않게 한다.

    HTML은 `<pre>`를 연 바로 뒤의 줄바꿈 하나를 버리므로, 적을 때 하나를 더해야 한다.
    """
    for block in root.css("pre, textarea"):
        first = next(block.iter(include_text=True), None)
        if first and first.is_text_node and first.text_content.startswith("\n"):
            first.insert_before("\n")


def nodes(html: str) -> list[Node]:
    """HTML 한 토막의 맨 위에 놓인 것."""
    return list(Tree(html).root.iter(include_text=True))


def insert_after(node: Node, html: str) -> None:
    """원소 바로 뒤에 더한다."""
    for one in reversed(nodes(html)):
        node.insert_after(one)


def replace(node: Node, html: str) -> None:
    """원소를 다른 것으로 바꾼다."""
    for one in nodes(html):
        node.insert_before(one)
    node.decompose()


def classes(node: Node) -> list[str]:
    """원소의 class."""
    return (node.attributes.get("class") or "").split()


def text_of(node: Node) -> str:
    """원소에 든 글."""
    return node.text(deep=True)


def texts(root: Node, skips: Callable[[Node], bool]) -> Iterator[Node]:
    """글이 든 마디를 적힌 차례로 낸다. `skips`가 참인 원소의 안은 지나친다."""
    for node in list(root.iter(include_text=True)):
        if node.is_text_node:
            yield node
        elif node.is_element_node and not skips(node):
            yield from texts(node, skips)
