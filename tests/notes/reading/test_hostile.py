"""Files that were made to do harm are refused or made harmless, soon."""

from __future__ import annotations

import io
import zipfile

import pytest

from placecheck.errors import InputError
from placecheck.notes.inputs import input_files
from placecheck.notes.reading import MAX_BYTES, paragraphs, read_lines

BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def package(document: bytes) -> bytes:
    """A Word document whose main part is `document`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        )
        made.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{RELATION}" Target="word/document.xml"/></Relationships>',
        )
        made.writestr("word/document.xml", document)
    return out.getvalue()


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, held in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, len(out))
    return bytes(out) + head + table + tail


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a.docx", "a.pdf"])
def test_a_file_of_two_hundred_megabytes_is_refused_without_being_read_whole(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(200_000_000)
    (given,) = input_files([path])
    raw = given.read()
    assert len(raw) <= MAX_BYTES + 1
    with pytest.raises(InputError, match="larger than 20 MB"):
        read_lines(given.name, raw)


def test_a_bomb_in_a_word_document_is_refused_unopened():
    bomb = package(BODY.format("<w:p/>" + " " * 90_000_000).encode())
    assert len(bomb) < 1_000_000
    with pytest.raises(InputError, match="unpacks to far more"):
        read_lines("a.docx", bomb)


def test_entities_in_a_word_document_do_not_swell():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "lol">{entities}]>' + BODY.format("<w:p>&e11;</w:p>")
    with pytest.raises(InputError):
        read_lines("a.docx", package(text.encode()))


def test_a_word_document_reads_no_file_of_this_machine(tmp_path):
    (tmp_path / "secret").write_text("SECRET")
    doctype = f'<!DOCTYPE d [<!ENTITY f SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    run = "<w:p><w:r><w:t>Read: &f;</w:t></w:r></w:p>"
    try:
        lines = read_lines("a.docx", package((doctype + BODY.format(run)).encode()))
    except InputError:
        return
    assert "SECRET" not in " ".join(line.text for line in lines)


def test_a_pdf_whose_pages_go_round_in_a_circle_is_refused():
    loop = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Count 2 /Parent 2 0 R >>",
    )
    with pytest.raises(InputError):
        read_lines("a.pdf", loop)


def test_a_pdf_whose_form_draws_itself_ends():
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 5 0 R /Length 6 >>\nstream\n/F0 Do\nendstream"
    loop = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 6 0 R /Resources 5 0 R >>",
        form,
        b"<< /XObject << /F0 4 0 R >> >>",
        b"<< /Length 6 >>\nstream\n/F0 Do\nendstream",
    )
    with pytest.raises(InputError):
        read_lines("a.pdf", loop)


def test_a_page_as_deep_as_it_is_long_is_read_or_refused():
    page = b"<html><body>" + b"<div>" * 50_000 + b"Deep down." + b"</div>" * 50_000
    try:
        found = [text for text, _ in paragraphs(read_lines("a.html", page))]
    except InputError:
        return
    assert found in ([], ["Deep down."])


def test_marks_that_are_costly_to_read_are_bounded():
    try:
        lines = read_lines("a.md", b"*a_ " * 20_000)
    except InputError:
        return
    assert lines
