"""시험의 실패가 풀 리퀘스트의 알림이 되는지 확인한다."""

from tools.proof.annotations import annotation_lines


def test_only_what_names_a_place_in_korean_is_annotated() -> None:
    failure = (
        "snippets/week12/a.txt:3: 코드를 돌린 결과와 다릅니다. 새로 쓰세요.\n"
        "  적힌 것: 1\n"
        "E   AssertionError: docs/index.md:7: 고칠 곳입니다.\n"
        "tests/site/test_build.py:12: AssertionError\n"
    )
    lines = annotation_lines([failure, failure])
    assert len(lines) == 2
    assert lines[0].startswith("::error file=docs/index.md,line=7,")
    assert "file=snippets/week12/a.txt,line=3," in lines[1]
