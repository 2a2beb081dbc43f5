"""용어집에서 사용자 사전에 올릴 말과 서로 바꿔 찾을 말을 꺼낸다."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from korean_search.hangul import is_syllable, normalize
from korean_search.messages import KOREAN, say

# C로 쓴 것이 몇 배 빠르지만 어디에나 있지는 않다.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Term:
    """용어 하나와, 그 용어를 가리키는 이름.

    Attributes:
        term: 용어.
        names: 그 용어를 가리키는 모든 이름.
        variants: 이름 가운데 다른 표기. 알아보기만 하고 권하지는 않는다.
        page: 그 용어를 가장 잘 다룬 곳. 원본의 길과 `#절`이고, 없으면 빈 글이다.
    """

    term: str
    names: tuple[str, ...]
    variants: tuple[str, ...] = ()
    page: str = ""


def compact(name: str) -> str:
    """글자와 숫자, +와 #만 남겨 견주기 쉬운 꼴로 바꾼다."""
    return "".join(x for x in normalize(name) if x.isalnum() or x in "+#")


def dictionary(terms: Iterable[Term]) -> set[str]:
    """형태소를 나눌 때 한 낱말로 다룰 말. 한글로만 된 두 글자부터다."""
    names = {compact(name) for term in terms for name in term.names}
    return {name for name in names if len(name) > 1 and all(map(is_syllable, name))}


class GlossaryError(ValueError):
    """용어집이 틀렸다.

    Attributes:
        place: `파일:줄`.
        problem: 무엇이 틀렸는지. messages.py의 이름이다.
        number: 몇 번째 항목인지. 1부터 세고, 항목의 잘못이 아니면 0이다.
    """

    def __init__(self, place: str, problem: str, number: int = 0) -> None:
        """한국어로 할 말을 만든다. 다른 말은 부르는 쪽이 한다."""
        super().__init__(f"{place}: {say(KOREAN, problem, number=number)}")
        self.place, self.problem, self.number = place, problem, number


def load_glossary(file: Path) -> list[Term]:
    """YAML 용어집을 읽는다.

    Args:
        file: `term`, `english`, `abbreviation`, `variants`, `page`를 가진 사전의 목록.

    Raises:
        GlossaryError: YAML이 아니거나, 목록이 아니거나, `term`이 없는 항목이 있을 때.
    """
    text = file.read_text(encoding="utf-8")
    try:
        entries = yaml.load(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        place = f"{file}:{error.problem_mark.line + 1}"
        raise GlossaryError(place, "syntax") from error
    if not isinstance(entries, list):
        raise GlossaryError(f"{file}:1", "list")
    terms = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or "term" not in entry:
            line = yaml.compose(text).value[number - 1].start_mark.line + 1
            raise GlossaryError(f"{file}:{line}", "term", number)
        terms.append(term_of(entry))
    return terms


def term_of(entry: Mapping) -> Term:
    """읽은 항목 하나에서 용어와 모든 이름을 모은다. `term`은 있어야 한다."""
    shown = [entry["term"], *_listed(entry, "english"), *_listed(entry, "abbreviation")]
    variants = tuple(map(str, _listed(entry, "variants")))
    names = dict.fromkeys([*map(str, shown), *variants])
    page = str(entry.get("page") or "")
    return Term(str(entry["term"]), tuple(names), variants, page)


def _listed(entry: Mapping, key: str) -> Iterable[str]:
    value = entry.get(key) or []
    return [value] if isinstance(value, str) else value
