"""What each kind of file gives, read by the reader that its content asks for."""

from __future__ import annotations

import io

import docx
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from placecheck.errors import InputError
from placecheck.notes.reading import paragraphs, read_lines

TEXTS = ["Who was there", "We met on the quay at nine.", "The tide was out, so we walked."]


def texts(name: str, raw: bytes) -> list[str]:
    return [text for text, _ in paragraphs(read_lines(name, raw))]


def headings(name: str, raw: bytes) -> list[str]:
    return [text for text, heading in paragraphs(read_lines(name, raw)) if heading]


def word(*, heading: str = "", paragraphs: list[str]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    if heading:
        document.add_heading(heading)
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def test_plain_text_is_a_paragraph_a_line():
    assert texts("a.txt", "\n\n".join(TEXTS).encode()) == TEXTS


def test_text_that_was_broken_at_a_margin_is_mended():
    line = "the quay was quiet and the boats lay on their sides in the mud by it"
    text = "\n".join(["\n".join([line] * 4), "", "\n".join([line] * 3)])
    assert texts("a.txt", text.encode()) == [" ".join([line] * 4), " ".join([line] * 3)]


def test_windows_text_with_a_byte_order_mark_is_read():
    assert texts("a.txt", "\r\n".join(TEXTS).encode("utf-16")) == TEXTS
    assert texts("a.txt", "\r\n".join(TEXTS).encode("utf-8-sig")) == TEXTS


def test_a_web_page_gives_its_text_and_neither_scripts_nor_navigation():
    page = (
        "<!doctype html><html><head><title>t</title><script>steal()</script><style>p{}</style></head><body>"
        "<nav><a href='/'>Home</a></nav><header>Our site</header><article><h2>Who was there</h2>"
        "<p>We met on the <b>quay</b>\n at nine.</p><p onclick='steal()'>The tide was out,<br>so we walked.</p>"
        "<script>steal()</script><iframe src='https://example.org'>x</iframe></article><footer>Imprint</footer></body>"
    )
    assert texts("a.html", page.encode()) == TEXTS
    assert headings("a.html", page.encode()) == TEXTS[:1]


def test_what_a_page_is_called_does_not_hide_what_it_is():
    assert texts("saved.txt", b"<html><body><p>One.</p><p>Two.</p></body></html>") == ["One.", "Two."]


def test_markdown_gives_its_text_without_marks():
    text = "# Who was there\n\nWe met on the *quay*\nat nine.\n\n- The tide was out, so [we](https://a.org) walked.\n"
    assert texts("a.md", text.encode()) == TEXTS
    assert headings("a.md", text.encode()) == TEXTS[:1]


def test_a_word_document_gives_its_text_with_headings_and_tables():
    assert texts("a.docx", word(heading=TEXTS[0], paragraphs=TEXTS[1:])) == TEXTS
    assert headings("a.docx", word(heading=TEXTS[0], paragraphs=TEXTS[1:])) == TEXTS[:1]


def test_a_pdf_gives_its_paragraphs_whole_without_page_numbers():
    long = " ".join(f"The {n}th boat in the harbour lay on its side in the mud that day." for n in range(120))
    source = f'#set page(numbering: "1")\n{long}\n\nThe end of it.'
    assert texts("a.pdf", typst.compile(source.encode())) == [long, "The end of it."]


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0old", "old Word file"),
        ("a.txt", b"\x89PNG\r\n", "picture"),
        ("a.docx", b"PK\x03\x04broken", "damaged"),
        ("a.pdf", b"%PDF-1.7\nbroken", "damaged"),
        ("a.txt", b"\xff\xfe\x00", "UTF-16"),
        ("a.txt", b"caf\xe9", "UTF-8"),
        ("a.txt", b"\x00\x01\x02\x03" * 9, "not text"),
        ("a.txt", b"  \n \n", "no text"),
        ("a.html", b"<html><script>only()</script></html>", "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(name, raw, why):
    with pytest.raises(InputError, match=why):
        read_lines(name, raw)


@given(st.binary(max_size=400))
def test_any_bytes_called_text_give_lines_or_a_refusal(raw):
    try:
        lines = read_lines("a.txt", raw) if not raw.startswith((b"PK", b"<")) and b"%PDF-" not in raw else ()
    except InputError as error:
        lines, mends = (), [finding.hint for finding in error.findings]
    else:
        mends = ["none needed"]
    assert all(mends)
    assert all(line.text.strip() for line in lines)
