"""검사가 대신 고친 파일을 폴더에 모으고, 올리는 법을 실행 요약에 적는다.

남의 저장소에서 온 풀 리퀘스트에는 워크플로가 커밋을 더할 수 없다. 고친 것이 있으면
1로 끝나, 틀린 파일이 초록색으로 합쳐지지 않게 한다.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

GUIDE = """\
## 고친 파일을 올려 주세요

검사가 뜻과 무관한 것을 대신 고치거나 적었지만 저장소에 직접 올리지는 못해요.
이대로 합치면 틀린 파일이 `main`에 남아서 빨간색으로 두었어요.

{files}

1. 이 화면 아래의 **mended**를 내려받아 압축을 푸세요.
2. 고치던 저장소에서 고치던 가지를 고르고 **Add file** → **Upload files**를 누르세요.
3. 압축을 푼 폴더에 든 것을 모두 끌어다 놓고 **Commit changes**를 누르세요.

내 컴퓨터에서 고쳤다면 `python -m tools check --fix`를 돌리고 커밋해 올려도 돼요.
올리면 다시 검사해요.
"""


def changed(root: Path) -> list[str]:
    """커밋과 달라진 파일의 이름."""
    command = ["git", "status", "--porcelain", "-z", "--no-renames", "-uall"]
    result = subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE)
    rows = result.stdout.decode("utf-8", "surrogateescape").split("\0")
    return [row[3:] for row in rows if row]


def hand_over(root: Path, folder: Path) -> str:
    """고친 파일을 폴더에 같은 자리로 옮기고, 할 일을 적은 글을 돌려준다.

    Args:
        root: 저장소의 맨 위.
        folder: 고친 파일을 모을 폴더.

    Returns:
        실행 요약에 실을 마크다운. 고친 것이 없으면 빈 글이다.
    """
    rows = []
    for name in changed(root):
        if (root / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, folder / name)
            rows.append(f"- `{name}`")
        else:
            rows.append(f"- `{name}` (이름이 바뀌었으니 이 파일은 지우세요)")
    return GUIDE.format(files="\n".join(rows)) if rows else ""


def main() -> None:
    """고친 것이 있으면 건네고 1로 끝난다."""
    text = hand_over(Path(), Path(sys.argv[1]))
    with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as file:
        file.write(text)
    if text:
        sys.exit("고친 파일을 올려야 합니다. 올리는 법은 실행의 Summary에 있습니다.")


if __name__ == "__main__":
    main()
