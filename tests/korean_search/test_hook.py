"""MkDocs에 붙이는 껍데기가 꾸러미를 찾고, 찾는 길은 바꾸지 않는지 본다."""

import json
import os
import subprocess
import sys
from pathlib import Path

from korean_search import hook
from korean_search.plugin import Hook

HOOK = Path(hook.__file__)
CODE = """
import importlib.util, json, sys
before = list(sys.path)
spec = importlib.util.spec_from_file_location("a/hook.py", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
events = sorted(name for name in vars(module) if name.startswith("on_"))
print(json.dumps([before == sys.path, events]))
"""


def test_package_is_found_without_being_installed(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    result = subprocess.run(
        [sys.executable, "-c", CODE, str(HOOK)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    same_path, events = json.loads(result.stdout)
    assert same_path
    assert events == [
        "on_build_error",
        "on_config",
        "on_env",
        "on_nav",
        "on_post_build",
        "on_pre_build",
        "on_serve",
        "on_startup",
    ]


def test_events_belong_to_one_search() -> None:
    owners = {getattr(hook, name).__self__ for name in dir(hook) if name[:3] == "on_"}
    (owner,) = owners
    assert isinstance(owner, Hook)
