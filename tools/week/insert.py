"""이미 있는 파일에 몇 줄만 끼운다. 적혀 있던 것과 주석은 그대로 둔다."""

import json
import re

WEEK_PATH = re.compile(r"\bweek(?P<week>\d+)/")


def quoted(text: str) -> str:
    """YAML에 안전하게 적는다."""
    return json.dumps(text, ensure_ascii=False)


def add_week_to_nav(config: str, week: int) -> str:
    """차례의 마지막 주차 아래에 새 주차를 끼운다."""
    lines = config.split("\n")
    start = lines.index("nav:")
    last = max(n for n in range(start, len(lines)) if WEEK_PATH.search(lines[n]))
    lines[last + 1 : last + 1] = [
        f"  - {week}주차:",
        f"      - week{week}/index.md",
        f"      - {week}주차 코드 설명서: week{week}/reference.md",
    ]
    return "\n".join(lines)


def add_page_to_nav(config: str, week: int, title: str, topic: str) -> str:
    """그 주차의 코드 설명서 바로 위에 새 쪽을 끼운다."""
    lines = config.split("\n")
    at = next(n for n, line in enumerate(lines) if f"week{week}/reference.md" in line)
    indent = re.match(r" *", lines[at])[0]
    lines.insert(at, f"{indent}- {quoted(title)}: week{week}/{topic}.md")
    return "\n".join(lines)


def add_week_to_home(home: str, entry: str) -> str:
    """첫 화면에서 새 주차를 앞선 주차보다 먼저 보인다."""
    lines = home.split("\n")
    first = next(n for n, x in enumerate(lines) if re.match(r"## \[.*\(week\d+/", x))
    return "\n".join([*lines[:first], *entry.split("\n"), *lines[first:]])
