"""사이트를 짓는 사람에게 하는 말. 쪽의 언어가 한국어면 한국어, 아니면 영어다."""

KOREAN, ENGLISH = "ko", "en"
SAID = {
    "theme": {
        KOREAN: "한국어 검색은 Material for MkDocs에서만 쓸 수 있어요. "
        "이 테마의 검색은 그대로 두었어요. "
        "`theme`의 `name`을 `material`로 적거나 `{place}`를 빼세요.",
        ENGLISH: "Korean search needs Material for MkDocs. The search of this theme "
        "is left as it is. Set `theme.name` to `material`, or remove `{place}`.",
    },
    "offline": {
        KOREAN: "`offline` 플러그인을 쓰는 사이트는 파일로 열려서, "
        "색인을 나누어 받을 수 없어요. "
        "테마의 검색을 그대로 두었어요. 둘 가운데 하나를 빼세요.",
        ENGLISH: "A site made with the `offline` plugin is opened from files and "
        "cannot fetch pieces of an index. The search of the theme is left as it is. "
        "Remove one of the two.",
    },
    "twice": {
        KOREAN: "한국어 검색을 두 번 붙였어요. `plugins`의 `korean-search`와 `hooks`의 "
        "`korean_search/hook.py` 가운데 하나만 적으세요.",
        ENGLISH: "Korean search is added twice. Keep either `korean-search` in "
        "`plugins` or `korean_search/hook.py` in `hooks`.",
    },
    "unknown": {
        KOREAN: "`{option}`이라는 설정은 없어요. {known} 가운데 하나를 적으세요.",
        ENGLISH: "There is no option `{option}`. Use one of {known}.",
    },
    "type": {
        KOREAN: "`{option}`에는 길을 글로 적으세요. 지금은 `{value}`예요.",
        ENGLISH: "`{option}` must be a path, written as text. It is `{value}` now.",
    },
    "mapping": {
        KOREAN: "`{option}`에는 설정의 이름과 값을 적으세요. 지금은 `{value}`예요.",
        ENGLISH: "`{option}` must hold names and values. It is `{value}` now.",
    },
    "missing": {
        KOREAN: "용어집 {file}이 없어요. 길을 `mkdocs.yml`이 있는 폴더부터 적으세요.",
        ENGLISH: "There is no glossary {file}. Write the path from the folder of "
        "`mkdocs.yml`.",
    },
    "syntax": {
        KOREAN: "YAML로 읽을 수 없어요. 들여쓰기와 따옴표를 보세요.",
        ENGLISH: "This is not YAML. Look at the indentation and the quotes.",
    },
    "list": {
        KOREAN: "용어의 목록이어야 해요. `- term: …`으로 적으세요.",
        ENGLISH: "This must be a list of terms. Write `- term: …`.",
    },
    "term": {
        KOREAN: "{number}번째 항목에 `term`을 적으세요.",
        ENGLISH: "Entry {number} needs a `term`.",
    },
}


def language_of(name: object) -> str:
    """테마에 적힌 언어에서 우리가 할 말을 정한다. `ko-KR`도 한국어다."""
    return KOREAN if str(name or "").lower().startswith(KOREAN) else ENGLISH


def say(language: str, name: str, **values: object) -> str:
    """`language`로 하는 말 한 줄. `values`를 그 자리에 넣는다."""
    return SAID[name][language].format(**values)
