"""사람의 이름이 아니라 보통 낱말인지 가린다."""

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

NAME = "NNP"  # 고유 명사는 사람의 이름일 수 있다


class Words:
    """Kiwi의 사전과 용어집에 있는 말을 안다."""

    def __init__(self, terms: Collection[str] = ()) -> None:
        """용어집의 말을 기억한다. Kiwi는 처음 물을 때 불러온다."""
        self.terms = frozenset(terms)

    @cached_property
    def _kiwi(self) -> "Kiwi":
        from kiwipiepy import Kiwi

        return Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)

    def __contains__(self, text: str) -> bool:
        """보통 낱말인지 본다. 사전에 없는 말은 이름일 수 있으므로 아니라고 한다."""
        if text in self.terms:
            return True
        tokens = self._kiwi.tokenize(text)
        return all(
            one.tag != NAME and self._kiwi.morpheme(one.id).form for one in tokens
        )
