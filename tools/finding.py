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
