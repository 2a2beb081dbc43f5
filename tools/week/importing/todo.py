"""사람이 정할 것의 목록을 적는다."""

from collections.abc import Iterable

from tools.week.importing.pages import Todo

GROUPS = {
    "쪽": "쪽에 채울 것",
    "옮기며 본 것": "옮기며 본 것",
    "코드": "코드",
    "수식": "수식",
    "말": "검사가 나무랄 말",
    "오탈자": "오탈자로 보이는 것",
    "용어": "용어집에 더할 말",
    "근거": "근거가 있어야 할 문장",
    "검색": "검색에서 찾을 말",
    "개념": "개념 지도",
}
SAFE = str.maketrans({"*": "∗", "<": "‹", "`": "'"})
HEAD = """\
# {week}주차에서 사람이 정할 것

마친 일은 `- [x]`로 바꾸세요. 모두 마치면 쪽의 「아직 다듬는 중」 상자를 지우세요.
이 목록에 남은 일이 있는 동안에는, 검사가 쓴 사람의 말을 나무라지 않아요.
"""


def written(week: int, todos: Iterable[Todo]) -> str:
    """파일로 적은 목록. 갈래마다 파일과 줄의 차례다."""
    grouped: dict[str, list[Todo]] = {}
    for todo in todos:
        grouped.setdefault(todo.group, []).append(todo)
    parts = [HEAD.format(week=week).rstrip()]
    for group, title in GROUPS.items():
        rows = sorted(grouped.get(group, []), key=lambda x: (x.file, x.line))
        if rows:
            parts.append(f"## {title}")
            parts.append("\n".join(f"- [ ] {line_of(x)}" for x in rows))
    return "\n\n".join(parts) + "\n"


def line_of(todo: Todo) -> str:
    """`파일:줄: 할 일` 한 줄."""
    return f"`{todo.file}:{todo.line}` {safe(todo.what)}"


def safe(text: str) -> str:
    """목록에서 표시로 읽힐 글자를 막는다."""
    return " ".join(text.split()).translate(SAFE)
