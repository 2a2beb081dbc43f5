"""쪽과 용어집의 바깥 주소를 모두 찾고, 끊긴 것을 자리마다 알리는지 확인한다."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.paths import ROOT
from tests.tools.measure.test_visit import HASTY, web
from tools.cli import main
from tools.measure import external_links
from tools.measure.external_links import addresses, blocked_hosts, check, external
from tools.measure.visit import Manners
from tools.page.project import Project

PAGE = """\
---
title: 주소
source: https://front.example/
---

[글]({home}/fine) [옛글]({home}/gone#절 "제목")
<{home}/moved>

![그림]({home}/gone)
<a href="{home}/refused">글</a>
[이름]

[이름]: {home}/broken
[안](index.md) [자리](#a) [편지](mailto:a@b.example)

`{home}/code` <!-- {home}/comment -->

```bash
curl {home}/fence
```
"""
GLOSSARY = """\
- term: 손실
  english: loss
  definition: 뜻이다.
  page: index.md
  usage: "[논문]({home}/gone)에서 쓴다."
"""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """이 기기에 프록시가 있어도 시험용 서버에 곧바로 묻는다."""
    monkeypatch.setenv("no_proxy", "*")


def made(root: Path, home: str) -> Project:
    docs = root / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(PAGE.format(home=home), encoding="utf-8")
    (docs / "glossary.yml").write_text(GLOSSARY.format(home=home), encoding="utf-8")
    return Project(root)


def test_dead_addresses_are_told_at_every_place(tmp_path: Path) -> None:
    with web() as (home, seen):
        found = check(made(tmp_path, home), HASTY)
    told = [(x.file, x.line, x.problem.split("'")[1], x.problem) for x in found]
    assert [(file, line, address) for file, line, address, _ in told] == [
        ("docs/glossary.yml", 5, f"{home}/gone"),
        ("docs/index.md", 6, f"{home}/gone#절"),
        ("docs/index.md", 9, f"{home}/gone"),
        ("docs/index.md", 10, f"{home}/refused"),
        ("docs/index.md", 13, f"{home}/broken"),
    ]
    assert "404로 답합니다." in told[0][3]
    assert "tools/measure/blocked_hosts.toml" in found[0].mend
    # 같은 주소는 자리가 셋이어도 한 번만 묻는다.
    assert Counter(seen)["HEAD", "/gone", seen[0][2]] == 1
    assert {path for _, path, _ in seen} == {
        "/fine", "/gone", "/moved", "/refused", "/broken",
    }  # fmt: skip


def test_unreadable_address_is_told_without_asking(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs/index.md"
    page.write_text("# 쪽\n\n[글](https://[a/)\n", encoding="utf-8")
    (one,) = check(Project(tmp_path), HASTY)
    assert (one.file, one.line) == ("docs/index.md", 3)
    assert "읽을 수 없는 꼴입니다." in one.problem


def test_command_prints_and_fails_only_when_something_is_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(external_links, "Manners", lambda _: HASTY)
    with web() as (home, _):
        made(tmp_path, home)
        assert main(["links", "--root", str(tmp_path)]) == 1
        out = capsys.readouterr().out
        assert f"docs/index.md:9: 바깥 주소 '{home}/gone'이(가)" in out
        assert "고칠 곳이 5군데 있습니다." in out
        (tmp_path / "docs/glossary.yml").unlink()
        page = tmp_path / "docs/index.md"
        page.write_text(f"# 쪽\n\n[글]({home}/fine)\n", encoding="utf-8")
        assert main(["links", "--root", str(tmp_path)]) == 0
        assert capsys.readouterr().out == "고칠 곳이 없습니다.\n"


def test_one_host_is_asked_one_at_a_time_with_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests = []
    monkeypatch.setattr(external_links.time, "sleep", rests.append)
    (tmp_path / "docs").mkdir()
    with web() as (home, seen):
        text = "\n\n".join(f"[글]({home}/fine?{n})" for n in range(3))
        (tmp_path / "docs/index.md").write_text(text, encoding="utf-8")
        patient = Manners(frozenset(), patience=5, pause=7)
        monkeypatch.setattr(external_links, "trouble", lambda *_: "")
        assert check(Project(tmp_path), patient) == []
    assert rests == [7, 7]
    assert seen == []


def test_every_page_of_the_site_is_read() -> None:
    found = set(addresses(Project(ROOT)))
    pages = {file for (file, _), _ in found}
    topics = [x for x in (ROOT / "docs").glob("week*/*.md") if "http" in x.read_text()]
    assert topics
    assert {page.relative_to(ROOT).as_posix() for page in topics} <= pages
    assert all(urlsplit(address).hostname for _, address in found)
    assert list(external("내용 `https://a.example/`")) == []


def test_blocked_hosts_are_names_with_reasons() -> None:
    listed = blocked_hosts()
    assert listed
    for name, why in listed.items():
        assert urlsplit(f"https://{name}/").hostname == name
        assert why.endswith(".")
