"""알림 상자를 읽는지 확인한다."""

from tools.page.admonitions import admonitions, is_note


def test_admonitions() -> None:
    text = '!!! abstract "한 줄 답"\n\n    글\n\n??? question "문제"\n\n    답\n'
    first, second = admonitions(text)
    assert (first.line, first.kind, first.title, first.folded) == (
        1, "abstract", "한 줄 답", False,
    )  # fmt: skip
    assert (second.line, second.kind, second.folded) == (5, "question", True)
    assert is_note(text)
    assert not is_note(f"```text\n{text}```\n")
