from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from placecheck.fonts import metrics

WRITER = Path(__file__).with_name("write_widths.py")


@pytest.mark.parametrize("cut", metrics.CUTS)
def test_the_widths_of_letters_are_those_of_the_typeface(cut):
    spec = importlib.util.spec_from_file_location("write_widths", WRITER)
    assert spec
    assert spec.loader
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    assert json.loads(metrics.WIDTHS.read_text("utf-8"))[cut] == writer.measured(cut)


def test_words_wrap_between_words_and_what_finds_no_room_ends_in_an_ellipsis():
    assert metrics.wrapped("How we do things here", 24, 150) == ("How we do", "things here")
    assert metrics.wrapped("Usually", 24, 150) == ("Usually",)
    *_, last = metrics.wrapped("one two three four five six seven eight", 24, 100)
    assert last.endswith("…")
    assert metrics.text_width(last, 24) <= 100
