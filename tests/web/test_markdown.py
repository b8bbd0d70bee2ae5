"""People's words in Markdown: shown as they were typed, and named as they were typed to those who hear them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from placecheck.web.markdown import escape

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINE = st.text(alphabet="\\`*_{}[]()#+-!|<>~$:^=&;.ab12 /", max_size=20).map(lambda line: f"a{line}".strip())
BEGINNING = st.text(alphabet="#+-=>*_~|.)1 :`[]", max_size=8).map(str.strip)
LINES = st.lists(st.one_of(LINE, BEGINNING).filter(bool), min_size=1, max_size=4)


def read(markdown: str) -> str:
    """The text that Markdown makes of it; it fails where that is more than one paragraph of text."""
    outer = READER.parse(markdown)
    assert [token.type for token in outer] == ["paragraph_open", "inline", "paragraph_close"]
    inner = outer[1].children or []
    assert {token.type for token in inner} <= {"text", "text_special", "hardbreak", "softbreak"}
    return "".join("\n" if token.type == "hardbreak" else token.content for token in inner)


@given(LINES)
@example(["a", "==="])
@example(["a | b", "--- | ---", "1 | 2"])
@example(["1. first", "2) second"])
@example(["__init__ and snake_case and _this_"])
@example(["AT&amp;T, R&D, &#35;"])
def test_what_a_person_typed_is_shown_as_it_was_typed(lines):
    typed = "\n".join(lines)
    assert read(escape(typed)).replace("\N{WORD JOINER}", "") == typed


@given(LINES)
def test_no_directive_and_no_name_of_an_emoji_is_left(lines):
    bare = re.sub(r"\\.", "", escape("\n".join(lines)))
    assert not re.search(r":[\w+-]+:|:\w+\[|\$|\[", bare)


@pytest.mark.parametrize(
    "name",
    [
        "The well-known hall (upstairs)",
        "Half past 10: open!",
        "R&D + tea = {both}",
        "Can we meet? (Yes/no)",
        "Nº #4, a_b",
    ],
)
def test_ordinary_words_are_named_without_a_backslash(name):
    assert escape(name) == name
