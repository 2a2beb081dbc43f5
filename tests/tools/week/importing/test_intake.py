"""내보낸 것 전체에서 개인 정보를 빼고, 노트마다 제목을 다는 것을 확인한다."""

import zipfile
from pathlib import Path

import pytest

from tests.tools.week.importing.notes import picture
from tools.week.importing.intake import Answers, Asked, Intake, take
from tools.week.make import Refused


def zipped(folder: Path, files: dict[str, str | bytes]) -> Path:
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def taken(folder: Path, files: dict[str, str | bytes], **answers: object) -> Intake:
    return take(zipped(folder, files), Answers(**answers), {"이미지"})


def written(intake: Intake) -> str:
    return "\n\n".join(chunk.text for chunk in intake.chunks)


def test_name_of_one_note_is_dropped_from_every_note(tmp_path: Path) -> None:
    intake = taken(
        tmp_path,
        {
            "가.md": "---\nauthor: 홍길동\n---\n# 홍길동의 GAN\n\n글이다.",
            "나.md": "# 나\n\n홍길동이 ![홍길동 얼굴](홍길동.png) 했다.",
            "홍길동.png": picture(),
        },
    )
    assert "홍길동" not in written(intake)
    assert written(intake).startswith("# GAN\n\n글이다.")
    assert len(intake.images.made) == 1
    assert all("홍길동" not in str(one) for one in intake.dropped)
    assert "나.md 3번째 줄: 이름 홍**" in map(str, intake.dropped)


def test_properties_of_every_note_are_dropped(tmp_path: Path) -> None:
    intake = taken(
        tmp_path, {f"{x}.md": f"# {x}\n\n상태: 완료\n\n글이다." for x in "가나"}
    )
    assert "완료" not in written(intake)
    assert len(intake.dropped) == 2


def test_note_without_a_heading_keeps_its_name(tmp_path: Path) -> None:
    intake = taken(
        tmp_path,
        {
            "A 가.md": "글이다.",
            "B 나.md": "# 나\n\n글이다.",
            "C 다.md": "---\ntitle: 라\n---\n## 절\n\n글이다.",
        },
    )
    heads = [chunk.title for chunk in intake.chunks if chunk.level == 1]
    assert heads == ["A 가", "나", "라"]


def test_one_note_without_a_heading_is_left_as_it_is(tmp_path: Path) -> None:
    intake = taken(tmp_path, {"가.md": "글이다."})
    assert (written(intake), intake.name) == ("글이다.", "가")


def test_question_tells_the_note_and_its_line(tmp_path: Path) -> None:
    files = {"가.md": "# 가\n\n글이다.", "나.md": "# 나\n\n안수연"}
    with pytest.raises(Asked) as asked:
        taken(tmp_path, files)
    assert "[2:3] 나.md 3번째 줄: 이름일 수 있는 말 안**" in str(asked.value)
    assert "안수연" in written(taken(tmp_path, files, keep=("2:3",)))
    assert "안수연" not in written(taken(tmp_path, files, drop=("2:3",)))


def test_answer_about_a_name_holds_for_the_whole_export(tmp_path: Path) -> None:
    files = {"가.md": "# 가\n\n안수연", "나.md": "# 나\n\n어제 안수연이 말했다."}
    assert "안수연" not in written(taken(tmp_path, files, drop=("1:3",)))


def test_hidden_notes_and_templates_are_left_and_told(tmp_path: Path) -> None:
    intake = taken(
        tmp_path,
        {
            "가.md": "# 가\n\n글이다.",
            ".trash/버린 글.md": "버렸다.",
            "Templates/틀.md": "# {{title}}",
            ".obsidian/app.json": "{}",
        },
    )
    assert written(intake) == "# 가\n\n글이다."
    assert [name for name, _ in intake.left] == ["버린 글.md", "틀.md"]


def test_what_cannot_be_read_is_told_with_a_way(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nbconvert"):
        taken(tmp_path, {"a.ipynb": "{}"})
