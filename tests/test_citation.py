"""인용 정보가 Citation File Format 1.2.0의 꼴이고, 다른 곳에 적힌 것과 같은지 본다."""

import os
import tomllib

import yaml

from tests.paths import ROOT
from tools.data.repository import address, normalize

CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
# 규격이 요구하는 것과, 우리가 쓰는 것.
REQUIRED = {"authors", "cff-version", "message", "title"}
USED = {
    "abstract": str,
    "keywords": list,
    "license": str,
    "repository-code": str,
    "type": str,
    "version": str,
}


def test_keys_and_values_follow_the_format() -> None:
    assert set(CITATION) >= REQUIRED
    for key in set(CITATION) - REQUIRED:
        assert isinstance(CITATION[key], USED[key]), key
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["type"] in ("software", "dataset")
    assert len(CITATION["keywords"]) == len(set(CITATION["keywords"])) > 0


def test_authors_are_a_group_not_persons() -> None:
    assert CITATION["authors"] == [{"name": "딥러닝 정리 노트를 쓰는 사람들"}]


def test_citation_says_what_the_project_says() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert CITATION["version"] == project["project"]["version"]
    assert f"site_name: {CITATION['title']}\n" in settings
    assert f"site_description: {CITATION['abstract']}\n" in settings


def test_address_of_the_repository_is_not_made_up() -> None:
    written = CITATION.get("repository-code", "")
    assert normalize(written) == written
    if written and (known := address(ROOT, os.environ)):
        assert written == known
