"""상자와 접어 둔 것을 차례로 옮겨 적으면, 파일이 하는 일을 모두 하는지 확인한다."""

import ast

from tests.tools.build.conftest import CODE, SECTION, SNIPPET, code_box
from tools.build.site import Page, Site
from tools.build.steps.folded_code import BEFORE, CALL, fold_hidden
from tools.build.tree import Tree, text_of

OUTPUT = (
    '<div class="language-text highlight"><span class="filename">출력</span>'
    "<pre><span></span><code>2\n</code></pre></div>"
)
WITH_IMPORT = CODE.replace('"""층을 센다."""\n', '"""층을 센다."""\n\nimport math\n')


def folded(html: str, page: Page, site: Site) -> Tree:
    tree = Tree(html)
    fold_hidden(tree, page, site)
    return tree


def write(site: Site, code: str) -> None:
    (site.root / SNIPPET).write_text(code, encoding="utf-8")


def test_pasted_boxes_are_the_whole_file(page: Page, site: Site) -> None:
    write(site, WITH_IMPORT)
    tree = folded(code_box() + OUTPUT, page, site)
    boxes = tree.all(".language-python pre > code")
    pasted = ast.parse("\n".join(text_of(box) for box in boxes))
    wanted = ast.parse(WITH_IMPORT)
    wanted.body = [*wanted.body[1:-1], ast.parse("main()").body[0]]
    assert ast.dump(pasted) == ast.dump(wanted)


def test_pasted_boxes_print_the_output(page: Page, site: Site, capsys: object) -> None:
    write(site, WITH_IMPORT)
    tree = folded(code_box() + OUTPUT, page, site)
    boxes = tree.all(".language-python pre > code")
    exec("\n".join(text_of(box) for box in boxes), {})
    assert capsys.readouterr().out == "2\n"


def test_fold_says_what_it_holds_and_is_not_searched(page: Page, site: Site) -> None:
    write(site, WITH_IMPORT)
    tree = folded(code_box() + OUTPUT, page, site)
    folds = tree.all("details.folded-code")
    assert [text_of(x.css_first("summary")) for x in folds] == [BEFORE, CALL]
    assert all("data-search-exclude" in x.attributes for x in folds)


def test_nothing_is_folded_where_nothing_is_hidden(page: Page, site: Site) -> None:
    assert not folded(code_box(), page, site).all("details")


def test_output_of_something_else_is_left_alone(page: Page, site: Site) -> None:
    other = OUTPUT.replace("2\n", "3\n")
    tree = folded(code_box(code=SECTION) + other, page, site)
    assert not tree.all("details")
