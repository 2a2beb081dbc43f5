"""일의 결과를 이슈로 알린다. 깨지면 열고, 열려 있으면 고쳐 쓰고, 나으면 닫는다.

같은 까닭으로 주마다 알림이 가지 않게, 이미 열린 이슈에는 댓글을 달지 않는다.
"""

import json
import subprocess
import sys


def commands(
    result: str, title: str, about: str, run: str, issues: list[dict]
) -> list[list[str]]:
    """부를 `gh issue`의 인자.

    Args:
        result: GitHub가 적은 일의 결과. `success`가 아니면 깨진 것이다.
        title: 이슈의 제목. 이것으로 같은 이슈를 알아본다.
        about: 실행 기록을 보기 전에 알아 둘 것.
        run: 실행 기록의 주소.
        issues: 워크플로가 열어 둔 이슈의 번호와 제목.
    """
    opened = [str(x["number"]) for x in issues if x["title"] == title]
    if result == "success":
        text = f"다시 돼요. [실행 기록]({run})"
        return [["close", number, "--comment", text] for number in opened]
    body = (
        f"무엇이 깨졌는지는 [실행 기록]({run})에 있어요. {about} "
        "나으면 이 이슈는 저절로 닫혀요."
    )
    if opened:
        return [["edit", number, "--body", body] for number in opened]
    return [["create", "--title", title, "--body", body]]


def gh(*arguments: str) -> str:
    """`gh issue`를 부른다."""
    command = ["gh", "issue", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main() -> None:
    """열린 이슈를 읽고, 할 일을 한다."""
    fields = ["--state", "open", "--limit", "100", "--json", "number,title"]
    issues = json.loads(gh("list", "--app", "github-actions", *fields))
    for command in commands(*sys.argv[1:], issues):
        gh(*command)


if __name__ == "__main__":
    main()
