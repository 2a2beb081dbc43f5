"""실험 쪽으로 옮긴 제목의 옛 주소가, 그 실험으로 이끄는 문장에 닿게 한다.

바깥에 적어 둔 `주제의 주소#제목`은 서버가 옮겨 줄 수 없다. 링크에 옛 이름을 달면
스크립트 없이도 브라우저가 그 문장을 찾는다.
"""

from pathlib import PurePosixPath

from tools.build.site import Page, Site
from tools.build.tree import Tree

FOLDER = "experiments"


def keep_old_anchors(tree: Tree, page: Page, site: Site) -> None:
    """주제의 실험 쪽으로 가는 링크마다, 가리키는 제목의 이름을 id로 단다."""
    source = PurePosixPath(page.source)
    experiments = (source.parent / FOLDER / source.name).as_posix()
    if experiments not in site.urls:
        return
    known = {node.attributes["id"] for node in tree.all("[id]")}
    for link in tree.all(f'a[href^="{site.address(page, experiments)}#"]'):
        name = link.attributes["href"].partition("#")[2]
        if name not in known and "id" not in link.attributes:
            link.attrs["id"] = name
            known.add(name)
