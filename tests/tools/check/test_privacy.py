"""저장소의 글에 개인 정보가 없는지 확인한다."""

import pytest

from tests.paths import ROOT
from tools.check.privacy import find, kinds
from tools.page.project import Project


def test_no_file_holds_personal_data() -> None:
    project = Project(ROOT)
    assert len(project.text_files) > 30
    assert [str(finding) for finding in find(project)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2099123456 홍길동", ["학번"]),
        ("20991234홍길동", ["학번"]),
        ("연락처 010-0000-0000", ["전화번호"]),
        ("someone@snu.ac.kr", ["전자우편"]),
        ("문의: hong.gd+note@gmail.com입니다", ["전자우편"]),
        ("[20991234] 홍길동", ["학번"]),
        ("30991234 홍길동", ["학번"]),
        ("30991234 홍길동이 썼다", ["학번"]),
        ("홍길동(20991234)", ["학번"]),
        ("학번 2099-12345", ["학번"]),
        ("| 학번 | 20991234 |", ["학번"]),
        ("20201215 김철수", ["학번"]),
        ("+82 10-0000-0000", ["전화번호"]),
        ("010.0000.0000", ["전화번호"]),
        ("연구실 02-000-0000", ["전화번호"]),
        ("990101-1234567", ["주민등록번호"]),
        ("국민은행 000000-00-000000", ["계좌번호"]),
        ("카카오톡 아이디: hong_gd", ["메신저 아이디"]),
        (r"C:\Users\홍길동\notes\a.png", ["사용자 이름이 든 폴더"]),
        ("/Users/gildong/notes/", ["사용자 이름이 든 폴더"]),
        ("작성자: 홍길동", ["글쓴이의 이름"]),
        ("- **이름**: 홍길동", ["글쓴이의 이름"]),
        ("2026년 11월 24일", []),
        ("파라미터 422,500개", []),
        ("arXiv:1807.02811의 3절", []),
        ("20240315 수업", []),
        ("20240315 정규화", []),
        ("실험 20261127_143022를 다시 돌렸다", []),
        ("`q@k.transpose(-2,-1)`", []),
        ("git@github.com:a/b.git", []),
        ("보기 주소 someone@example.com", []),
        ("doi:10.1038/s41586-021-03819-2", []),
        ("1-800-000-0000", []),
        ("파일은 C:\\Users\\user\\notes에 둔다", []),
        ("| 이름 | 홍길동 |", ["글쓴이의 이름"]),
        ("작성자: 홍길동 (3학년)", ["글쓴이의 이름"]),
        ("| 이름 | 하는 일 |", []),
        ("| 이름 | 전처리 |", []),
        ("| 이름 | 이미지 | 값 |", []),
        ("이름: 한 낱말로 적는다", []),
        ("이름: 값 꼴로 적는다", []),
        ("ISBN 978-89-01-00000-0", []),
    ],
)
def test_patterns_catch_what_they_name(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
