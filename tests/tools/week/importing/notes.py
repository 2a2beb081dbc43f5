"""여러 꼴로 내보낸 노트를 만든다. 모두 지어낸 글이다."""

import io
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote

from PIL import Image

HASH = "0123456789abcdef0123456789abcdef"
PICTURE = "특성 맵.png"
# 맥에서는 이름의 한글이 낱자로 풀려 있다.
FOLDER, FIGURE = (
    quote(unicodedata.normalize("NFD", name)) for name in ("13주차 노트", PICTURE)
)
CONVOLUTION = f"""\
# 13주차 정리노트

상태: 진행 중
마감일: 2023년 12월 4일

## 1. 합성곱 신경망은 왜 이미지에 강할까?

합성곱(convolution)은 작은 필터를 옮겨 가며 **같은 가중치**로 곱하고 더한다. \
그래서 고양이가 왼쪽에 있든 오른쪽에 있든 같은 필터가 알아본다.

필터의 크기가 $k$이고 스트라이드가 $s$이면 출력의 크기는 다음과 같다.

$$
o = \\lfloor \\frac{{n - k + 2p}}{{s}} \\rfloor + 1
$$

```python
def output_size(n, k, s=1, p=0):
    # 입력의 크기에서 출력의 크기를 구한다
    return (n - k + 2*p)//s + 1

for n in [28, 32]:
    print(n, output_size(n, k=3))
```

<aside>
💡 풀링은 크기를 줄이지만 **위치를 잃는다**.

</aside>

![특성 맵을 겹쳐 그린 그림]({FOLDER}%20{HASH}/{FIGURE})

- [x] 필터를 그려 본다
- [ ] 풀링을 바꾸어 본다
    - 최대 풀링
    - 평균 풀링

## 드롭아웃은 왜 과적합을 막을까?

훈련할때는 뉴런을 무작위로 끄고, 평가할 때는 모두 켠다. \
끄는 비율 $p$만큼 남은 값을 $1/(1-p)$배로 키운다.

| 방법 | 하는 일 | 쓰는 곳 |
| --- | :---: | ---: |
| 드롭아웃 | 뉴런을 끈다 | 완전 연결 층 |
| 가중치 감쇠 | 가중치를 줄인다 | 모든 층 |

> 끄는 비율이 클수록 늘 좋은 것은 아니다.

```python
from keras.datasets import mnist
(x, y), _ = mnist.load_data()
```

```
모델 = 층을 쌓는다 → 컴파일한다
```
"""
BULLETS = """\
- 정규화
\t- L1은 가중치의 절댓값을 더한다
\t- L2는 가중치의 제곱을 더한다
\t\t- 케라스에서는 `kernel_regularizer`로 적는다
- [[조기 종료|조기 종료]]는 검증 손실이 오르기 시작하면 멈춘다
* ==얼마나 기다릴지==는 `patience`로 정한다
+ 참고: https://keras.io/api/callbacks/early_stopping/?utm_source=note

> [!TIP] 기억할 것
> 검증 데이터로 고른 값은 테스트 데이터로 다시 잰다.

%%나만 보는 메모%%
"""
SUBJECTS = [
    "학습률", "배치의 양", "은닉층", "필터의 폭", "풀링", "활성값", "훈련량",
    "배치 정규화층", "모멘텀", "데이터 증강의 힘", "조기 종료의 시점", "특성의 짝",
]  # fmt: skip
SAYINGS = [
    "{0}을 바꾸어 가며 검증 손실을 적어 두었다.",
    "처음에는 {0}이 무엇을 정하는지부터 정리했다.",
    "{0}만 바꾸고 나머지는 그대로 두어야 무엇 때문인지 알 수 있다.",
    "같은 설정이라도 시드를 바꾸면 결과가 흔들렸다.",
    "표로 모아 보니 {0}의 알맞은 값은 데이터마다 달랐다.",
    "다음에는 {0}과 학습 곡선을 함께 그려 볼 생각이다.",
    "훈련 손실은 줄었지만 검증 손실은 어느 순간부터 다시 늘었다.",
    "수업에서 들은 것과 실제로 돌려 본 것이 다른 점을 따로 적었다.",
]


def long_note(length: int = 10_000) -> str:
    """밑줄을 그은 제목과 1)로 매긴 목록이 있는 긴 노트."""
    parts = ["실험 기록", "========", ""]
    count = 0
    while len("\n".join(parts)) < length:
        subject = SUBJECTS[count % len(SUBJECTS)]
        number = count // len(SUBJECTS) + 1
        title = f"{subject} 실험 {number}"
        parts += [title, "-" * len(title), ""]
        said = [saying.format(subject) for saying in SAYINGS]
        said = said[count % 3 :] + said[: count % 3]
        parts += [f"{title}의 첫 문단이다. " + " ".join(said[:4]), ""]
        parts += [f"{n}) {title}, {one}" for n, one in enumerate(said[4:], start=1)]
        parts += [""]
        count += 1
    return "\n".join(parts)


def picture() -> bytes:
    """작은 그림. 찍은 곳이 딸려 있다."""
    image = Image.new("RGB", (8, 8), "white")
    exif = image.getexif()
    exif[0x010E] = "secret place"
    buffer = io.BytesIO()
    image.save(buffer, "PNG", exif=exif)
    return buffer.getvalue()


def notion_zip(folder: Path) -> Path:
    """노션이 두 겹으로 묶은 압축 파일."""
    inner = io.BytesIO()
    title = unicodedata.normalize("NFD", "13주차 노트")
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(f"{title} {HASH}.md", CONVOLUTION)
        name = unicodedata.normalize("NFD", PICTURE)
        archive.writestr(f"{title} {HASH}/{name}", picture())
    path = folder / "Export-0123.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ExportBlock-0123-Part-1.zip", inner.getvalue())
    return path


def obsidian_folder(folder: Path) -> Path:
    """옵시디언의 폴더. 제목이 하나도 없다."""
    vault = folder / "vault"
    (vault / ".obsidian").mkdir(parents=True)
    (vault / ".obsidian" / "app.json").write_text("{}", encoding="utf-8")
    front = "---\ntags: [공부]\n---\n"
    note = vault / "정규화 정리.md"
    note.write_text(front + BULLETS, encoding="utf-8")
    return vault


def hangul_file(folder: Path) -> Path:
    """한글에서 옮겨 메모장으로 저장한 파일. CP949이고 줄바꿈이 윈도우식이다."""
    path = folder / "실험 기록.md"
    path.write_bytes(long_note().replace("\n", "\r\n").encode("cp949"))
    return path
