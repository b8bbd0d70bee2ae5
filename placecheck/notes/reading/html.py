"""Read a web page as lines. Scripts are never run, and nothing that a page links to is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from placecheck.notes.reading.bounds import UnreadableError
from placecheck.notes.reading.lines import DocumentLine

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div"),
    *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main"),
    *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
LEFT_OUT = frozenset(
    {
        *("audio", "button", "canvas", "embed", "head", "iframe", "input", "map", "math", "nav", "noscript", "object"),
        *("option", "script", "select", "style", "svg", "template", "textarea", "video"),
    }
)
"""Elements that hold no words of the note, or words that are on every page of a site."""
LEFT_OUT_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert"})
OUTER = frozenset({"header", "footer", "aside"})
"""Elements that are left out unless they are inside the article itself."""

_SPACE = re.compile(r"[ \t\n\r\f\v\xa0]+")


def read_html(raw: bytes) -> tuple[DocumentLine, ...]:
    """Return the lines of a page.

    Raises:
        UnreadableError: The page holds no text.
    """
    root = _parsed(raw)
    lines = tuple(_lines(root)) if root is not None else ()
    if not lines:
        raise UnreadableError("This page holds no text. Save the page again once it has fully loaded.")
    return lines


def _parsed(raw: bytes) -> etree._Element | None:
    parser = html.HTMLParser(encoding=_encoding(raw), remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(raw, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _encoding(raw: bytes) -> str | None:
    """Return UTF-8 where the page is valid UTF-8, else None, so that the parser uses the declared encoding."""
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _lines(root: etree._Element) -> Iterator[DocumentLine]:
    held: list[str] = []
    starts_paragraph = True
    for step, is_heading in _steps(root):
        if step not in ("", "\n"):
            held.append(step)
            continue
        text = _SPACE.sub(" ", "".join(held)).strip()
        held = []
        if text:
            yield DocumentLine(text, starts_paragraph=starts_paragraph, is_heading=is_heading)
        starts_paragraph = step == "" if text or step == "" else starts_paragraph


def _steps(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield pieces of text in order: an empty one where a block begins or ends, a line feed for a line break.

    Each comes with whether the text before it belongs to a heading. Walks by events, so that no depth is too deep.
    """
    article = 0
    skipping: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipping is None and _is_left_out(element, tag, article):
                skipping = element
            article += tag in ("article", "main")
            if skipping is None:
                if tag in BLOCKS:
                    yield "", False
                yield from _broken(tag, element.text)
            continue
        article -= tag in ("article", "main")
        if skipping is None and tag in BLOCKS:
            yield "", tag in HEADINGS
        if skipping is element:
            skipping = None
            yield "", False
        if skipping is None and element is not root and element.tail:
            yield element.tail, False
    yield "", False


def _broken(tag: str, text: str | None) -> Iterator[tuple[str, bool]]:
    if tag == "br":
        yield "\n", False
    if text:
        yield text, False


def _is_left_out(element: etree._Element, tag: str, article: int) -> bool:
    hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    outer = tag in OUTER and not article
    return tag in LEFT_OUT or outer or hidden or element.get("role") in LEFT_OUT_ROLES
