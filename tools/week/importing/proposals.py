"""사람이 보고 쓸 초안을 파일로 적는다: 고침, 주장, 용어, 검색할 말, 개념 지도."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tools.check.glossary import bare as flat
from tools.check.glossary import introduced
from tools.data.glossary import Entry
from tools.data.queries import address
from tools.page.blocks import Kind, blocks
from tools.page.markdown import shown_lines
from tools.page.note import SENTENCE_END, sentences
from tools.page.text import squeeze
from tools.week.importing import concept_draft
from tools.week.importing.pages import Names, Todo
from tools.week.importing.spelling import Mend

FOLDER = "proposed"
MENDS = "mends.toml"
CLAIMS = "claims.yml"
TERMS = "glossary.yml"
QUERIES = "queries.tsv"
CONCEPTS = "concepts.yml"
# 견주거나, 까닭을 말하거나, 권하는 말.
CLAIM = re.compile(
    r"보다 (?:더|덜|훨씬|[가-힣]+(?:높|낮|빠르|느리|좋|나은|낫|효율|정확|크|작|많|적))"
    r"|때문이|때문에|덕분에|따라서|그래서|이로 인해|로 인해"
    r"|(?:높|낮|늘|줄)어진다|향상|감소시|증가시|개선"
    r"|(?:적합|유용|효율적|효과적|유리|불리|필수적|중요)(?:하|한|할|이)"
    r"|(?:하는|쓰는) 것이 좋"
    r"|막는다|막을까|방지|보장|항상|반드시|가장"
)
MOST_QUERIES = 3
HEADS = {
    MENDS: """\
# 잘못 적은 것으로 보이는 곳이다. 아닌 것을 지우고 다음 명령을 부르면, 원문의 고침으로
# 적고 쪽도 고친다.
#   python -m tools import {week} tests/week{week}/source/proposed/mends.toml
""",
    CLAIMS: """\
# 견주거나, 까닭을 말하거나, 권하는 문장이다. 근거를 찾으면 그 항목을
# docs/week{week}/claims.yml로 옮긴다. 코드로 보이면 source 대신 run을,
# 식에서 이끌어 냈으면 derivation을 적는다.
# 틀린 문장이면 쪽에서 그 문장의 바로 아래에 적는다.
#   !!! correction "바로잡음, 무엇이 옳은지"
#
#       옳은 말을 먼저 적는다.
#
#       출처: [이름](https://)
""",
    TERMS: "# 영어와 함께 소개한 말이다. 뜻을 적어 docs/glossary.yml로 옮긴다.\n",
    QUERIES: "",
    CONCEPTS: """\
# 개념 지도의 초안이다. 맞는 것만 남기고 why를 적어 docs/week{week}/concepts.yml로
# 옮긴다. before는 먼저 알면 좋은 용어이고, links의 위에는 앞 쪽에서 소개하고
# 뒤의 쪽에 다시 나온 말을 적었다.
""",
}


@dataclass
class Proposals:
    """초안 모두.

    Attributes:
        files: 초안의 이름에서 글로.
        todos: 초안을 가리키는 할 일.
    """

    files: dict[str, str] = field(default_factory=dict)
    todos: list[Todo] = field(default_factory=list)


@dataclass(frozen=True)
class Written:
    """적은 쪽 하나와 그 글."""

    names: Names
    text: str


class Proposer:
    """한 주의 초안을 모은다."""

    def __init__(self, week: int, source: str, entries: Sequence[Entry]) -> None:
        """초안을 둘 자리와 용어집을 기억한다."""
        self.week = week
        self.folder = f"{source}/{FOLDER}"
        self.source = source
        self.entries = entries
        self.made = Proposals()

    def propose(
        self, note: str, mends: Sequence[Mend], pages: Sequence[Written]
    ) -> Proposals:
        """초안을 모두 적는다.

        Args:
            note: 원문.
            mends: 고칠 것으로 보이는 곳.
            pages: 적은 쪽.
        """
        self.write_mends(note, mends)
        self.write_claims(note, pages)
        self.write_terms(pages)
        self.write_queries(pages)
        self.write_concepts(pages)
        return self.made

    def add(self, name: str, rows: Iterable[str], group: str, what: str) -> None:
        """초안 하나를 적고, 있으면 그 줄마다 할 일을 더한다."""
        text = HEADS[name].format(week=self.week)
        for row in rows:
            text += "\n" * bool(text)
            line = text.count("\n") + 1
            text += f"{row}\n"
            first = row.split("\n")[0]
            told = f"{what}: {first.removeprefix('# ').removeprefix('- term: ')}"
            self.made.todos.append(Todo(group, f"{self.folder}/{name}", line, told))
        if rows:
            self.made.files[f"{self.folder}/{name}"] = text

    def write_mends(self, note: str, mends: Sequence[Mend]) -> None:
        """고칠 것으로 보이는 곳. 앞에서 고친 것과 어긋나지 않게 차례로 적는다."""
        rows = [mend_row(*found) for found in applicable(note, mends)]
        self.add(MENDS, rows, "오탈자", "고칠지 보세요")

    def write_claims(self, note: str, pages: Sequence[Written]) -> None:
        """근거가 있어야 할 문장. 쪽마다 모은다."""
        own = set(sentences(note))
        rows = []
        for page in pages:
            found = list(claims(page.text, own))
            if found:
                rows.append(f"{page.names.topic.address}.md:")
            for line, sentence in found:
                rows.append(
                    f"  # {page.names.file}:{line}\n"
                    f"  - sentence: {json.dumps(sentence, ensure_ascii=False)}\n"
                    "    source:\n    section:"
                )
                told = f"맞는 말인지 보고 근거를 적으세요: {sentence}"
                self.made.todos.append(Todo("근거", page.names.file, line, told))
        if rows:
            text = HEADS[CLAIMS].format(week=self.week) + "\n" + "\n".join(rows) + "\n"
            self.made.files[f"{self.folder}/{CLAIMS}"] = text

    def write_terms(self, pages: Sequence[Written]) -> None:
        """용어집에 없는데 영어와 함께 소개한 말."""
        known = {
            flat(name)
            for entry in self.entries
            for name in (entry.name, entry.english, *(x for _, x in entry.named))
        }
        rows = {}
        for page in pages:
            for korean, english in introduced(page.text):
                term = korean.strip().split("  ")[-1]
                if flat(english) not in known and flat(term) not in known:
                    rows.setdefault(
                        english,
                        f"- term: {quoted_term(term)}\n  english: {english}\n"
                        "  definition:\n"
                        f"  page: week{self.week}/{page.names.topic.address}.md",
                    )
        self.add(TERMS, list(rows.values()), "용어", "뜻을 적어 용어집에 더하세요")

    def write_queries(self, pages: Sequence[Written]) -> None:
        """쪽마다 검색할 말 셋."""
        rows = [
            f"a\t{query}\t{address(f'week{self.week}/{page.names.topic.address}.md')}\t"
            f"{'test' if number == MOST_QUERIES else 'dev'}"
            for page in pages
            for number, query in enumerate(self.queries(page), start=1)
        ]
        if rows:
            self.made.files[f"{self.folder}/{QUERIES}"] = "\n".join(rows) + "\n"
            told = "쓸 만한 것을 tests/search/queries.tsv로 옮기세요."
            self.made.todos.append(Todo("검색", f"{self.folder}/{QUERIES}", 1, told))

    def write_concepts(self, pages: Sequence[Written]) -> None:
        """개념 지도. 이을 것이 없으면 적지 않는다."""
        texts = {f"{page.names.topic.address}.md": page.text for page in pages}
        drafted = concept_draft.draft(texts, [entry.name for entry in self.entries])
        if drafted:
            file = f"{self.folder}/{CONCEPTS}"
            self.made.files[file] = HEADS[CONCEPTS].format(week=self.week) + drafted
            told = (
                f"맞는 것에 까닭을 적어 docs/week{self.week}/concepts.yml로 옮기세요."
            )
            self.made.todos.append(Todo("개념", file, 1, told))

    def queries(self, page: Written) -> list[str]:
        """이 쪽이 나와야 할 말. 제목, 자주 나온 용어, 절의 제목에서 고른다."""
        text = squeeze(" ".join(shown_lines(page.text)))
        counts = Counter(
            {x.name: text.count(x.name) for x in self.entries if x.name in text}
        )
        terms = [name for name, _ in counts.most_common(MOST_QUERIES)]
        title = page.names.topic.title.rstrip(" ?.!")
        found = dict.fromkeys([squeeze(title), *terms, page.names.topic.label])
        return [x.replace("`", "").replace("*", "") for x in found][:MOST_QUERIES]


def quoted_term(term: str) -> str:
    """앞의 꾸미는 말을 뗀 용어. 어디까지가 용어인지는 사람이 정한다."""
    return " ".join(term.split()[-3:])


def claims(page: str, own: set[str]) -> Iterator[tuple[int, str]]:
    """쪽에서 무엇을 주장하는 쓴 사람의 문장을 (줄, 문장)으로 찾는다."""
    for number, line in enumerate(shown_lines(page), start=1):
        for sentence in SENTENCE_END.split(squeeze(line)):
            said = sentence in own or any(sentence in one for one in own)
            if sentence.endswith("다.") and said and CLAIM.search(sentence):
                yield number, sentence


def applicable(note: str, mends: Sequence[Mend]) -> Iterator[tuple[Mend, int]]:
    """차례로 적용할 수 있는 고침과, 그때 원문에 나오는 수. 긴 것부터다."""
    prose = [block for block in blocks(note) if block.kind is not Kind.FENCE]
    for mend in sorted(mends, key=lambda x: (-len(x.before), x)):
        count = note.count(mend.before)
        if count and sum(block.text.count(mend.before) for block in prose):
            yield mend, count
            note = note.replace(mend.before, mend.after)


def mend_row(mend: Mend, count: int) -> str:
    """mends.toml에 적을 항목 하나."""
    before, after, why = (
        json.dumps(x, ensure_ascii=False) for x in (mend.before, mend.after, mend.why)
    )
    everywhere = "all = true\n" if count > 1 else ""
    return (
        f"# {mend.before} → {mend.after}\n[[mend]]\nbefore = {before}\n"
        f"after = {after}\n{everywhere}why = {why}"
    )
