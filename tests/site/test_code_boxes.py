"""코드 상자의 링크와 기록이 코드를 따라가는지 확인한다."""

import gzip
from unicodedata import east_asian_width

import pytest
from bs4 import Tag

from tests.paths import ROOT, relative, snippet_files
from tests.site.conftest import REPOSITORY, Site
from tools.check.drafts import BANNER_TITLE
from tools.page.built import BuiltPage
from tools.proof import verified


@pytest.fixture
def boxes(pages: list[BuiltPage]) -> list[Tag]:
    """쪽마다, 코드 파일의 마지막 상자."""
    last = {
        (page.address, box["data-file"]): box
        for page in pages
        for box in page.html.select(".highlight[data-file]")
    }
    return list(last.values())


def test_every_file_leads_to_its_source_and_test_in_the_fork(boxes: list[Tag]) -> None:
    assert {box["data-file"] for box in boxes} == {*map(relative, snippet_files())}
    for box in boxes:
        source, test = box.select(".proof > a")
        for address in (source["href"], test["href"]):
            assert address.startswith(f"{REPOSITORY}/blob/main/")
            assert (ROOT / address.removeprefix(f"{REPOSITORY}/blob/main/")).exists()
        assert source["href"].endswith(source.get_text())
        assert source.get_text() == box["data-file"]


def test_boxes_are_titled_in_words(pages: list[BuiltPage]) -> None:
    for page in pages:
        titles = page.html.select(".highlight[data-file] > .filename")
        assert not [x for x in titles if "/" in x.get_text() or not x.get_text()]


def width(line: str) -> int:
    """고정폭 글꼴에서 차지하는 칸. 한글은 두 칸이다."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def test_shown_boxes_are_short_and_narrow(pages: list[BuiltPage]) -> None:
    found = []
    # 옮긴 그대로인 노트의 코드는 쓴 사람의 것이다. 다듬은 다음에 잰다.
    finished = [page for page in pages if BANNER_TITLE not in page.article.get_text()]
    assert len(finished) >= 6
    for page in finished:
        for box in page.html.select(".highlight[data-file]"):
            lines = box.select_one("pre > code").get_text().rstrip("\n").split("\n")
            title = f"{page.address} {lines[0]}"
            if len(lines) > 20:
                found.append(f"{title}: {len(lines)}줄")
            found += [f"{title}: {line}" for line in lines if width(line) > 60]
    assert found == []


def test_every_explained_module_leads_to_its_source(pages: list[BuiltPage]) -> None:
    articles = [page.article for page in pages if "/reference/" in page.address]
    explained = {
        heading["id"].replace(".", "/") + ".py"
        for article in articles
        for heading in article.select(".doc-module > .doc-heading[id]")
    }
    files = {file for file in explained if (ROOT / file).exists()}
    assert len(files) > 50
    links = [x for article in articles for x in article.select(".doc-file > a")]
    assert {link.get_text() for link in links} == files
    for link in links:
        assert link["href"] == f"{REPOSITORY}/blob/main/{link.get_text()}"


def test_every_file_ends_with_its_record(boxes: list[Tag]) -> None:
    records = verified.Records(ROOT)
    for box in boxes:
        (line,) = box.select(".proof")
        assert line == box.find_all(recursive=False)[-1]
        held, _ = records.of(box["data-file"])
        assert bool(held) == ("검증됨" in line.get_text())
        if not held:
            assert "시험하지 않음" in line.get_text()
            continue
        assert line.time["datetime"] == max(run.date for run in held.values())
        told = line.select_one("details").get_text()
        for run in held.values():
            for package, version in run.packages.items():
                assert f"{package} {version}" in told
            if "keras" in run.packages:
                for backend in held:
                    assert verified.BACKENDS[backend] in line.get_text()


def test_record_is_not_searched(site: Site) -> None:
    pieces = (site.folder / "search/ko").glob("*.ks")
    found = b"".join(gzip.decompress(file.read_bytes()) for file in pieces).decode(
        errors="replace"
    )
    assert "경사 하강법" in found
    assert "개 통과" not in found
