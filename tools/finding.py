"""고칠 곳 하나."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """어느 파일의 몇째 줄이 왜 틀렸고 어떻게 고치는지 담는다."""

    file: str
    line: int
    problem: str
    mend: str
    fixable: bool = False
    """`--fix`가 뜻을 바꾸지 않고 대신 고칠 수 있는지."""

    def __str__(self) -> str:
        """`파일:줄: 틀린 것. 고치는 법` 한 줄로 적는다."""
        return f"{self.file}:{self.line}: {self.problem} {self.mend}"


class Wrong(ValueError):  # noqa: N818 - 이름이 곧 까닭이다
    """고쳐야 할 곳이 있어 더 하지 않는다. 파일과 줄, 고치는 법을 적는다."""

    def __init__(self, finding: Finding) -> None:
        """처음 찾은 곳을 알린다."""
        super().__init__(str(finding))
