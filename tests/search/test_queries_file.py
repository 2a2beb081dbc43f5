"""검색을 재는 물음의 목록이 약속한 꼴인지 확인한다.

`queries.tsv`의 칸은 갈래(class), 읽는 사람이 적을 말(query), 나와야 할 쪽(page),
고치며 볼 것과 남겨 둘 것(split)이다. 여러 쪽 가운데 어느 것이 나와도 되면 `|`로 잇고,
알맞은 절이 뚜렷하면 `#이름`을 붙인다. 첫 화면은 `./`로 적는다.
갈래 k는 없는 말이라 쪽을 비운다.
"""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.paths import DOCS, SNIPPETS, TESTS, document_files, relative

QUERIES = TESTS / "search" / "queries.tsv"
HEADER = ["class", "query", "page", "split"]
CLASSES = {
    "a": "적힌 대로, 조사와 어미가 붙은 말",
    "b": "붙이거나 띄어 쓴 말, 복합어의 안쪽 말",
    "c": "초성",
    "d": "한영 전환을 잊고 친 말",
    "e": "치는 도중의 글자",
    "f": "틀린 글자",
    "g": "영어, 줄임말, 다른 표기",
    "h": "코드",
    "i": "물음 전체",
    "j": "본문에만 있는 말",
    "k": "없는 말",
}
SPLITS = ("dev", "test")
FEWEST = 15


def addresses() -> dict[str, str]:
    """쪽의 주소마다 마크다운의 글."""
    found = {}
    for file in document_files():
        path = file.relative_to(DOCS).with_suffix("").as_posix()
        address = path.removesuffix("index").rstrip("/")
        found[f"{address}/" if address else "./"] = file.read_text(encoding="utf-8")
    return found


PAGES = addresses()


def wrong_page(page: str) -> str | None:
    """쪽이나 절이 없으면 고칠 방법을 돌려준다."""
    address, mark, anchor = page.partition("#")
    if address not in PAGES:
        return f"{address} 쪽이 없습니다. week12/optimizers/처럼 적으세요."
    if mark and f"{{ #{anchor} }}" not in PAGES[address]:
        return f"{address}에 #{anchor} 절이 없습니다. 제목 옆의 이름을 적으세요."
    return None


def wrong_row(cells: list[str]) -> Iterator[str]:
    if len(cells) != len(HEADER):
        yield f"칸이 {len(cells)}개입니다. 탭으로 나눈 {len(HEADER)}칸으로 적으세요."
        return
    kind, query, page, split = cells
    if kind not in CLASSES:
        yield f"{kind} 갈래는 없습니다. a에서 k 가운데 하나를 적으세요."
    if not query or query != query.strip():
        yield "물음이 비었거나 앞뒤에 빈칸이 있습니다. 빈칸을 지우세요."
    if split not in SPLITS:
        yield f"split의 {split}을(를) dev나 test로 고치세요."
    if kind == "k":
        if page:
            yield "k는 없는 말이므로 쪽을 비우세요."
    elif not page:
        yield "나와야 할 쪽을 적으세요. 없는 말이면 갈래를 k로 고치세요."
    else:
        yield from filter(None, map(wrong_page, page.split("|")))


def problems(text: str) -> list[str]:
    header, *lines = text.removesuffix("\n").split("\n")
    if header.split("\t") != HEADER:
        return [f"1번째 줄을 {' '.join(HEADER)}로 고치고 탭으로 나누세요."]
    found, first = [], {}
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        found += [f"{number}번째 줄, {mend}" for mend in wrong_row(cells)]
        query = cells[1] if len(cells) > 1 else line
        if first.setdefault(query, number) != number:
            found.append(
                f"{number}번째 줄, 「{query}」는 {first[query]}번째 줄에도 있습니다. "
                "한쪽을 지우세요."
            )
    return found


def rows() -> list[list[str]]:
    lines = QUERIES.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def test_queries_are_sound() -> None:
    found = problems(QUERIES.read_text(encoding="utf-8"))
    assert not found, f"{relative(QUERIES)}을(를) 고치세요:\n" + "\n".join(found)


def test_every_class_has_enough_queries_in_both_splits() -> None:
    known = rows()
    assert len(known) >= 200
    for kind in CLASSES:
        splits = Counter(row[3] for row in known if row[0] == kind)
        total = splits.total()
        assert total >= FEWEST, f"갈래 {kind}가 {total}개입니다. 물음을 더하세요."
        share = splits["dev"] / total
        assert 0.5 <= share <= 0.7, f"갈래 {kind}의 dev를 60%쯤으로 맞추세요."


def test_absent_words_stand_nowhere() -> None:
    read = {".md", ".yml", ".py", ".txt"}
    everything = [*DOCS.rglob("*"), *SNIPPETS.rglob("*")]
    files = [file for file in everything if file.suffix in read]
    site = "\n".join(file.read_text(encoding="utf-8") for file in files).casefold()
    words = {
        word for row in rows() if row[0] == "k" for word in row[1].casefold().split()
    }
    found = sorted(word for word in words if word in site)
    assert not found, f"이제 사이트에 있는 말입니다. 갈래 k에서 빼세요: {found}"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a\t옵티마이저\tweek12/optimizers/\tdev", None),
        ("k\t없는말\t\ttest", None),
        ("i\t검색하는 법\t./#how-to-search|week12/\tdev", None),
        ("a\t옵티마이저\tweek12/optimizers/", "2번째 줄, 칸이 3개입니다"),
        ("z\t옵티마이저\tweek12/optimizers/\tdev", "z 갈래는 없습니다"),
        ("a\t 옵티마이저\tweek12/optimizers/\tdev", "앞뒤에 빈칸"),
        ("a\t옵티마이저\tweek12/optimizers/\tall", "split의 all"),
        ("a\t옵티마이저\t\tdev", "나와야 할 쪽을"),
        ("k\t옵티마이저\tweek12/optimizers/\tdev", "k는 없는 말"),
        ("a\t옵티마이저\tweek12/optimizers.md\tdev", "week12/optimizers.md 쪽이"),
        ("a\t옵티마이저\tweek12/optimizers/#none\tdev", "#none 절이 없습니다"),
    ],
)
def test_bad_row_is_named_with_its_mend(line: str, message: str | None) -> None:
    found = problems("\t".join(HEADER) + "\n" + line + "\n")
    if message is None:
        assert found == []
    else:
        assert any(message in problem for problem in found), found


def test_repeated_query_is_named() -> None:
    line = "a\t옵티마이저\tweek12/optimizers/\tdev"
    assert any(
        "2번째 줄에도" in p
        for p in problems(f"{chr(9).join(HEADER)}\n{line}\n{line}\n")
    )
