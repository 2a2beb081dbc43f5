"""사이트에 놓으면 안 되는 파일만 찾는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.uploads import calls, find
from tools.page.project import Project


def told(root: Path, name: str, content: bytes = b"a") -> list[str]:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return [f"{x.problem} {x.mend}" for x in find(Project(root))]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("docs/week1/a.markdown", "'a.md'로 바꾸고"),
        ("docs/week1/a.MD", "'a.md'로 바꾸고"),
        ("docs/a.mkdn", "'a.md'로 바꾸고"),
        ("docs/a.mdown", "'a.md'로 바꾸고"),
        ("docs/a.mkd", "'a.md'로 바꾸고"),
        ("docs/week1/a.html", "코드를 돌립니다"),
        ("docs/week1/a.js", "코드를 돌립니다"),
        ("docs/week1/과제.hwp", "쪽으로"),
        ("docs/week1/a.docx", "쪽으로"),
        ("docs/week1/a.ipynb", "쪽으로"),
        ("docs/week1/IMG_1.HEIC", "보이지 않습니다"),
        ("docs/week1/.DS_Store", "남긴 파일"),
        ("docs/week1/Thumbs.db", "남긴 파일"),
    ],
)
def test_file_that_is_no_page_is_told(name: str, word: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, name)
    assert word in problem


@pytest.mark.parametrize(
    "name",
    [
        *("docs/week1/a.md", "docs/week1/a.png", "docs/week1/a.JPG", "docs/a.yml"),
        *("docs/assets/a.js", "docs/templates/a.html", "docs/LICENSE", "docs/a.csv"),
        *("README.markdown", "snippets/a.html", "docs/week1/a.pdf"),
    ],
)
def test_other_file_is_no_fault(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, name) == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>a()</script>", "<script>"),
        ("<style>body{opacity: 0}</style>", "<style>"),
        ("<style>.a{position: fixed}</style>", "<style>"),
        ("<svg:script>a()</svg:script>", "<svg:script>"),
        ('<path d="M0 0" onload="a()"/>', "'onload' 속성"),
        ("<foreignObject><p>글</p></foreignObject>", "<foreignobject>"),
        ('<image href="https://a.org/b.png"/>', "밖의 주소"),
        ('<use xlink:href="other.svg#a"/>', "밖의 주소"),
        ('<a href="javascript:a()"><path/></a>', "밖의 주소"),
        ("<style>@import 'https://a.org/a.css';</style>", "'@import'"),
        ("<style>rect { fill: url(https://a.org/b.svg) }</style>", "'url('"),
    ],
)
def test_picture_that_calls_out_is_told(inside: str, what: str) -> None:
    found = calls(
        f'<svg xmlns="http://www.w3.org/2000/svg">\n{inside}\n</svg>'.encode()
    )
    assert {line for line, _ in found} == {2}
    assert any(what in name for _, name in found)


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a"/>',
        '<g style="clip-path: url(#a)"/><image href="data:image/png;base64,AA"/>',
        "<style>*{stroke-linejoin: round}</style><title>한 그림</title>",
    ],
)
def test_plain_picture_is_no_fault(inside: str) -> None:
    assert calls(f"<svg>\n{inside}\n</svg>".encode()) == []


def test_shortcut_to_another_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "outside").mkdir()
    for name in ("outside", "missing"):
        (tmp_path / "docs" / name).symlink_to(tmp_path / name)
    found = sorted(x.file for x in find(Project(tmp_path)))
    assert found == ["docs/missing", "docs/outside"]
