"""MkDocs가 부르는 자리. MkDocs를 아는 것은 이 파일뿐이고, 하는 일은 곁에 있다."""

import importlib.util
import sys
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

ROOT = Path(__file__).resolve().parents[2]
for name in {"korean_search", "tools"} - sys.modules.keys():  # 설치하지 않은 두 꾸러미
    spec = importlib.util.spec_from_file_location(name, ROOT / name / "__init__.py")
    sys.modules[name] = importlib.util.module_from_spec(spec)

from tools.build import work  # noqa: E402


@contextmanager
def told():
    try:
        yield
    except ValueError as error:  # 틀린 자리와 고치는 법을 말한다
        raise PluginError(str(error)) from error


class Hook:
    """사건마다 할 일. 지을 때마다 `site`를 새로 만든다."""

    def on_startup(self, command, **_):
        self.serving = command == "serve"

    def on_config(self, config):
        self.site = work.begin(ROOT, config, self.serving, get_relative_url)
        config.repo_url = self.site.repository or None
        config.edit_uri = config.repo_url and config.edit_uri

    def on_files(self, files, config):
        for page in work.read(self.site, files.documentation_pages(), config.nav):
            files.append(File.generated(config, page.name, content=page.markdown))
            files.src_uris[page.name].edit_uri = page.edited
        self.site.urls = {x.src_uri: x.url for x in files.documentation_pages()}

    def on_page_markdown(self, markdown, page, **_):
        return work.complete(self.site, page, markdown)

    def on_page_content(self, html, page, **_):
        return work.walk(self.site, page, html)

    def on_env(self, env, **_):
        work.lend(self.site, env)

    def on_post_build(self, config):
        work.finish(self.site, Path(config.site_dir))


hook = Hook()
for event in filter(lambda name: name.startswith("on_"), dir(hook)):
    globals()[event] = told()(getattr(hook, event))
