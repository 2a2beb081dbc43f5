"""시험의 자리가 코드의 자리를 그대로 비추는지 확인한다."""

from tests.paths import SNIPPETS, TESTS, relative, snippet_files


def test_every_snippet_has_its_test() -> None:
    missing = []
    for snippet in snippet_files():
        folder = TESTS / snippet.relative_to(SNIPPETS).parent
        test = folder / f"test_{snippet.name}"
        if not test.exists():
            missing.append(f"{relative(snippet)} → {relative(test)}")
    assert not missing, "시험이 없는 코드입니다. 시험을 만드세요:\n" + "\n".join(
        missing
    )


def test_every_snippet_test_has_its_snippet() -> None:
    orphans = []
    for test in TESTS.glob("week*/*/test_*.py"):
        snippet = SNIPPETS / test.relative_to(TESTS).parent / test.name[len("test_") :]
        if not snippet.exists():
            orphans.append(relative(test))
    assert not orphans, f"코드가 없는 시험입니다. 옮기거나 지우세요: {orphans}"
