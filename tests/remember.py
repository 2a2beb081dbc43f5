"""통과한 검사를 재료가 같으면 다시 하지 않게 하는 준비."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.paths import CACHE, ROOT
from tools.proof.kept import Kept, digest_files, digest_folder
from tools.proof.plan import KEPT


class Remembered:
    """문제를 찾지 못한 검사만 기억한다."""

    def __init__(
        self, kept: Kept, item: pytest.Item, record: Callable[[str, str], None]
    ) -> None:
        """검사의 이름과 검사하는 코드를 시험에서 읽는다.

        Args:
            kept: 통과한 검사를 담는 곳.
            item: 지금 도는 시험.
            record: 담아 둔 것으로 답했음을 보고에 적는 함수.
        """
        self.kept = kept
        self.name = f"{item.path.relative_to(ROOT).as_posix()}::{item.name}"
        # 재는 방법이 바뀌어도 다시 잰다.
        near = [*(ROOT / "tests").glob("*.py"), *item.path.parent.glob("*.py")]
        helpers = {file for file in near if not file.name.startswith("test_")}
        self.code = [
            digest_files(ROOT, {item.path, *helpers}),
            digest_folder(ROOT / "tools"),
        ]
        self.record = record

    def problems(self, inputs: Any, find: Callable[[], list[str]]) -> list[str]:
        """찾은 문제. 같은 재료로 통과한 적이 있으면 찾지 않고 빈 목록을 준다.

        Args:
            inputs: 검사할 재료. JSON으로 적을 수 있는 것이다.
            find: 문제를 찾는 함수.
        """
        everything = [self.code, inputs]
        if day := self.kept.passed(self.name, everything):
            self.record(KEPT, day)
            return []
        found = find()
        if not found:
            self.kept.keep(self.name, everything)
        return found


@pytest.fixture
def remembered(
    request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> Remembered:
    """이 시험의 검사를 기억하는 것."""
    return Remembered(Kept(CACHE / "checks"), request.node, record_property)
