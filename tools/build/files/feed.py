"""쪽이 바뀐 것을 Atom으로 알린다."""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from tools.data.history import Change, korean

NAME = "changes.xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
LENGTH = 30


def atom(
    title: str,
    site: str,
    file: str,
    history: Sequence[Change],
    pages: Mapping[str, tuple[str, str]],
) -> str:
    """커밋 하나를 소식 하나로 적는다.

    Args:
        title: 사이트의 이름.
        site: 사이트의 주소. `/`로 끝난다.
        file: 이 글이 올라갈 파일의 이름.
        history: 새것부터 적은 변화.
        pages: 원본 파일의 이름에서 (쪽의 제목, 사이트에서 본 주소)로.
    """
    shown = [change for change in history if any(x in pages for x in change.files)]
    feed = ET.Element("feed", xmlns=NAMESPACE)
    feed.set("xml:lang", "ko")
    text(feed, "title", f"{title}에서 바뀐 것")
    text(feed, "id", site)
    ET.SubElement(feed, "link", href=site)
    ET.SubElement(feed, "link", rel="self", href=site + file)
    latest = shown[0].date.isoformat() if shown else "1970-01-01T00:00:00Z"
    text(feed, "updated", latest)
    author = ET.SubElement(feed, "author")
    text(author, "name", title)
    for change in shown[:LENGTH]:
        names = [pages[name] for name in change.files if name in pages]
        entry = ET.SubElement(feed, "entry")
        text(entry, "title", change.subject)
        text(entry, "id", f"{site}#{change.commit}")
        text(entry, "updated", change.date.isoformat())
        ET.SubElement(entry, "link", href=site + names[0][1])
        listed = ", ".join(title for title, _ in names)
        text(entry, "summary", f"{korean(change.date)}에 바뀐 쪽은 {listed}.")
    ET.indent(feed)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, "unicode") + "\n"
    )


def text(parent: ET.Element, name: str, value: str) -> None:
    """글만 든 원소를 붙인다."""
    ET.SubElement(parent, name).text = value
