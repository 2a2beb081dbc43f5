"""설치하지 않고 `mkdocs.yml`의 `hooks`에 적는 파일. 할 일은 plugin.py에 있다."""

import importlib.util
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if HERE.name not in sys.modules:  # 설치하지 않은 꾸러미
    spec = importlib.util.spec_from_file_location(HERE.name, HERE / "__init__.py")
    sys.modules[HERE.name] = importlib.util.module_from_spec(spec)

from korean_search.plugin import Hook  # noqa: E402

search = Hook()
for event in filter(lambda name: name.startswith("on_"), dir(search)):
    globals()[event] = getattr(search, event)
