"""한 주의 개념 지도를 어떻게 그릴지 초안을 적는다. 까닭은 사람이 적는다."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import yaml

from tools.check.glossary import introduced
from tools.page.markdown import shown_lines
from tools.page.text import squeeze

MOST_BEFORE = 3


def draft(pages: Mapping[str, str], terms: Sequence[str]) -> str:
    """`concepts.yml`의 꼴로 적는다. 적을 것이 없으면 빈 글이다.

    먼저 알면 좋은 것은 용어집에 있으면서 이 주에서 다루지 않는 말이고,
    앞 쪽에서 소개한 말이 뒤의 쪽에 다시 나오면 두 쪽을 잇는다.

    Args:
        pages: 주차의 폴더에서 본 쪽의 이름에서 글로. 읽을 차례다.
        terms: 용어집의 용어.
    """
    texts = {name: squeeze(" ".join(shown_lines(text))) for name, text in pages.items()}
    taught = {name: names(text) for name, text in pages.items()}
    own = {name for found in taught.values() for name in found}
    known = [term for term in terms if term not in own]
    before = {
        name: most_used(texts[name], [x for x in known if x not in title(text)])
        for name, text in pages.items()
    }
    before = {name: found for name, found in before.items() if found}
    rows = [
        f"  # {', '.join(shared)}\n  - from: {first}\n    to: {second}\n    why:\n"
        for first, second, shared in joined(texts, taught)
    ]
    drafted = yaml.safe_dump({"before": before}, allow_unicode=True, sort_keys=False)
    return (drafted if before else "") + ("\nlinks:\n" + "".join(rows)) * bool(rows)


def names(text: str) -> list[str]:
    """영어와 함께 소개한 말."""
    return list(dict.fromkeys(korean.strip() for korean, _ in introduced(text)))


def title(text: str) -> str:
    """쪽의 제목. 없으면 빈 글이다."""
    return next((line for line in text.split("\n") if line.startswith("# ")), "")


def most_used(text: str, terms: Sequence[str]) -> list[str]:
    """자주 나온 용어. 다른 용어의 한 부분으로만 나온 것은 세지 않는다."""
    counts = Counter[str]()
    for term in sorted(terms, key=len, reverse=True):
        if count := text.count(term):
            counts[term] = count
            text = text.replace(term, "\n")
    return [term for term, _ in counts.most_common(MOST_BEFORE)]


def joined(
    texts: Mapping[str, str], taught: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, list[str]]]:
    """앞 쪽에서 소개한 말이 나오는 뒤의 쪽을 (앞, 뒤, 말)로 찾는다."""
    order = list(texts)
    for place, first in enumerate(order):
        for second in order[place + 1 :]:
            if shared := [name for name in taught[first] if name in texts[second]]:
                yield first, second, shared
