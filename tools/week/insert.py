"""이미 있는 파일에 몇 줄만 끼운다. 적혀 있던 것과 주석은 그대로 둔다."""

import json
import re

WEEK_PATH = re.compile(r"\bweek(?P<week>\d+)/")
HOME_WEEK = re.compile(r"## \[[^\]]*\]\(week(?P<week>\d+)/")


def quoted(text: str) -> str:
    """YAML에 안전하게 적는다."""
    return json.dumps(text, ensure_ascii=False)


def add_week_to_nav(config: str, week: int) -> str:
    """차례에서 앞선 주차의 아래에 새 주차를 끼운다. 주차의 차례는 수를 따른다.

    주차가 아직 없으면 첫 쪽의 바로 아래다.
    """
    lines = config.split("\n")
    start = lines.index("nav:")
    weeks = [
        (int(match["week"]), at)
        for at in range(start, len(lines))
        if (match := WEEK_PATH.search(lines[at]))
    ]
    earlier = [(number, at) for number, at in weeks if number < week]
    if earlier:
        at = max(earlier)[1] + 1
    else:
        at = label_of(lines, min(weeks)[1]) if weeks else end_of_first(lines, start)
    lines[at:at] = [
        f"  - {week}주차:",
        f"      - week{week}/index.md",
        f"      - {week}주차 코드:",
        f"          - {week}주차 코드 설명서: week{week}/reference.md",
    ]
    return "\n".join(lines)


def end_of_first(lines: list[str], start: int) -> int:
    """차례의 첫 항목이 끝나는 줄."""
    later = range(start + 2, len(lines))
    return next((n for n in later if not lines[n].startswith("   ")), len(lines))


def label_of(lines: list[str], at: int) -> int:
    """차례의 줄이 속한 묶음의 이름(`- 12주차:`)이 적힌 줄."""
    indent = re.match(r" *", lines[at])[0]
    return next(n for n in range(at, 0, -1) if not lines[n].startswith(indent))


def add_page_to_nav(config: str, week: int, title: str, topic: str) -> str:
    """그 주차의 코드 설명서 바로 위에 새 쪽을, 코드 설명서의 끝에 그 설명을 끼운다."""
    lines = config.split("\n")
    first = f"week{week}/index.md"
    at = next(n for n, line in enumerate(lines) if f"week{week}/reference.md" in line)
    top = next(
        (indent_of(line) for line in lines if first in line), indent_of(lines[at])
    )
    end = max(n for n, line in enumerate(lines) if f"week{week}/reference" in line) + 1
    code = quoted(f"{title} 코드")
    lines.insert(
        end, f"{indent_of(lines[at])}- {code}: week{week}/reference/{topic}.md"
    )
    if len(indent_of(lines[at])) > len(top):
        at = label_of(lines, at)
    lines.insert(at, f"{top}- {quoted(title)}: week{week}/{topic}.md")
    return "\n".join(lines)


def add_reference_to_nav(config: str, label: str, address: str) -> str:
    """차례에서 그 주차의 코드 설명서 끝에 설명 하나를 끼운다.

    Args:
        config: 사이트의 설정.
        label: 따옴표까지 적은 이름.
        address: 설명서의 자리. `week13/reference/optimizers.md`처럼 적는다.
    """
    lines = config.split("\n")
    group = address.partition("/reference/")[0] + "/reference"
    end = max(n for n, line in enumerate(lines) if group in line)
    lines.insert(end + 1, f"{indent_of(lines[end])}- {label}: {address}")
    return "\n".join(lines)


def indent_of(line: str) -> str:
    """줄의 앞에 있는 빈칸."""
    return re.match(r" *", line)[0]


def add_week_to_home(home: str, week: int, entry: str) -> str:
    """첫 화면에 새 주차를 끼운다. 수가 큰 주차가 먼저고, 주차가 없으면 글의 끝이다."""
    lines = home.split("\n")
    weeks = home_weeks(lines)
    later = [(number, at) for at, number in weeks.items() if number > week]
    if not weeks:
        return f"{home.rstrip()}\n\n{entry}"
    at = end_of_section(lines, min(later)[1]) if later else min(weeks)
    return "\n".join([*lines[:at], *entry.split("\n"), *lines[at:]])


def add_card_to_home(home: str, week: int, card: str) -> str:
    """첫 화면에서 그 주차의 마지막 카드 다음에 새 카드를 끼운다.

    카드를 담는 `<section>`이 없으면 그대로 둔다.
    """
    lines = home.split("\n")
    starts = [at for at, number in home_weeks(lines).items() if number == week]
    for start in starts:
        end = end_of_section(lines, start)
        closing = [at for at in range(start, end) if lines[at] == "</section>"]
        if closing:
            lines[closing[-1] : closing[-1]] = card.rstrip("\n").split("\n")
    return "\n".join(lines)


def home_weeks(lines: list[str]) -> dict[int, int]:
    """첫 화면에서 주차의 제목이 적힌 자리에서 그 주차로."""
    found = {at: HOME_WEEK.match(line) for at, line in enumerate(lines)}
    return {at: int(match["week"]) for at, match in found.items() if match}


def end_of_section(lines: list[str], start: int) -> int:
    """제목에서 시작한 절이 끝나는 자리. 다음 제목이나 글의 끝이다."""
    later = range(start + 1, len(lines))
    return next((at for at in later if lines[at].startswith("## ")), len(lines))
