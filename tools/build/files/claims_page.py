"""주장과 근거를 모은 쪽을 마크다운으로 쓴다."""

from collections import Counter
from itertools import groupby
from urllib.parse import urlsplit

from tools.build.files.glossary_page import plain
from tools.build.site import Site
from tools.data.claims import Claim, Kind

NAME = "claims.md"
TITLES = {Kind.RUN: "실험", Kind.SOURCE: "출처", Kind.DERIVATION: "유도"}


def write(site: Site) -> str:
    """쪽의 마크다운을 만든다."""
    counted = Counter(claim.kind for claim in site.claims)
    counts = ", ".join(f"{TITLES[kind]} {counted[kind]}개" for kind in Kind)
    parts = [HEAD.format(count=len(site.claims), counts=counts)]
    for page, rows in groupby(site.claims, key=lambda claim: claim.page):
        source = site.sources[page]
        anchor = page.removesuffix(".md").replace("/", "-")
        parts.append(f"## {plain(source.label)} {{ #{anchor} }}")
        parts += [row(claim, site) for claim in rows]
    return "\n\n".join(parts) + "\n"


def row(claim: Claim, site: Site) -> str:
    """문장 하나와 그 근거를 쓴다. 문장의 자리는 쪽을 짓는 걸음이 잇는다."""
    link = f"[{plain(claim.sentence)}]({claim.page})\n{{ #{claim.id} .claim-sentence }}"
    shown = {Kind.RUN: run, Kind.SOURCE: source, Kind.DERIVATION: derivation}
    return f"{link}\n\n{shown[claim.kind](claim, site)}"


def run(claim: Claim, site: Site) -> str:
    """실험의 자리, 되풀이한 수, 얻은 차이, 지키는 시험."""
    code = linked(f"snippets/{claim.evidence}", site)
    tests = ", ".join(f"`{name}`" for name in claim.tests)
    test = f"{linked(claim.test_file, site)}의 {tests}"
    repeated = f"시드 {claim.seeds}개, 분할 {claim.splits}개"
    why = f" {plain(claim.why)}" if claim.why else ""
    return (
        f"**실험** {code}. {repeated}.{why}\n얻은 것은 {plain(claim.effect)}.\n"
        f"시험은 {test}.{again(claim, site)}"
    )


def again(claim: Claim, site: Site) -> str:
    """처음 보는 시드로 다시 돌린 결과. 다시 돌리지 않았으면 빈 글이다."""
    rerun = site.reruns.get(f"snippets/{claim.evidence}")
    if rerun is None or not rerun.held.keys() >= set(claim.tests):
        return ""
    held = min(rerun.held[name] for name in claim.tests)
    return f" 시드를 모두 바꾸어 {len(rerun.shifts)}번 다시 돌려 {held}번 통과했다."


def linked(file: str, site: Site) -> str:
    """저장소를 알면 파일로 가는 링크, 모르면 파일의 이름."""
    address = site.code(file)
    return f"[`{file}`]({address})" if address else f"`{file}`"


def source(claim: Claim, _site: Site) -> str:
    """출처의 주소와, 그 말이 있는 곳."""
    shown = urlsplit(claim.evidence)
    name = plain(f"{shown.netloc}{shown.path}".rstrip("/"))
    return f"**출처** [{name}]({claim.evidence}), {plain(claim.section)}."


def derivation(claim: Claim, _site: Site) -> str:
    """이끌어 낸 말."""
    return f"**유도** {plain(claim.evidence)}"


HEAD = """\
---
title: 주장과 근거
description: 노트에서 비교하거나 설명하거나 권하는 문장 {count}개의 근거를 모았습니다.
search:
  exclude: true
---

# 주장과 근거 {{ #claims }}

노트에서 비교하거나 순위를 매기거나 까닭을 말하거나 권하는 문장 {count}개와 그 근거예요.
{counts}예요.
실험은 시드와 데이터 분할을 바꾸어 가며 되풀이했어요. 열 번보다 적으면 까닭을 적었어요.
문장을 누르면 노트의 그 자리로, 노트에서 「근거」를 누르면 이 쪽으로 와요."""
