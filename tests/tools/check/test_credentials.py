"""열쇠와 비밀번호와 서버의 계정을 찾는 것을, 지어낸 값으로 확인한다."""

from pathlib import Path

import pytest

from tools.check.credentials import find, possible, without_credentials
from tools.page.project import Project

RANDOM = "a1B2c3D4e5F6g7H8i9J0"


def without(line: str) -> str:
    return without_credentials(line, lambda kind, _: f"({kind})")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (f"키는 sk-proj-{RANDOM}이다", "키는 (비밀 열쇠)이다"),
        (f"hf_{RANDOM}", "(비밀 열쇠)"),
        (f"export OPENAI_API_KEY={RANDOM}", "export OPENAI_API_KEY=(비밀 열쇠)"),
        ('WANDB_KEY = "abcdefgh"', 'WANDB_KEY = "(비밀 열쇠)"'),
        (f"api_key: '{RANDOM}'", "api_key: '(비밀 열쇠)'"),
        (
            f'os.environ["MY_TOKEN"] = "{RANDOM}"',
            'os.environ["MY_TOKEN"] = "(비밀 열쇠)"',
        ),
        ("kim@dl-server:~/dl$ ls", "user@host:~/dl$ ls"),
        ("[kim@lab ~]$ ls", "[user@host ~]$ ls"),
        ("ssh -p 22 kim@192.168.0.12", "ssh -p 22 user@host"),
        ("scp a.py kim@lab.kr:/tmp", "scp a.py user@host:/tmp"),
        ("postgres://kim:pass1234@db/x", "postgres://(비밀 열쇠)@db/x"),
    ],
)
def test_credentials_are_cut(line: str, wanted: str) -> None:
    assert without(line) == wanted
    assert possible(without(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "tokens = tokenizer(text)",
        "token = tokens[0]",
        "key = jax.random.PRNGKey(0)",
        'api_key = "YOUR_API_KEY"',
        'api_key = os.environ["OPENAI_API_KEY"]',
        "y = a @ b.T",
        "git clone git@github.com:a/b",
        "out = m@n.w",
    ],
)
def test_code_without_a_secret_is_left(line: str) -> None:
    assert without(line) == line
    assert possible(line) == []


@pytest.mark.parametrize("line", ['password = "1234abc"', "비밀번호: abcd1234"])
def test_short_value_is_possible(line: str) -> None:
    assert without(line) == line
    assert len(possible(line)) == 1


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("docs/a.md", f"글\n키는 hf_{RANDOM}\n", [2]),
        (".env", f"WANDB_API_KEY={RANDOM}\n", [1]),
        ("docs/week1/id_rsa", "-----BEGIN RSA PRIVATE KEY-----\n", [1]),
        ("docs/a.md", "git clone https://이름:토큰@git.example/a\n", []),
        ("docs/a.md", "토큰 token = tokens[0]\n", []),
        ("docs/a.png", f"\0hf_{RANDOM}", []),
        ("tests/tools/test_a.py", f"hf_{RANDOM}", []),
    ],
)
def test_file_with_a_key_is_told(
    name: str, text: str, lines: list[int], tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = [(x.file, x.line) for x in find(Project(tmp_path))]
    assert found == [(name, line) for line in lines]
