"""시험에 쓸 사이트를 GitHub Pages처럼 압축해 내보낸다.

시험을 여러 프로세스로 나누어도 주소는 하나다. 주소는 사이트에 적히므로, 다음
시험에서도 같은 포트를 먼저 쓴다.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.paths import CACHE
from tools.measure.wire import compressed

SITES = CACHE / "sites"
# 사이트의 이름마다, 먼저 써 볼 포트와 그 주소에서의 자리.
PLACES = {"fork": (28117, ""), "nested": (28118, "a-fork/")}


class Site(NamedTuple):
    """지어서 띄운 사이트의 폴더와 주소."""

    folder: Path
    url: str


def pytest_configure(config: pytest.Config) -> None:
    """시험을 나누어 주는 프로세스가 내보내고, 나누어 받은 프로세스는 주소만 받는다."""
    if hasattr(config, "workerinput"):
        config.stash[URLS] = config.workerinput["sites"]
        return
    stack = ExitStack()
    config.add_cleanup(stack.close)
    config.stash[URLS] = {
        name: stack.enter_context(compressed(SITES / name, port)).url + path
        for name, (port, path) in PLACES.items()
    }


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """나누어 받을 프로세스에 주소를 건넨다."""
    node.workerinput["sites"] = node.config.stash[URLS]


URLS = pytest.StashKey[dict[str, str]]()


def site_of(config: pytest.Config, name: str) -> Site:
    """사이트의 자리. 짓는 것은 부른 쪽이 한다."""
    return Site(SITES / name / PLACES[name][1], config.stash[URLS][name])
