from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.errors import InputError
from placecheck.source import parsed, read_source
from placecheck.source.builder import MAX_KEY
from placecheck.source.text import UNWANTED
from placecheck.source.tree import dotted


def plain(last: int = 0x10FFFF) -> st.SearchStrategy:
    """Whatever JSON can hold that has keys we take, with text up to the `last` character."""
    characters = st.characters(max_codepoint=last, exclude_categories=["Cs", "Cc", "Cn"])
    text, key = st.text(characters), st.text(characters, max_size=MAX_KEY)
    return st.recursive(
        st.none() | st.booleans() | st.integers(-(10**18), 10**18) | text,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(key, inner, max_size=4),
        max_leaves=12,
    )


def test_each_key_and_each_entry_has_its_line_in_yaml():
    source = parsed("place:\n  name: Ore\nvoices:\n  - id: v1\n\n  - id: v2\n    paper: true\n", "f.yaml")
    assert source.line(("place",)) == 1
    assert source.line(("place", "name")) == 2
    assert source.line(("voices", 1)) == 6
    assert source.line(("voices", 1, "paper")) == 7


def test_each_key_and_each_entry_has_its_line_in_json():
    text = '{"place": {\n"name": "Ore"},\n"voices": [\n\n{"id": "v1"}, {"id":\n"v2",\n"paper": true}]}'
    source = parsed(text, "f.json", is_json=True)
    assert source.line(("place",)) == 1
    assert source.line(("place", "name")) == 2
    assert source.line(("voices", 0)) == 5
    assert source.line(("voices", 1)) == 5
    assert source.line(("voices", 1, "paper")) == 7


def test_a_key_that_the_file_lacks_has_the_line_of_what_should_hold_it():
    source = parsed("place:\n  kind: town\n", "f.yaml")
    assert source.line(("place", "name")) == 1


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_breaks_of_every_machine_count_alike(ending):
    source = parsed(f"a: 1{ending}b: |{ending}  x{ending}  y{ending}c: 2{ending}", "f.yaml")
    assert source.data == {"a": 1, "b": "x\ny\n", "c": 2}
    assert source.line(("c",)) == 5


def test_a_mark_of_the_byte_order_is_passed_over(tmp_path):
    for name, text in (("a.yaml", "placecheck: 1"), ("a.json", '{"placecheck": 1}')):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
        assert read_source(tmp_path / name).data == {"placecheck": 1}


def test_json_keeps_what_yaml_would_change():
    text = (
        '{"a": "x\u2028y", "b": "\\/", "c": "\\ud83d\\ude00", "d": "\\t", "e": 2.50, "f": "2026-10-03", "'
        + "k" * 200
        + '": 1}'
    )
    data = parsed(text, "f.json", is_json=True).data
    assert [*data.values()] == ["x\u2028y", "/", "😀", "\t", Decimal("2.50"), "2026-10-03", 1]


@given(plain())
def test_json_is_read_as_the_standard_library_reads_it(data):
    assert parsed(json.dumps(data), "f.json", is_json=True).data == data


@given(plain(last=0xFFFF))  # YAML knows no escape in two halves
def test_yaml_reads_json_as_json_does(data):
    text = json.dumps(data)
    assert parsed(text, "f.yaml").data == parsed(text, "f.json", is_json=True).data


@given(st.text(), st.booleans())
def test_any_text_is_read_or_refused_with_a_message(text, is_json):
    refused_or_read(text, is_json=is_json)


@given(st.text("{}[]:,-&*!|>'\"%@`#? \n\tab01.~<\\u", max_size=60), st.booleans())
def test_any_jumble_of_signs_is_read_or_refused_with_a_message(text, is_json):
    refused_or_read(text, is_json=is_json)


def refused_or_read(text: str, *, is_json: bool) -> None:
    try:
        source = parsed(text, "f", is_json=is_json)
    except InputError as refusal:
        (finding,) = refusal.findings
    else:
        assert not any(map(UNWANTED.search, texts(source.data)))
        return
    assert finding.what
    assert finding.hint
    assert 0 < finding.line <= text.count("\n") + text.count("\r") + 1


def texts(data: object) -> list[str]:
    match data:
        case str():
            return [data]
        case dict():
            return [text for pair in data.items() for one in pair for text in texts(one)]
        case list():
            return [text for one in data for text in texts(one)]
        case _:
            return []


def test_a_path_is_written_as_people_write_it():
    assert dotted(("voices", 2, "answers", "mixing")) == "voices[2].answers.mixing"
    assert dotted(()) == ""
