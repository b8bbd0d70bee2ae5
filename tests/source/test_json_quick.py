"""The quick way into JSON gives what the careful walk gives, or leaves it to the walk."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.errors import InputError
from placecheck.source.json_quick import quick_json
from placecheck.source.json_reader import build_json
from placecheck.source.tree import parsed

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.text('\b\f\t\n\\"bf', max_size=3)
)
KEYS = st.text(max_size=4) | st.text("\b\fbf", max_size=2)
VALUES = st.recursive(SCALARS, lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4))


def careful(text: str) -> tuple[object] | None:
    try:
        return (build_json(text, "a.json").root,)
    except InputError:
        return None


def types(value: object) -> object:
    """The value with the types in it, as 1, 1.0 and True are equal."""
    if isinstance(value, dict):
        return {key: types(below) for key, below in value.items()}
    return [types(below) for below in value] if isinstance(value, list) else (type(value), str(value))


@given(VALUES, st.booleans())
def test_what_is_read_quickly_is_what_the_walk_reads(value, ascii_only):
    text = json.dumps(value, ensure_ascii=ascii_only)
    quick = quick_json(text)
    assert quick is None or types(quick[0]) == types(careful(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}', "[1e5]", "[1E5]", "[NaN]", "[-Infinity]", "[" * 25 + "]" * 25, "[" * 9_999, '{"a":}', "",
        '"\\u0000"', '"\\ud800"', '["\\b"]', '{"\\f": 1}',
        '["a\x00"]', f'{{"{"k" * 201}": 1}}', f"[{'1' * 21}]", f"[{'1,' * 100_001}1]",
    ],
)  # fmt: skip
def test_what_the_walk_refuses_or_reads_otherwise_is_left_to_it(text):
    assert quick_json(text) is None


def test_the_line_of_a_key_is_found_once_it_is_wanted():
    source = parsed('{"a": 1,\n"b": [\n2]}', "a.json", is_json=True)
    assert source.data == {"a": 1, "b": [2]}
    assert (source.line(("b",)), source.line(("b", 0))) == (2, 3)
