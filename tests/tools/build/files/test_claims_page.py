"""근거 쪽이 문장마다 근거를 빠짐없이 적는지 확인한다."""

from collections.abc import Callable

from tools.build.files import claims_page
from tools.build.site import Site
from tools.data.robustness import Rerun, current, write
from tools.page.headings import headings


def test_every_claim_stands_under_its_page(site: Site) -> None:
    text = claims_page.write(site)
    assert [(x.title, x.id) for x in headings(text)] == [
        ("주장과 근거", "claims"),
        ("1. 층", "week1-layers"),
        ("2. 훈련", "week1-training"),
    ]
    assert "실험 1개, 출처 1개, 유도 1개예요." in text
    for claim in site.claims:
        assert f"[{claim.sentence}]({claim.page})\n{{ #{claim.id} " in text


def test_each_kind_shows_its_evidence(make_site: Callable[..., Site]) -> None:
    text = claims_page.write(make_site(repository=""))
    assert "**실험** `snippets/week1/layers/count.py`. 시드 5개, 분할 2개.\n" in text
    assert "얻은 것은 둘.\n시험은 `tests/week1/layers/test_count.py`의 `test_c" in text
    assert "**출처** [a.b/paper](https://a.b/paper), 3절." in text
    assert "**유도** 하나에 하나를 더한다." in text


def test_code_is_linked_where_the_repository_is_known(site: Site) -> None:
    address = site.code("snippets/week1/layers/count.py")
    assert f"[`snippets/week1/layers/count.py`]({address})" in claims_page.write(site)


def test_reruns_are_told_where_every_test_was_run(
    make_site: Callable[..., Site],
) -> None:
    root, snippet = make_site().root, "snippets/week1/layers/count.py"
    now, told = current(root, snippet), "시드를 모두 바꾸어 2번 다시 돌려 1번 통과했다."
    for held, shown in (({"test_count": 1}, True), ({"test_other": 2}, False)):
        write(root, {snippet: Rerun(now, [1, 2], held)})
        assert (told in claims_page.write(make_site())) is shown
