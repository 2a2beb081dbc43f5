"""새 주차나 쪽의 뼈대를 만드는 명령. 만든 그대로 모든 검사를 통과한다."""

import argparse

from tools.week.make import Refused, add_page

EXAMPLE = '예: python -m tools new 13 attention "어텐션은 무엇을 보는가?"'


def arguments(parser: argparse.ArgumentParser) -> None:
    """만들 쪽의 인자를 더한다."""
    parser.add_argument("week", type=int, help="몇 주차인지. 없는 주차면 새로 만든다")
    parser.add_argument("topic", help="주소가 될 영문 이름. 예: multi-label")
    parser.add_argument("question", help="쪽의 제목이 될 물음. 따옴표로 감싼다")
    parser.add_argument(
        "--label",
        default="",
        help="차례와 첫 화면에 적을 짧은 이름. 안 적으면 물음을 줄인다",
    )


def run(options: argparse.Namespace) -> int:
    """만든 파일을 알리고, 만들 수 없으면 까닭을 말하고 1을 돌려준다."""
    try:
        made = add_page(
            options.root, options.week, options.topic, options.question, options.label
        )
    except Refused as reason:
        print(reason)
        return 1
    print("다음 파일을 만들거나 고쳤습니다.")
    print("\n".join(f"  {name}" for name in made))
    print("쪽과 첫 화면을 열어 '여기에'로 시작하는 글부터 바꾸세요.")
    print("차례의 짧은 이름은 mkdocs.yml의 nav에서 고칩니다.")
    return 0
