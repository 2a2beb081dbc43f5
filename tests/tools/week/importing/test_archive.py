"""내보낸 것을 읽는 것과, 읽을 수 없는 것을 거절하는 말을 확인한다."""

import io
import unicodedata
import zipfile
from pathlib import Path

import pytest

from tests.tools.week.importing.notes import (
    HASH,
    PICTURE,
    hangul_file,
    notion_zip,
    obsidian_folder,
)
from tools.week.importing import archive
from tools.week.importing.archive import read
from tools.week.importing.naming import clean_name, title_of
from tools.week.make import Refused


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def test_notion_zip_in_a_zip_is_read(tmp_path: Path) -> None:
    export = read(notion_zip(tmp_path))
    ((name, text),) = export.notes
    assert name == "13주차 노트.md"
    assert text.startswith("# 13주차 정리노트")
    assert list(export.images) == [f"13주차 노트/{PICTURE}"]


def test_parts_of_one_export_are_joined(tmp_path: Path) -> None:
    parts = {}
    for number in (1, 2):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as made:
            made.writestr(f"노트 {number} {HASH}.md", f"# 노트 {number}\n")
        parts[f"Export-Part-{number}.zip"] = inner.getvalue()
    export = read(zipped(tmp_path / "a.zip", **parts))
    assert [name for name, _ in export.notes] == ["노트 1.md", "노트 2.md"]


def test_folder_is_read_without_its_settings(tmp_path: Path) -> None:
    export = read(obsidian_folder(tmp_path))
    assert [name for name, _ in export.notes] == ["정규화 정리.md"]
    assert export.left == []


def test_file_of_a_table_is_left_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "노트.md").write_text("# 가\n", encoding="utf-8")
    (tmp_path / "목록.csv").write_text("가,나\n", encoding="utf-8")
    ((name, why),) = read(tmp_path).left
    assert name == "목록.csv"
    assert "노트에 표로" in why


def test_file_in_the_old_encoding_is_read(tmp_path: Path) -> None:
    ((name, text),) = read(hangul_file(tmp_path)).notes
    assert name == "실험 기록.md"
    assert text.startswith("실험 기록\n========\n")
    assert "\r" not in text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
def test_every_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("# 합성곱\r\n\r\n글이다.\r\n".encode(encoding))
    assert read(path).notes == [("a.md", "# 합성곱\n\n글이다.\n")]


def test_only_the_pictures_a_file_names_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("글 ![그림](images/b.png)", encoding="utf-8")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "b.png").write_bytes(b"png")
    with (tmp_path / "big.png").open("wb") as file:
        file.truncate(50 * 2**20)
    assert read(tmp_path / "a.md").images == {"images/b.png": b"png"}


def test_korean_names_of_a_windows_zip_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    name = "노트.md"
    with zipfile.ZipFile(path, "w") as made:
        row = zipfile.ZipInfo("xxxx.md")
        made.writestr(row, "글이다.")
    raw = path.read_bytes().replace(b"xxxx.md", name.encode("cp949"))
    path.write_bytes(raw)
    assert [x for x, _ in read(path).notes] == [name]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (f"노트 {HASH}.md", "노트.md"),
        (f"a {HASH}/b {HASH}.png", "a/b.png"),
        ("%EB%85%B8%ED%8A%B8.md", "노트.md"),
        (unicodedata.normalize("NFD", "노트.md"), "노트.md"),
    ],
)
def test_names_are_cleaned(name: str, wanted: str) -> None:
    assert clean_name(name) == wanted


def test_title_comes_from_the_name() -> None:
    assert title_of("a/정규화_정리.md") == "정규화 정리"


def refused(path: Path) -> str:
    with pytest.raises(Refused) as told:
        read(path)
    message = str(told.value)
    assert message.endswith(("세요.", "없습니다."))
    return message


def test_missing_file_is_told(tmp_path: Path) -> None:
    assert "이(가) 없습니다." in refused(tmp_path / "없다.zip")


def test_broken_zip_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", **{"a.md": b"x" * 4000})
    path.write_bytes(path.read_bytes()[:-40])
    assert "깨졌습니다" in refused(path)


def test_file_that_is_no_zip_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_text("글", encoding="utf-8")
    assert "깨졌습니다" in refused(path)


def test_damaged_member_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("a.md", b"x" * 4000)
    content = bytearray(path.read_bytes())
    content[2000] ^= 0xFF
    path.write_bytes(content)
    assert "깨졌습니다" in refused(path)


def test_bomb_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.zip", **{"a.md": b"0" * 2**20, "b.md": b"0" * 2**20})
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 2**20)
    monkeypatch.setattr(zipfile.ZipFile, "read", None)  # 풀면 멈춘다
    assert "압축을 풀면 너무 큽니다" in refused(path)


def test_bomb_of_many_levels_is_refused(tmp_path: Path) -> None:
    content = b"x"
    name = "a.md"
    for depth in range(5):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            made.writestr(name, content)
        content, name = buffer.getvalue(), f"{depth}.zip"
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    assert "너무 깊이 겹쳐" in refused(path)


@pytest.mark.parametrize(
    "name", ["../a.md", "a/../../b.md", "/etc/a.md", "C:\\a.md", "..\\a.md"]
)
def test_name_that_leaves_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    assert "폴더 밖" in refused(zipped(tmp_path / "a.zip", **{name: b"x"}))


def test_locked_zip_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", **{"a.md": b"x"})
    content = bytearray(path.read_bytes())
    for start, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(start) + place] |= 1
    path.write_bytes(content)
    assert "암호 없이" in refused(path)


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_picture_of_fifty_megabytes_is_told(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "note"
    folder.mkdir()
    (folder / "a.md").write_text("글이다.", encoding="utf-8")
    with (folder / "b.png").open("wb") as file:
        file.truncate(50 * 2**20)
    path = folder
    if kind == "zip":
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for name in ("a.md", "b.png"):
                made.write(folder / name, name)
    assert "50MB라서 너무 큽니다" in refused(path)


def test_empty_note_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(" \n\n", encoding="utf-8")
    assert "노트가 비었습니다" in refused(tmp_path / "a.md")


def test_export_as_html_is_told(tmp_path: Path) -> None:
    assert "Markdown & CSV" in refused(zipped(tmp_path / "a.zip", **{"a.html": b"<p>"}))


def test_damaged_data_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", **{"a.md": "글이다. ".encode() * 400})
    content = bytearray(path.read_bytes())
    content[45:60] = bytes(15)  # 압축한 것의 앞
    path.write_bytes(content)
    assert "'a.zip'이(가) 깨졌습니다" in refused(path)


def test_link_in_a_zip_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("a.md", "글이다.")
        row = zipfile.ZipInfo("b.md")
        row.external_attr = 0o120777 << 16
        made.writestr(row, "/etc/hostname")
    assert [name for name, _ in read(path).notes] == ["a.md"]


def test_name_of_a_file_is_shown_without_a_student_number() -> None:
    assert archive.shown("폴더/그림 2.png") == "그림 2.png"
    assert "홍길동" not in archive.shown(f"홍길동_{20991234}.png")
