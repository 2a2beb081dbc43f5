"""코드 상자의 링크와 기록이 코드를 따라가는지 확인한다."""

import gzip

import pytest
from bs4 import Tag

from tests.paths import ROOT
from tests.site.conftest import REPOSITORY, Site
from tools.page.built import BuiltPage
from tools.proof import verified


@pytest.fixture
def boxes(pages: list[BuiltPage]) -> list[Tag]:
    return [
        name.parent
        for page in pages
        for name in page.html.select("span.filename")
        if name.get_text().startswith("snippets/")
    ]


def test_every_code_box_leads_to_its_source_and_test_in_the_fork(
    boxes: list[Tag],
) -> None:
    assert len(boxes) > 100
    for box in boxes:
        name = box.select_one(".filename")
        source, test = name.a["href"], box.select_one("a.code-test")["href"]
        for address in (source, test):
            assert address.startswith(f"{REPOSITORY}/blob/main/")
            assert (ROOT / address.removeprefix(f"{REPOSITORY}/blob/main/")).exists()
        assert source.endswith(name.get_text())


def test_every_explained_module_leads_to_its_source(pages: list[BuiltPage]) -> None:
    page = next(page for page in pages if page.address.endswith("/reference/"))
    explained = {
        heading["id"].replace(".", "/") + ".py"
        for heading in page.article.select(".doc-module > .doc-heading[id]")
    }
    files = {file for file in explained if (ROOT / file).exists()}
    assert len(files) > 50
    links = page.article.select(".doc-file > a")
    assert {link.get_text() for link in links} == files
    for link in links:
        assert link["href"] == f"{REPOSITORY}/blob/main/{link.get_text()}"


def test_every_code_box_ends_with_its_record(boxes: list[Tag]) -> None:
    records = verified.Records(ROOT)
    for box in boxes:
        (line,) = box.select(".proof")
        assert line == box.find_all(recursive=False)[-1]
        held, _ = records.of(box.select_one(".filename").get_text())
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
