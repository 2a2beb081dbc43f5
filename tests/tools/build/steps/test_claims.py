"""문장에서 근거로, 근거에서 문장으로 가는지 확인한다."""

from tests.tools.build.conftest import page_of
from tools.build.files import claims_page
from tools.build.site import Site
from tools.build.steps import claims
from tools.build.tree import Tree


def test_sentence_gets_a_link_to_its_evidence(site: Site) -> None:
    (claim,) = (x for x in site.claims if x.page == "week1/layers.md")
    tree = Tree(f"<p>앞.</p><p>{claim.sentence} 뒤.</p><ul><li>다른 말</li></ul>")
    claims.link_claims(tree, page_of("week1/layers.md"), site)
    (link,) = tree.all("a.claim")
    assert link.parent.text().startswith(claim.sentence)
    assert link.attributes["href"] == f"../../claims/#{claim.id}"
    assert link.attributes["id"] == claim.id
    assert "data-search-exclude" in link.attributes


def test_sentence_parted_by_marks_is_found(site: Site) -> None:
    tree = Tree("<table><td>층이 <b>둘</b>이면\n더 <code>깊</code>다.</td></table>")
    claims.link_claims(tree, page_of("week1/layers.md"), site)
    assert tree.first("td > a.claim")


def test_page_without_the_sentence_is_left(site: Site) -> None:
    html = "<p>다른 말</p>"
    tree = Tree(html)
    claims.link_claims(tree, page_of("week1/layers.md"), site)
    assert tree.html == html


def test_evidence_leads_back_to_the_sentence(site: Site) -> None:
    tree = Tree(
        '<p id="claim-1" class="claim-sentence"><a href="../week1/layers/">말</a></p>'
        '<p><a href="../week1/layers/">다른 링크</a></p>'
    )
    claims.link_claims(tree, page_of(claims_page.NAME), site)
    assert [x.attributes["href"] for x in tree.all("a")] == [
        "../week1/layers/#claim-1",
        "../week1/layers/",
    ]


def test_each_sentence_is_followed_by_its_own_link(site: Site) -> None:
    tree = Tree("<p>훈련은 <b>되풀이</b>다. 두 번이면 <i>둘이다.</i> 끝 &lt;b&gt;.</p>")
    claims.link_claims(tree, page_of("week1/training.md"), site)
    one, other = (mark.html for mark in tree.all("a.claim"))
    assert tree.first("p").inner_html == (
        f"훈련은 <b>되풀이</b>다.{one} 두 번이면 <i>둘이다.{other}</i> 끝 &lt;b&gt;."
    )
