"""절을 받아 브라우저가 필요한 만큼만 내려받을 색인 파일을 만든다.

파일은 세 가지다. `grams`는 조각이 나오는 절, `words`는 낱말과 서로 바꿔 찾을 말,
`texts`는 절의 글이다. 자주 찾는 조각은 `core`에 모은다. 앞의 둘은 해시로 나누어,
사이트가 커져도 검색 한 번에 받는 양이 거의 늘지 않는다. 파일의 이름은 내용의 해시라서,
다시 지어도 그대로인 파일은 이름도 같다.

작은 사이트는 적은 수의 파일로 나눈다. 바꿔 찾을 말과 쪽의 이름을 모두 `names`에 담고,
낱말은 첫소리 하나로만 나누어, 긴 물음도 열 번쯤만 묻는다.
"""

import base64
import gzip
import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from korean_search.analysis import Analyzer
from korean_search.glossary import Term, compact, dictionary
from korean_search.hangul import initials, is_syllable, normalize
from korean_search.reading import Reading, normalize_title, read_bodies, read_headings
from korean_search.sections import Section

FORMAT = 2  # 파일을 읽는 법을 바꾸면 올린다. 전의 작업자는 읽지 않고 그렇다고 말한다
NAME = 8  # 파일 이름의 길이. 40비트라서 파일이 만 개여도 거의 겹치지 않는다
STEP = 1.25
WORD_BYTES = 9_000  # 낱말 파일 하나의 압축하기 전 크기
FEW_WORDS = 150_000  # 낱말이 모두 이보다 작으면 첫소리 하나로만 나눈다
FEW_NAMES = 40_000  # 바꿔 찾을 말과 쪽의 이름이 모두 이보다 작으면 한 파일에 담는다
CORE_BYTES = 24_000  # 늘 받는 조각 파일의 압축하기 전 크기
MOST_SECTIONS = 1_500  # 조각 하나에 적는 가장 많은 절
TEXT_LENGTH = 800  # 결과에 보여 줄 글의 길이
LOW = 0.1  # 점수를 이보다 낮춘 쪽은 다른 쪽에 없는 말로만 찾는다
LEVELS = 15
MIDDLE = 7  # 점수를 크게 낮춘 쪽은 세기를 가리지 않아야 파일이 작다
TREATED = 0.45  # 용어집이 가리키는 절에서, 그 용어의 이름을 제목에 견준 무게
REPEATED = 0.5  # 여러 쪽에 되풀이하는 제목을 얼마나 가볍게 칠지


@dataclass(frozen=True)
class Index:
    """색인 파일과 그 목록.

    Attributes:
        manifest: 작업자가 먼저 읽을 목록. 읽는 데 필요한 수와 파일의 이름이다.
        files: 이름과 내용. 내용은 gzip으로 눌렀다.
    """

    manifest: dict
    files: dict[str, bytes]


def fnv1a(text: str) -> int:
    """UTF-16 코드로 셈하는 FNV-1a. 자바스크립트와 같은 값을 낸다."""
    value = 0x811C9DC5
    for letter in text:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return value


def gram_bytes(sections: int) -> int:
    """압축하기 전의 조각 파일 하나. 사이트보다 느리게 커져 파일도 너무 늘지 않는다."""
    return round(56 * max(sections, 1) ** 0.45)


def text_bytes(sections: int) -> int:
    """압축하기 전의 글 파일 하나. 절이 900개면 7KB, 십만 개면 16KB쯤이다.

    크게 담으면 검색마다 더 받고, 작게 담으면 더 여러 번 묻는다.
    """
    return round(1400 * max(sections, 1) ** 0.18)


def pieces(size: int, each: int) -> int:
    """파일을 몇으로 나눌지 정한다. 홀수다.

    한 낱말을 고칠 때마다 수가 바뀌면 모든 파일의 내용이 바뀐다. 그래서 성기게 고른다.
    짝수로 나누면 해시의 아래 자리가 고르지 않아 파일의 크기가 들쭉날쭉하다.

    Args:
        size: 모두 더한 크기.
        each: 바라는 파일 하나의 크기.
    """
    steps = round(math.log(max(1, size / each), STEP))
    return round(STEP**steps) | 1


def file_names(content: bytes) -> Iterator[str]:
    """내용의 해시에서 나온 이름. 앞의 것을 남이 쓰면 다음 것을 쓴다."""
    code = base64.b32encode(hashlib.sha256(content).digest()).decode().lower()
    return (code[at : at + NAME] for at in range(0, 6 * NAME, NAME))


def shelf(gram: str) -> str:
    """조각을 나눌 때 볼 앞부분. 「탐색」과 「탐색과」는 한 파일에 담겨 한 번에 온다."""
    return gram[:2] if is_syllable(gram[0]) else gram


def press(content: bytes) -> bytes:
    """같은 글에서 늘 같은 바이트가 나오게 누른다."""
    return gzip.compress(content, 9, mtime=0)


def varint(number: int) -> bytes:
    """7비트씩 나누어 적는다."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def _level(share: float) -> int:
    return max(1, min(LEVELS, round(LEVELS * share)))


def _letters(sections: Iterable[Section]) -> str:
    return "\n".join(compact(f"{x.title} {x.text} {x.code}") for x in sections)


class Builder:
    """절을 모아 색인을 만든다."""

    def __init__(
        self,
        sections: list[Section],
        glossary: Iterable[Term] = (),
        analyzer: Analyzer | None = None,
    ) -> None:
        """글을 나누고 조각을 센다.

        Args:
            sections: 사이트의 절.
            glossary: 서로 바꿔 찾을 말.
            analyzer: 글을 나누는 것. 용어집의 말을 한 낱말로 다루는 것이어야 한다.
        """
        self.sections = sections
        self.glossary = list(glossary)
        analyzer = analyzer or Analyzer(dictionary(self.glossary))
        self.titles = read_headings(analyzer, ((x.title, x.tags) for x in sections))
        self.repeated = Counter(
            title for _, title in {(x.page, x.title) for x in sections}
        )
        self.names = [normalize_title(section.label) for section in sections]
        self.labels = read_headings(analyzer, ((name, ()) for name in self.names))
        self.treating = self._read_names(analyzer)
        self.bodies = read_bodies(analyzer, ((x.text, x.code) for x in sections))
        self.corpus = _letters(sections)
        self.treated = _letters(x for x in sections if x.boost >= LOW)

    def _read_names(self, analyzer: Analyzer) -> dict[int, list[Reading]]:
        """용어집이 가리키는 절의 번호와, 거기서 다루는 용어의 이름에서 뽑은 것."""
        places = {x.location: n for n, x in reversed([*enumerate(self.sections)])}
        # 절이 색인에 따로 없으면 쪽을 가리킨 것으로 본다.
        found = [
            (places.get(x.page, places.get(x.page.split("#")[0])), x)
            for x in self.glossary
            if x.page
        ]
        # 다른 표기는 바꿔 찾을 말이 맡는다. 여기 적으면 적힌 쪽을 가린다.
        pairs = [
            (number, name)
            for number, term in found
            if number is not None
            for name in term.names
            if name not in term.variants
        ]
        readings = read_headings(analyzer, ((name, ()) for _, name in pairs))
        treating: dict[int, list[Reading]] = defaultdict(list)
        for (number, _), reading in zip(pairs, readings, strict=True):
            treating[number].append(reading)
        return treating

    def postings(self) -> dict[str, list[tuple[int, int, int]]]:
        """조각마다 절의 번호, 제목에서의 세기, 본문에서의 세기를 적는다."""
        lengths = [sum(body.grams.values()) for body in self.bodies]
        average = sum(lengths) / max(1, len(lengths)) or 1
        table: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, (length, body) in enumerate(zip(lengths, self.bodies, strict=True)):
            strengths = self._strengths(number)
            spread = 0.4 + 0.6 * length / average
            flat = self.sections[number].boost < LOW
            levels = {
                count: MIDDLE if flat else _level(count / (count + spread))
                for count in set(body.grams.values())
            }
            for gram, count in body.grams.items():
                table[gram].append((number, strengths.get(gram, 0), levels[count]))
            for gram in strengths.keys() - body.grams.keys():
                strong = strengths[gram]
                table[gram].append((number, strong, int(not strong)))
        return table

    def _strengths(self, number: int) -> dict[str, int]:
        """제목과, 차례에 적힌 이름의 조각마다 그 세기."""
        strengths: dict[str, int] = {}
        headings = [(self.titles[number], self._rare(number)), (self.labels[number], 1)]
        headings += [(name, TREATED) for name in self.treating.get(number, ())]
        for (name, *_), rare in headings:
            strong = _level(min(1, 1.5 * rare / math.sqrt(1 + len(name) / 4)))
            for gram, whole in name.items():
                level = strong if whole > 1 else strong // 2
                strengths[gram] = max(level, strengths.get(gram, 0))
        return strengths

    def _rare(self, number: int) -> float:
        """제목의 무게. 쪽마다 되풀이하는 「요약」은 그 쪽의 이름이 아니다."""
        return self.repeated[self.sections[number].title] ** -REPEATED

    def words(self) -> dict[str, int]:
        """사전에 올릴 낱말과 그 무게. 제목과 용어집의 말이 무겁다."""
        heavy = Counter(chain.from_iterable(title.words for title in self.titles))
        light = Counter(chain.from_iterable(body.words for body in self.bodies))
        words = {w: 20 + min(9, n) for w, n in heavy.items()}
        least = 2 if len(self.sections) < 20_000 else 4
        for word, count in light.items():
            if count >= least and word not in words:
                words[word] = min(9, count.bit_length())
        used = {*heavy, *light}
        for term in self.glossary:
            for name in map(compact, term.names):
                spaced = len(name) > 3 and is_syllable(name[0])
                if len(name) > 1 and (name in used or (spaced and name in self.corpus)):
                    words[name] = max(words.get(name, 0), 15)
        return words

    def spelled(self) -> dict[str, str]:
        """용어와 쪽의 이름을 띄어 쓴 그대로. 가까운 말로 내놓을 것은 이것뿐이다."""
        tops = {x.page: name for x, name in zip(self.sections, self.names, strict=True)}
        names = [*filter(None, tops.values())]
        names += [
            name
            for term in self.glossary
            for name in reversed(term.names)
            if name not in term.variants
        ]
        return {compact(name): normalize(name) for name in names}

    def groups(self) -> list[list[list[str]]]:
        """같은 것을 가리키는 이름의 묶음. 글에 쓰인 이름과 나머지로 나눈다.

        쓰이지 않은 이름으로는 찾아도 나오지 않으므로, 물음에서 알아보기만 한다.
        용어집처럼 `search.boost`를 0 가까이 낮춘 쪽에만 있는 이름도 그렇다.
        """
        groups = [list(dict.fromkeys(term.names)) for term in self.glossary]
        readings = chain(self.titles, self.bodies)
        groups += sorted({tuple(pair) for x in readings for pair in x.pairs})
        out = []
        for names in groups:
            spoken = list(dict.fromkeys(map(normalize, names)))
            used = [name for name in spoken if compact(name) in self.treated]
            if len(spoken) > 1 and used:
                out.append([used, [name for name in spoken if name not in used]])
        return out

    def synonyms(self) -> dict[str, list[str]]:
        """용어의 한 이름에서, 글에 쓰인 나머지 이름으로 가는 표."""
        table: dict[str, dict[str, None]] = defaultdict(dict)
        for used, others in self.groups():
            for name in map(compact, [*used, *others]):
                table[name] |= {word: None for word in used if compact(word) != name}
        return {name: list(words) for name, words in table.items() if words}

    def _name_files(self) -> list[bytes]:
        """바꿔 찾을 말과 쪽의 이름을 담은 파일 하나. 큰 사이트에는 없다."""
        pages, top = [], None
        for number, section in enumerate(self.sections):
            if section.page != top:
                label = self.names[number]
                pages.append([number, section.location, section.title, label])
                top = section.page
        content = _json({"groups": self.groups(), "pages": pages})
        return [content] if len(content) <= FEW_NAMES else []

    def build(self) -> Index:
        """색인 파일을 만든다."""
        words = self._word_rows()
        nouns = {noun_gram(word) for word, *_ in words if is_syllable(word[0])}
        records = {
            gram: _record(gram, rows, noun=gram in nouns)
            for gram, rows in sorted(self.postings().items())
        }
        core = self._core(records)
        named = self._name_files()
        sounds = 1 if len(_json(words)) < FEW_WORDS else 2
        texts = self._text_files()
        contents = {
            "core": [b"".join(records.pop(gram) for gram in core)],
            "grams": self._gram_files(records),
            "words": _word_files(self._word_entries(words, sounds, named)),
            "texts": [_json(part) for part in texts],
            "names": named,
        }
        files: dict[str, bytes] = {}
        names = {kind: _shelve(rows, files) for kind, rows in contents.items()}
        manifest = {
            "format": FORMAT,
            "sections": len(self.sections),
            "parts": [len(part) for part in texts],
            "sounds": sounds,
            "home": self._home(),
            "boosts": self._boosts(),
            "starts": base64.b64encode(self._starts()).decode(),
            **names,
        }
        return Index(manifest, files)

    def _core(self, records: dict[str, bytes]) -> list[str]:
        """용어집의 이름에서 나온 조각. 자주 찾으므로 한 파일에 모아 미리 받게 한다.

        적은 말이 그대로 있을 때는 여기에 있는 이름으로만 바꿔 찾는다.

        사이트가 커서 `CORE_BYTES`를 넘으면 앞의 용어만 담는다.
        """
        core: dict[str, None] = {}
        size = 0
        for gram in chain.from_iterable(map(_asked, self._glossary_names())):
            if gram in core or gram not in records:
                continue
            size += len(records[gram])
            if size > CORE_BYTES:
                break
            core[gram] = None
        return sorted(core)

    def _glossary_names(self) -> list[str]:
        """글에 쓰인 용어의 이름. 용어마다 첫째 이름부터 담는다."""
        used = [
            [
                name
                for name in map(normalize, term.names)
                if compact(name) in self.treated
            ]
            for term in self.glossary
        ]
        return [name for row in zip_longest(*used) for name in row if name]

    def _gram_files(self, records: dict[str, bytes]) -> list[bytes]:
        size = sum(map(len, records.values()))
        parts = [
            bytearray() for _ in range(pieces(size, gram_bytes(len(self.sections))))
        ]
        for gram, record in records.items():
            parts[fnv1a(shelf(gram)) % len(parts)] += record
        return list(map(bytes, parts))

    def _word_rows(self) -> list[list]:
        """낱말과 그 무게, 이름이면 띄어 쓴 꼴."""
        spelled = self.spelled()
        return [
            [word, weight, *([spelled[word]] if word in spelled else [])]
            for word, weight in sorted(self.words().items())
        ]

    def _word_entries(
        self, rows: list[list], sounds: int, named: list[bytes]
    ) -> dict[str, dict]:
        """열쇠마다, 찾을 낱말과 서로 바꿔 찾을 말."""
        entries: dict[str, dict] = defaultdict(dict)
        for row in rows:
            for key in word_keys(row[0], sounds):
                entries[key].setdefault("w", []).append(row)
        if not named:
            for name, others in sorted(self.synonyms().items()):
                key = word_keys(name, sounds)[0]
                entries[key].setdefault("s", {})[name] = others
        for key, entry in entries.items():
            if sounds > 1 and len(key) == 1 and "w" in entry:
                entry["w"] = sorted(entry["w"], key=lambda x: (-len(x), -x[1]))[:60]
        return entries

    def _text_files(self) -> list[list[list]]:
        most = text_bytes(len(self.sections))
        parts: list[list[list]] = []
        size, top = 0, None
        for number, section in enumerate(self.sections):
            first = top is None or section.page != top.page
            top = section if first else top
            row = [
                section.location,
                section.title,
                section.text[:TEXT_LENGTH],
                "" if first else top.title,
                list(section.tags),
                self.names[number],
            ]
            length = len(_json(row))
            if not parts or _parted(section, size, size + length, most):
                parts.append([])
                size = 0
            parts[-1].append(row)
            size += length
        return parts

    def _home(self) -> int:
        """첫 화면의 절 번호. 없으면 -1이다."""
        places = (n for n, section in enumerate(self.sections) if not section.location)
        return next(places, -1)

    def _boosts(self) -> list[list[float]]:
        """점수를 낮추거나 높인 쪽의 첫 절의 번호와 `search.boost`."""
        rows, page = [], None
        for number, section in enumerate(self.sections):
            if section.page != page and section.boost != 1:
                rows.append([number, section.boost])
            page = section.page
        return rows

    def _starts(self) -> bytes:
        """절마다, 쪽의 첫 절이면 1인 비트."""
        bits, page = bytearray((len(self.sections) + 7) // 8), None
        for number, section in enumerate(self.sections):
            if section.page != page:
                bits[number // 8] |= 1 << number % 8
                page = section.page
        return bytes(bits)


def _parted(section: Section, before: int, after: int, most: int) -> bool:
    """이 절부터 새 파일에 담을지.

    주소의 해시를 보고 끊는다. 크기만 보고 끊으면 한 글자를 고쳐도 뒤의 파일이 모두
    바뀐다.
    """
    chosen = before > most / 2 and fnv1a(section.location) % 4 == 0
    return chosen or after > 1.5 * most


def noun_gram(word: str) -> str:
    """명사가 끝나는 조각. 이 조각에 표시해 두면 사전을 받지 않고도 명사인지 안다."""
    return word[-3:]


def _word_files(entries: dict[str, dict]) -> list[bytes]:
    parts: list[dict] = [{} for _ in range(pieces(len(_json(entries)), WORD_BYTES))]
    for key in sorted(entries):
        parts[fnv1a(key) % len(parts)][key] = entries[key]
    return list(map(_json, parts))


def _asked(name: str) -> list[str]:
    """이름을 찾을 때 작업자가 물을 조각. `query.mjs`와 같은 규칙이다."""
    run = name.replace(" ", "")
    if not all(map(is_syllable, run)):
        return [compact(name), *name.split()]
    return [run] if len(run) < 3 else [run[at : at + 3] for at in range(len(run) - 2)]


def _shelve(contents: list[bytes], files: dict[str, bytes]) -> str:
    """내용에 이름을 붙여 `files`에 담고, 이름을 이어 돌려준다."""
    names = []
    for content in contents:
        pressed = press(content)
        names.append(
            next(
                name
                for name in file_names(content)
                if files.setdefault(name, pressed) == pressed
            )
        )
    return "".join(names)


def word_keys(word: str, sounds: int) -> list[str]:
    """낱말을 찾을 열쇠.

    작은 사이트는 첫소리 하나다. 큰 사이트는 첫소리 둘, 그리고 오타에 견디도록 다른
    자리의 첫소리 둘이다.
    """
    first = initials(compact(word))
    if sounds == 1:
        return [first[:1]]
    keys = [first[:2]]
    if len(first) >= 3 and is_syllable(word[0]):
        keys += [f"2{first[1:3]}", f"3{first[0]}{first[2]}"]
    return list(dict.fromkeys([*keys, first[:1]]))


def _record(gram: str, rows: list[tuple[int, int, int]], noun: bool = False) -> bytes:
    total = len(rows)
    if total > MOST_SECTIONS:
        rows = sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))[:MOST_SECTIONS]
        rows.sort()
    out, last = bytearray(), 0
    for number, strong, often in rows:
        step = number - last
        while step > 127:
            out.append(step & 127 | 128)
            step >>= 7
        out.append(step)
        out.append(strong << 4 | often)
        last = number
    name = gram.encode()
    head = varint(len(name)) + name + varint(total << 1 | noun) + varint(len(rows))
    return head + varint(len(out)) + bytes(out)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
