"""물음의 목록에서 틀린 줄을 고치는 법과 함께 찾는지 확인한다."""

import pytest

from tools.data.queries import HEADER, address, read
from tools.finding import Finding

HEADINGS = {
    "index.md": {"how-to-search": "검색하는 법"},
    "week12/index.md": {},
    "week12/optimizers.md": {"rule-adam": "Adam"},
}


def problems(*lines: str) -> list[Finding]:
    return read("\n".join(["\t".join(HEADER), *lines, ""]), HEADINGS)[1]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a\t옵티마이저\tweek12/optimizers/\tdev", None),
        ("k\t없는말\t\ttest", None),
        ("i\t검색하는 법\t./#how-to-search|week12/\tdev", None),
        ("a\t옵티마이저\tweek12/optimizers/", "칸이 3개입니다"),
        ("z\t옵티마이저\tweek12/optimizers/\tdev", "'z' 갈래는 없습니다"),
        ("a\t 옵티마이저\tweek12/optimizers/\tdev", "앞뒤에 빈칸"),
        ("a\t옵티마이저\tweek12/optimizers/\tall", "split의 'all'"),
        ("a\t옵티마이저\t\tdev", "나와야 할 쪽이"),
        ("k\t옵티마이저\tweek12/optimizers/\tdev", "k는 없는 말"),
        ("a\t옵티마이저\tweek12/optimizers.md\tdev", "'week12/optimizers.md' 쪽이"),
        ("a\t옵티마이저\tweek12/optimizers/#none\tdev", "'#none' 절이 없습니다"),
    ],
)
def test_bad_row_is_named_with_its_line_and_mend(
    line: str, message: str | None
) -> None:
    found = problems(line)
    if message is None:
        assert found == []
    else:
        assert [(x.line, message in x.problem) for x in found] == [(2, True)]
        assert found[0].mend


def test_repeated_query_is_named() -> None:
    line = "a\t옵티마이저\tweek12/optimizers/\tdev"
    (found,) = problems(line, line)
    assert (found.line, "2번째 줄에도" in found.problem) == (3, True)


@pytest.mark.parametrize("text", ["", "class\tquery\n", "a\tb\tc\td\n"])
def test_wrong_header_is_named_alone(text: str) -> None:
    queries, found = read(text, HEADINGS)
    assert queries == []
    assert [x.line for x in found] == [1]


def test_query_keeps_its_line_and_pages() -> None:
    (query,), _ = read("\t".join(HEADER) + "\ni\t말\t./|week12/\tdev\n", HEADINGS)
    assert (query.line, query.pages) == (2, ("./", "week12/"))


@pytest.mark.parametrize(
    ("page", "expected"),
    [("index.md", "./"), ("week12/index.md", "week12/"), ("a/b.md", "a/b/")],
)
def test_address_of_a_page(page: str, expected: str) -> None:
    assert address(page) == expected
