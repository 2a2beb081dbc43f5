"""Kiwi로 글을 형태소로 나눈다. 같은 글은 다시 나누지 않는다."""

import functools
import hashlib
import json
from collections.abc import Callable, Hashable, Iterable
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from korean_search.store import Store

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

CODE = Path(__file__).parent
PACKAGES = ("kiwipiepy", "kiwipiepy_model")


class Token(NamedTuple):
    """형태소 하나. Kiwi가 주는 것 가운데 쓰는 것만 가진다."""

    form: str
    tag: str
    start: int
    len: int


class Analyzer:
    """글을 나누고, 나눈 글에서 얻은 것을 기억한다.

    Kiwi는 기억에 없는 글을 처음 만날 때 불러온다. 불러오는 데 몇 초가 걸린다.
    """

    def __init__(self, words: Iterable[str] = (), store: Store | None = None) -> None:
        """아직 아무것도 불러오지 않는다.

        Args:
            words: 한 낱말로 다룰 한글. 용어집에서 온다.
            store: 다음에 지을 때까지 담아 둘 곳. 없으면 담지 않는다.
        """
        self.words = frozenset(words)
        self.store = store
        self._memory: dict[tuple[str, Hashable], Any] = {}

    def same(self, other: "Analyzer") -> bool:
        """같은 낱말로 나누고 같은 곳에 담는지 답한다."""
        return (self.words, self.store) == (other.words, other.store)

    @functools.cached_property
    def version(self) -> str:
        """나눈 결과를 정하는 것을 가리키는 값. 낱말, Kiwi의 판, 이 꾸러미의 코드다."""
        total = hashlib.sha256(json.dumps(sorted(self.words)).encode())
        for name in PACKAGES:
            total.update(f"{name} {metadata.version(name)}\n".encode())
        for file in sorted(CODE.glob("*.py")):
            total.update(file.read_bytes())
        return total.hexdigest()

    def tokenize(self, texts: Iterable[str]) -> list[list[Token]]:
        """글마다 형태소의 목록을 돌려준다. `texts`와 차례가 같다."""
        return self.recall("tokens", texts, self.split, _tokens)

    def split(self, texts: Iterable[str]) -> list[list[Token]]:
        """기억하지 않고 나눈다. 나눈 것에서 얻은 것만 기억할 때 쓴다."""
        return [
            [Token(one.form, one.tag, one.start, one.len) for one in tokens]
            for tokens in _kiwi(self.words).tokenize(texts)
        ]

    def recall(
        self,
        kind: str,
        inputs: Iterable[Hashable],
        make: Callable[[list], list],
        load: Callable[[Any], Any],
    ) -> list:
        """재료마다, 기억하거나 담아 둔 것을 찾고 없으면 만든다.

        Args:
            kind: 무엇을 만드는지.
            inputs: 재료. 글이나 글의 튜플이다.
            make: 기억에 없는 재료를 한꺼번에 받아 그 차례로 만드는 함수.
            load: JSON에서 읽은 것을 `make`가 만든 것과 같게 되돌리는 함수.

        Returns:
            만든 것. `inputs`와 차례가 같다.
        """
        inputs = list(inputs)
        new = [one for one in dict.fromkeys(inputs) if (kind, one) not in self._memory]
        if self.store and new:
            keys = {self._key(kind, one): one for one in new}
            for key, row in self.store.read(keys).items():
                self._memory[kind, keys[key]] = load(row)
        fresh = [one for one in new if (kind, one) not in self._memory]
        if fresh:
            made = dict(zip(fresh, make(fresh), strict=True))
            self._memory |= {(kind, one): value for one, value in made.items()}
            if self.store:
                self.store.write(
                    {self._key(kind, one): value for one, value in made.items()}
                )
        return [self._memory[kind, one] for one in inputs]

    def _key(self, kind: str, one: Hashable) -> str:
        text = json.dumps([self.version, kind, one])
        return hashlib.sha256(text.encode()).hexdigest()


# 용어집을 고치며 미리 볼 때, 전의 말로 불러온 모델이 쌓이지 않게 둘만 남긴다.
@functools.lru_cache(maxsize=2)
def _kiwi(words: frozenset[str]) -> "Kiwi":
    # 담아 둔 것으로 다 되면 꾸러미도 읽지 않는다.
    from kiwipiepy import Kiwi

    # 여러 낱말로 된 이름의 사전은 불러오는 시간의 반을 쓴다. 우리는 그런 이름을 어차피
    # 음절로 이어 찾고, 오타도 고치게 하지 않으므로 두 사전을 들이지 않는다.
    kiwi = Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)
    for word in sorted(words):
        kiwi.add_user_word(word, "NNP", 3.0)
    return kiwi


def _tokens(rows: list) -> list[Token]:
    return [Token(*row) for row in rows]
