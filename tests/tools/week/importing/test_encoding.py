"""바이트를 어림으로 읽지 않는 것을 확인한다."""

import pytest

from tools.week.importing.encoding import MAGIC, decoded
from tools.week.make import Refused


def refused(content: bytes) -> str:
    with pytest.raises(Refused) as told:
        decoded("폴더/노트.md", content)
    message = str(told.value)
    assert message.startswith("'노트.md'")
    return message


def test_one_bad_byte_is_told_with_its_line() -> None:
    assert "3번째 줄" in refused("# 손실\n\n글\n".encode()[:-1] + b"\xff\n")


def test_bytes_that_are_neither_are_told() -> None:
    assert "2번째 줄" in refused("글\n".encode("cp949") + b"\xff\xff\xff")


@pytest.mark.parametrize("mark", MAGIC)
def test_file_with_another_name_is_told(mark: bytes) -> None:
    assert "이(가)" not in refused(mark + b"\x00\x01")
    assert "세요." in refused(mark + b"\x00\x01")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_text_is_read(encoding: str) -> None:
    assert decoded("a.md", "가\r\n나\r다".encode(encoding)) == "가\n나\n다"
