"""절을 받아 브라우저가 필요한 만큼만 내려받을 색인 파일을 만든다.

파일은 세 가지다. `g`는 조각이 나오는 절, `w`는 낱말과 서로 바꿔 찾을 말, `s`는 절의
글이다. 모두 해시로 나누어, 사이트가 커져도 검색 한 번에 받는 양이 거의 늘지 않는다.
"""

import gzip
import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from korean_search.analysis import Analyzer
from korean_search.glossary import Term, compact, dictionary
from korean_search.hangul import initials, is_syllable, normalize
from korean_search.reading import normalize_title, read_bodies, read_headings
from korean_search.sections import Section

WORD_BYTES = 3_000  # 낱말 파일 하나의 압축하기 전 크기
MOST_SECTIONS = 1_500  # 조각 하나에 적는 가장 많은 절
TEXT_LENGTH = 800  # 결과에 보여 줄 글의 길이
LEVELS = 15


@dataclass(frozen=True)
class Index:
    """색인 파일과, 그것을 읽는 데 필요한 수.

    Attributes:
        settings: 작업자에게 넘길 설정.
        files: 이름과 내용. 내용은 gzip으로 눌렀다.
    """

    settings: dict
    files: dict[str, bytes]


def fnv1a(text: str) -> int:
    """UTF-16 코드로 셈하는 FNV-1a. 자바스크립트와 같은 값을 낸다."""
    value = 0x811C9DC5
    for letter in text:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return value


def gram_bytes(sections: int) -> int:
    """압축하기 전의 조각 파일 하나. 사이트보다 느리게 커져 파일도 너무 늘지 않는다."""
    return round(28 * max(sections, 1) ** 0.5)


def text_sections(sections: int) -> int:
    """글 파일 하나에 담는 절의 수. 절이 661개면 2, 십만 개면 5다."""
    return max(2, round(max(sections, 1) ** 0.2 / 2))


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
        self.names = [normalize_title(section.label) for section in sections]
        self.labels = read_headings(analyzer, ((name, ()) for name in self.names))
        self.bodies = read_bodies(analyzer, ((x.text, x.code) for x in sections))

    def postings(self) -> dict[str, list[tuple[int, int, int]]]:
        """조각마다 절의 번호, 제목에서의 세기, 본문에서의 세기를 적는다."""
        lengths = [sum(body.grams.values()) for body in self.bodies]
        average = sum(lengths) / max(1, len(lengths)) or 1
        table: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, (length, body) in enumerate(zip(lengths, self.bodies, strict=True)):
            strengths = self._strengths(number)
            boost, spread = self.sections[number].boost, 0.4 + 0.6 * length / average
            levels = {
                count: _level(boost * count / (count + spread))
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
        for name in (self.titles[number].grams, self.labels[number].grams):
            weight = self.sections[number].boost / math.sqrt(1 + len(name) / 4)
            # `search.boost`를 0 가까이 낮춘 쪽은 제목도 본문처럼 가볍게 친다.
            strong = round(LEVELS * min(1, weight * 1.5))
            strengths |= {gram: max(strong, strengths.get(gram, 0)) for gram in name}
        return strengths

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
        corpus = compact(" ".join(f"{s.title} {s.text}" for s in self.sections))
        for term in self.glossary:
            for name in map(compact, term.names):
                spaced = len(name) > 3 and is_syllable(name[0])
                if len(name) > 1 and (name in used or (spaced and name in corpus)):
                    words[name] = max(words.get(name, 0), 15)
        return words

    def spelled(self) -> dict[str, str]:
        """용어와 쪽의 이름을 띄어 쓴 그대로. 가까운 말로 내놓을 것은 이것뿐이다."""
        tops = {x.page: name for x, name in zip(self.sections, self.names, strict=True)}
        names = [*filter(None, tops.values())]
        names += [name for term in self.glossary for name in reversed(term.names)]
        return {compact(name): normalize(name) for name in names}

    def synonyms(self) -> dict[str, list[str]]:
        """용어의 한 이름에서 나머지 이름으로 가는 표."""
        table = {}
        for term in self.glossary:
            names = list(dict.fromkeys(map(compact, term.names)))
            spoken = [normalize(name) for name in dict.fromkeys(term.names)]
            for name in names:
                others = [word for word in spoken if compact(word) != name]
                if others:
                    table[name] = others
        for word, english in self._beside():
            for one, other in ((compact(word), english), (compact(english), word)):
                names = table.setdefault(one, [])
                if other not in names:
                    names.append(other)
        return table

    def _beside(self) -> list[tuple[str, str]]:
        readings = chain(self.titles, self.bodies)
        return sorted({(word, english) for x in readings for word, english in x.pairs})

    def build(self) -> Index:
        """색인 파일을 만든다."""
        files: dict[str, bytes] = {}
        gram_chunks = self._gram_files(files)
        word_chunks = self._word_files(files)
        pages = self._text_files(files)
        stamp = hashlib.sha256()
        for name in sorted(files):
            stamp.update(name.encode() + files[name])
        version = stamp.hexdigest()[:10]
        settings = {
            "version": version,
            "sections": len(self.sections),
            "grams": gram_chunks,
            "words": word_chunks,
            "group": text_sections(len(self.sections)),
            "pages": pages,
        }
        return Index(settings, {f"{version}/{k}": v for k, v in files.items()})

    def _gram_files(self, files: dict[str, bytes]) -> int:
        records = {g: _record(g, rows) for g, rows in self.postings().items()}
        size = sum(map(len, records.values()))
        # 짝수로 나누면 해시의 아래 자리가 고르지 않아 파일의 크기가 들쭉날쭉하다.
        chunks = size // gram_bytes(len(self.sections)) | 1
        parts: dict[int, list[bytes]] = defaultdict(list)
        for gram in sorted(records):
            parts[fnv1a(shelf(gram)) % chunks].append(records[gram])
        for number in range(chunks):
            files[f"g{number}"] = press(b"".join(parts[number]))
        return chunks

    def _word_files(self, files: dict[str, bytes]) -> int:
        entries: dict[str, dict] = defaultdict(dict)
        spelled = self.spelled()
        for word, weight in sorted(self.words().items()):
            row = [word, weight, *([spelled[word]] if word in spelled else [])]
            for key in word_keys(word):
                entries[key].setdefault("w", []).append(row)
        for name, others in sorted(self.synonyms().items()):
            entries[word_keys(name)[0]].setdefault("s", {})[name] = others
        for key, entry in entries.items():
            if len(key) == 1 and "w" in entry:
                entry["w"] = sorted(entry["w"], key=lambda x: (-len(x), -x[1]))[:60]
        size = len(json.dumps(entries, ensure_ascii=False).encode())
        chunks = size // WORD_BYTES | 1
        parts: dict[int, dict] = defaultdict(dict)
        for key in sorted(entries):
            parts[fnv1a(key) % chunks][key] = entries[key]
        for number in range(chunks):
            files[f"w{number}"] = press(_json(parts[number]))
        return chunks

    def _text_files(self, files: dict[str, bytes]) -> str:
        starts = bytearray((len(self.sections) + 7) // 8)
        rows, page, parent = [], None, -1
        for number, section in enumerate(self.sections):
            if section.page != page:
                starts[number // 8] |= 1 << number % 8
                page, parent = section.page, number
            top = self.sections[parent]
            rows.append(
                [
                    section.location,
                    section.title,
                    section.text[:TEXT_LENGTH],
                    top.title if parent != number else "",
                    list(section.tags),
                    self.names[number],
                ]
            )
        group = text_sections(len(rows))
        for first in range(0, len(rows), group):
            files[f"s{first // group}"] = press(_json(rows[first : first + group]))
        files["p"] = press(bytes(starts))
        return "p"


def word_keys(word: str) -> list[str]:
    """낱말을 찾을 열쇠. 첫소리 둘, 그리고 오타에 견디도록 다른 자리의 첫소리 둘."""
    sounds = initials(compact(word))
    keys = [sounds[:2]]
    if len(sounds) >= 3 and is_syllable(word[0]):
        keys += [f"2{sounds[1:3]}", f"3{sounds[0]}{sounds[2]}"]
    return list(dict.fromkeys([*keys, sounds[:1]]))


def _record(gram: str, rows: list[tuple[int, int, int]]) -> bytes:
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
    head = varint(len(name)) + name + varint(total) + varint(len(rows))
    return head + varint(len(out)) + bytes(out)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
