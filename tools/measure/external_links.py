"""쪽과 용어집에 적은 바깥 주소가 모두 살아 있는지 묻는 명령."""

import argparse
import re
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.check.links import html_tags
from tools.check.report import plain
from tools.finding import Finding
from tools.measure.visit import Manners, asked, host, trouble
from tools.page.links import links
from tools.page.markdown import line_at, prose
from tools.page.project import Project

EXAMPLE = "예: python -m tools links"
BLOCKED = Path(__file__).with_name("blocked_hosts.toml")
AT_ONCE = 4
AUTOLINK = re.compile(r"<(?P<target>https?://[^\s<>]+)>", re.I)
EXTERNAL = re.compile(r"https?://", re.I)
Place = tuple[str, int]


def arguments(_parser: argparse.ArgumentParser) -> None:
    """따로 고를 것이 없다."""


def run(options: argparse.Namespace) -> int:
    """열리지 않는 주소를 모두 알리고, 있으면 1을 돌려준다."""
    findings = check(Project(options.root), Manners(frozenset(blocked_hosts())))
    print(plain(findings), end="")
    return int(bool(findings))


def blocked_hosts(file: Path = BLOCKED) -> dict[str, str]:
    """프로그램의 물음을 막는 호스트에서 그 까닭으로."""
    listed = tomllib.loads(file.read_text(encoding="utf-8"))
    return {one["name"]: one["why"] for one in listed["host"]}


def check(project: Project, manners: Manners) -> list[Finding]:
    """바깥 주소를 한 번씩 묻고, 열리지 않는 것을 적힌 자리마다 알린다.

    Args:
        project: 저장소.
        manners: 묻는 예절.

    Returns:
        파일과 줄의 차례로 적은 고칠 곳.
    """
    places: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    found: list[Finding] = []
    for place, address in sorted(set(addresses(project))):
        try:
            places[asked(address)].append((place, address))
        except ValueError:
            found.append(dead(place, address, "읽을 수 없는 꼴입니다"))
    for target, why in troubles(list(places), manners):
        found += [dead(place, address, why) for place, address in places[target]]
    return sorted(found)


def dead(place: Place, address: str, why: str) -> Finding:
    """열리지 않는 주소 하나."""
    return Finding(
        *place,
        f"바깥 주소 '{address}'이(가) 열리지 않습니다. {why}.",
        "브라우저로 열어 보고, 옮긴 주소로 고치거나 링크를 지우세요. 브라우저에서는 "
        f"열리면 그 호스트와 까닭을 'tools/measure/{BLOCKED.name}'에 더하세요.",
    )


def addresses(project: Project) -> Iterator[tuple[Place, str]]:
    """쪽과 용어집에 적은 바깥 주소를 (자리, 주소)로 모두 찾는다."""
    for page in project.pages:
        for line, address in external(project.read(page)):
            yield (project.name(page), line), address
    for entry in project.glossary[0]:
        for column, text in (("definition", entry.definition), ("usage", entry.usage)):
            for _, address in external(text):
                yield ("docs/glossary.yml", entry.lines[column]), address


def external(text: str) -> Iterator[tuple[int, str]]:
    """마크다운에 든 바깥 주소를 (줄, 주소)로 찾는다. 코드 속의 것은 읽지 않는다."""
    shown = prose(text)
    for link in links(shown):
        if EXTERNAL.match(link.target):
            yield line_at(shown, link.start), link.target
    for match in AUTOLINK.finditer(shown):
        yield line_at(shown, match.start()), match["target"]
    for line, _, attributes in html_tags(shown):
        target = attributes.get("href") or attributes.get("src") or ""
        if EXTERNAL.match(target):
            yield line, target


def troubles(targets: Sequence[str], manners: Manners) -> Iterator[tuple[str, str]]:
    """열리지 않는 주소와 그 까닭. 한 호스트에는 한 번에 하나씩만 묻는다."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for target in targets:
        hosts[host(target)].append(target)

    def visit(group: list[str]) -> list[tuple[str, str]]:
        told = []
        for number, target in enumerate(group):
            if number and host(target) not in manners.blocked:
                time.sleep(manners.pause)
            told.append((target, trouble(target, manners)))
        return told

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for told in pool.map(visit, hosts.values()):
            yield from ((target, why) for target, why in told if why)
