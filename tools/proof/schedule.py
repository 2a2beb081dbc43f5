"""묶음을 두 프로세스에 나누는 일. pytest-xdist가 부른다."""

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

from tools.proof.plan import group


class Grouped(LoadScopeScheduling):
    """묶음을 적힌 차례대로, 먼저 한가해진 프로세스에 건넨다."""

    def _split_scope(self, nodeid: str) -> str:
        """시험의 묶음. xdist가 이 이름으로 부른다."""
        return group(Path(self.config.rootpath), nodeid)
