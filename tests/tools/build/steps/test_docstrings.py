"""독스트링의 첫 줄만 남고, 나머지 코드는 그대로인지 확인한다."""

import ast
from textwrap import dedent

import pytest
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from tools.build.site import Page, Site
from tools.build.steps.docstrings import shorten
from tools.build.tree import Tree, text_of

LONG = '''\
    def f(x: int) -> int:
        """하나를 더한다.

        Args:
            x: 수.
        """
        text = """두
        줄"""
        return x + len(text)


    class A:
        """짧다."""

        def g(self) -> None:
            """<b>를 쓴다.

            Raises:
                ValueError: 늘.
            """
    '''


def shown(code: str, page: Page, site: Site) -> str:
    inner = highlight(code, PythonLexer(), HtmlFormatter(nowrap=True))
    tree = Tree(f'<div class="language-python"><pre><code>{inner}</code></pre></div>')
    shorten(tree, page, site)
    return text_of(tree.first("code"))


def test_only_the_first_line_of_a_docstring_is_left(page: Page, site: Site) -> None:
    text = shown(dedent(LONG), page, site)
    assert '    """하나를 더한다."""\n    text = """두\n    줄"""\n' in text
    assert '        """<b>를 쓴다."""\n' in text
    assert "Args" not in text
    assert "Raises" not in text


def test_code_does_what_it_did(page: Page, site: Site) -> None:
    trees = [ast.parse(x) for x in (dedent(LONG), shown(dedent(LONG), page, site))]
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                node.body[0] = ast.Pass()
    assert ast.dump(trees[0]) == ast.dump(trees[1])


@pytest.mark.parametrize("code", ['"""한 줄."""\nx = 1\n', "x = 1\n", "# 주석\n"])
def test_code_without_a_long_docstring_is_left_alone(
    code: str, page: Page, site: Site
) -> None:
    assert shown(code, page, site) == code
