"""원문 노트에 고친 곳을 적용해 문장으로 나눈다."""

import re
import tomllib
from pathlib import Path

from tools.page.text import squeeze

SENTENCE_END = re.compile(r"(?<=다\.)\s+")
ITEM = re.compile(r"^(?:\d+\.|-)\s+")
BOLD_LEAD = re.compile(r"^\*\*(?P<lead>[^*]+)\*\*(?::\s*|$)")
PLAIN_LEAD = re.compile(r"^(?P<lead>[^:.]+\([^)]*\)):\s+")


def week_folders(tests: Path) -> list[Path]:
    """원문을 갖춘 주차의 폴더를 모두 찾는다."""
    return sorted(path.parent for path in tests.glob("week*/source/note.md"))


def mended_note(folder: Path) -> str:
    """고친 곳을 차례로 적용한다.

    Raises:
        ValueError: 원문에 없는 것을 고치라고 적혀 있을 때.
    """
    text = (folder / "note.md").read_text(encoding="utf-8")
    mends = tomllib.loads((folder / "mends.toml").read_text(encoding="utf-8"))["mend"]
    for mend in mends:
        if mend["before"] not in text:
            raise ValueError(f"{folder}/mends.toml: 원문에 없습니다: {mend['before']}")
        text = text.replace(mend["before"], mend["after"])
    return text


def sentences(note: str) -> list[str]:
    """제목, 굵은 앞머리, 문장을 하나씩 떼어 낸다."""
    found = []
    for raw in note.splitlines():
        line = raw.strip()
        if not line or line == "---":
            continue
        if line.startswith("#"):
            found.append(line.lstrip("# "))
            continue
        line = ITEM.sub("", line)
        if lead := BOLD_LEAD.match(line) or PLAIN_LEAD.match(line):
            found.append(lead["lead"])
            line = line[lead.end() :]
        found += SENTENCE_END.split(line.replace("**", ""))
    return [squeeze(sentence) for sentence in found if sentence.strip()]
