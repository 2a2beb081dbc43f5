"""바뀐 것이 새것부터 소식이 되는지 확인한다."""

from datetime import datetime
from xml.etree import ElementTree as ET

from tools.build.files import feed
from tools.data.history import KOREA, Change

ATOM = "{http://www.w3.org/2005/Atom}"
PAGES = {"docs/a.md": ("쪽 & 가", "a/"), "docs/나.md": ("쪽 나", "b/")}
CHANGES = [
    Change(
        "2", datetime(2026, 2, 3, 9, tzinfo=KOREA), "<둘째>", ("docs/a.md", "docs/x")
    ),
    Change("9", datetime(2026, 2, 2, tzinfo=KOREA), "쪽이 아닌 것", ("docs/x",)),
    Change(
        "1", datetime(2026, 1, 2, 5, tzinfo=KOREA), "처음", ("docs/a.md", "docs/나.md")
    ),
]


def read(changes: list[Change]) -> ET.Element:
    return ET.fromstring(feed.atom("노트", "https://x.org/y/", "f.xml", changes, PAGES))


def test_feed_tells_what_changed_newest_first() -> None:
    root = read(CHANGES)
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    assert titles == ["<둘째>", "처음"]
    first = root.find(f"{ATOM}entry")
    assert first.find(f"{ATOM}link").get("href") == "https://x.org/y/a/"
    assert first.findtext(f"{ATOM}summary") == "2026년 2월 3일에 바뀐 쪽은 쪽 & 가."
    assert root.findtext(f"{ATOM}updated") == "2026-02-03T09:00:00+09:00"
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == 2


def test_feed_leads_to_itself_and_to_the_site() -> None:
    links = {x.get("rel"): x.get("href") for x in read([]).findall(f"{ATOM}link")}
    assert links == {None: "https://x.org/y/", "self": "https://x.org/y/f.xml"}


def test_feed_without_history_is_still_valid() -> None:
    assert datetime.fromisoformat(read([]).findtext(f"{ATOM}updated"))


def test_only_the_latest_are_told() -> None:
    entries = list(read([CHANGES[0]] * (feed.LENGTH + 5)).iter(f"{ATOM}entry"))
    assert len(entries) == feed.LENGTH
