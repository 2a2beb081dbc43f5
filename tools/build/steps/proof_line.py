"""코드 상자 아래에 다는, 시험의 기록 한 줄."""

from datetime import datetime
from html import escape

from tools.data.history import korean
from tools.proof.verified import BACKENDS, Records, Run


def proof_line(records: Records, snippet: str, source: str, test: str | None) -> str:
    """코드 상자 아래에 달 한 줄.

    Args:
        records: 시험이 남긴 기록.
        snippet: 코드의 자리.
        source: 코드의 자리를 적은 HTML. 저장소를 알면 링크다.
        test: 시험으로 가는 주소. 저장소를 모르면 None이고 링크로 적지 않는다.
    """
    held, changed = records.of(snippet)
    link = f'<a class="code-test" href="{escape(test)}">{{}}</a>' if test else "{}"
    if not held:
        why = "코드가 바뀐 뒤 아직" if changed else "아직"
        return (
            f'<div class="proof" data-search-exclude>{source} '
            f"<span>{why} 시험하지 않음</span> {link.format('시험')}</div>"
        )
    runs = held if any("keras" in run.packages for run in held.values()) else {}
    latest = max(held.values(), key=lambda run: run.date)
    count = min(run.passed for run in held.values())
    where = " · ".join(BACKENDS[backend] for backend in runs) or "케라스 없이"
    missing = [name for key, name in BACKENDS.items() if runs and key not in runs]
    notes = [versions(run, BACKENDS[backend]) for backend, run in runs.items()]
    notes = notes or [versions(latest)]
    notes += [f"{name}에서는 지금의 코드를 아직 시험하지 않음" for name in missing]
    return (
        f'<div class="proof" data-search-exclude>{source} '
        '<span class="proof-mark">검증됨</span> '
        f"{link.format(f'시험 {count}개 통과')} <span>{where}</span> "
        f'<time datetime="{latest.date}">{short(latest.date)}</time> '
        f"<details><summary>버전</summary><ul>"
        + "".join(f"<li>{escape(note)}</li>" for note in notes)
        + "</ul></details></div>"
    )


def versions(run: Run, backend: str = "") -> str:
    """돌린 날과 파이썬, 코드가 불러온 패키지의 판."""
    packages = ", ".join(f"{name} {version}" for name, version in run.packages.items())
    head = f"{backend}, " if backend else ""
    listed = f", {packages}" if packages else ""
    day = korean(datetime.fromisoformat(run.date))
    return f"{head}{day}, 파이썬 {run.python}{listed}"


def short(date: str) -> str:
    """2026. 11. 25.처럼 적는다."""
    return "".join(f"{part}. " for part in map(int, date.split("-"))).strip()
