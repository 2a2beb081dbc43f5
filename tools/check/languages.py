"""코드 상자의 갈래가 아는 이름인지 본다. 잘못 적으면 색이 없고, 파이썬도 지나친다."""

from collections.abc import Iterator
from difflib import get_close_matches

from tools.finding import Finding
from tools.page.markdown import fences
from tools.page.project import Project

# 노트에 쓸 만한 갈래. 하이라이터가 아는 이름이다.
KNOWN = sorted(
    [
        "bash",
        "bat",
        "batch",
        "c",
        "c++",
        "cfg",
        "cmd",
        "console",
        "cpp",
        "csharp",
        "css",
        "csv",
        "cuda",
        "diff",
        "docker",
        "dockerfile",
        "git",
        "go",
        "haskell",
        "html",
        "http",
        "ini",
        "ipython",
        "java",
        "javascript",
        "jinja",
        "js",
        "json",
        "julia",
        "kotlin",
        "latex",
        "lua",
        "make",
        "makefile",
        "markdown",
        "matlab",
        "md",
        "none",
        "numpy",
        "output",
        "perl",
        "php",
        "plaintext",
        "powershell",
        "ps1",
        "py",
        "pycon",
        "pytb",
        "python",
        "python3",
        "pwsh",
        "r",
        "ruby",
        "rust",
        "scala",
        "sh",
        "shell",
        "sql",
        "svg",
        "swift",
        "tex",
        "text",
        "toml",
        "ts",
        "tsv",
        "txt",
        "typescript",
        "xml",
        "yaml",
        "yml",
        "zsh",
    ]
)

# 이 사이트가 그리지 않는 그림의 갈래. 그리라고 적은 글이 그대로 보인다.
DIAGRAMS = ("mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "flow", "sequence")
DIAGRAM_MEND = (
    "이 사이트는 이것을 그림으로 그리지 않습니다. 그림 파일을 올리고 "
    "'![그림이 보여 주는 것](파일)'로 넣거나, 글로 풀어 쓰세요."
)


def find(project: Project) -> Iterator[Finding]:
    """쪽마다 상자의 첫 낱말을 본다. 비었거나 속성만 있으면 다른 검사가 본다."""
    for page in project.pages:
        for fence in fences(project.lines(page)):
            name = language(fence.info)
            if name and name not in KNOWN:
                near = get_close_matches(name, KNOWN, n=1)
                guess = f" 혹시 '{near[0]}'입니까?" if near else ""
                yield Finding(
                    project.name(page),
                    fence.line,
                    f"코드 상자의 갈래 '{name}'은(는) 없는 이름입니다.",
                    DIAGRAM_MEND
                    if name in DIAGRAMS
                    else f"'text'나 'python'처럼 있는 이름으로 고치세요.{guess}",
                )


def language(info: str) -> str:
    """「```」 뒤에 적은 갈래. 중괄호로 적었으면 그 안의 첫 `.이름`이다."""
    first, *rest = info.replace("{", " { ").split() or [""]
    if first == "{":
        return rest[0].removeprefix(".") if rest and rest[0].startswith(".") else ""
    return "" if "=" in first else first.lower()
