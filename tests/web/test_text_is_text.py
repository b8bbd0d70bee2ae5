"""One hostile text goes into every field of a place, and every page is looked at: it is shown, and does nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from placecheck.assessment import Assessment
from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.place import Asset, Card, Decision, Figure, Pot, Slip, SlipGroup
from placecheck.web.markdown import escape
from placecheck.web.navigation import PAGES as REGISTRY

PAGES = tuple(page.render.__module__.rpartition(".")[2] for page in REGISTRY)
HOSTILE = "zq ![i](/language/cy) [x](https://evil.example) <b>b</b> www.evil.example a@evil.example :red[r] $x$ `c`"
RAW = ("](/language", "](https", "://evil", "www.evil", "a@evil", ":red[", "<b>", " $x$", "`c`")
"""What of it Markdown would make something of, unless it is taken apart."""
STUB = re.compile(r"\[.*\]\([\w-]+\?.*\)", re.DOTALL)
"""What a link is in these tests; the real one escapes its label."""


@pytest.fixture
def hostile(store, rubric) -> tuple[str, str]:
    """Two rounds of a place, and every field of them that takes text holds `HOSTILE`."""
    first, second, third = list(rubric.by_id)[:3]
    group = rubric.perspectives[0].id
    told = {"level": 0} | dict.fromkeys(ANSWER_TEXTS, HOSTILE)
    own = rubric.by_id[third].model_dump(mode="json", exclude_none=True) | {"name": HOSTILE[:60], "statement": HOSTILE}
    data = {
        "rubric": {"id": rubric.id, "edition": rubric.edition},
        "place": dict.fromkeys(("name", "nation", "boundary", "context"), HOSTILE) | {"kind": "neighbourhood"},
        "voices": [
            {"id": f"v{n}", "perspective": group, "answers": {first: told, second: told | {"level": 4}, third: told}}
            for n in range(6)
        ],
        "agreed": {
            first: {"level": 1, "because": HOSTILE, "minority": HOSTILE},
            second: {"not_agreed": HOSTILE},
        },
        "own_words": {third: {"change": "reworded", "because": HOSTILE, "words": own}},
        "missing_voices": HOSTILE,
        "actions": [dict.fromkeys(("what", "who", "first_step", "power"), HOSTILE) | {"indicator": first}],
        "causes": {first: {"because": HOSTILE}},
    }
    place = store.add_place(Assessment.model_validate(data).place)
    one = store.add_assessment(rubric, Assessment.model_validate(data | {"date": "2026-01-02"}), place)
    two = store.add_assessment(rubric, Assessment.model_validate(data | {"date": "2026-06-02"}), place)
    store.keep_cards(place, cards(), HOSTILE)
    return one, two


def cards() -> list[Card]:
    """A card of each kind, and every field of them that takes text holds `HOSTILE`."""
    base = {"words": HOSTILE} | dict.fromkeys(("more", "by", "true_for", "not_for"), HOSTILE)
    asked = dict.fromkeys(("by", "question", "could_change"), HOSTILE)
    done = {"what": HOSTILE, "by": HOSTILE}
    figure = dict.fromkeys(("unit", "area", "source", "care"), HOSTILE) | {"compared": [{"area": HOSTILE, "value": 2}]}
    here = dict.fromkeys(("keeper", "open_to", "spare", "threat", "source"), HOSTILE)
    pot = dict.fromkeys(("holder", "decides", "residents_could", "amount", "spent_near", "threat"), HOSTILE)
    return [
        Slip.model_validate(base | {"id": "slip", "question": HOSTILE, "groups": ["group"]}),
        Slip.model_validate(base | {"id": "left", "left_out": HOSTILE}),
        SlipGroup.model_validate(base | {"id": "group"}),
        Asset.model_validate(
            base | here | {"id": "hall", "layer": "built", "purposes": [HOSTILE], "where": {"words": HOSTILE}}
        ),
        Pot.model_validate(base | pot | {"id": "pot", "purposes": [HOSTILE]}),
        Figure.model_validate(base | figure | {"id": "figure", "value": 1}),
        Decision.model_validate(
            base
            | {"id": "decision", "asked": asked, "said": {"slips": ["slip"], "words": HOSTILE}, "promised": done}
            | {"decided": done | {"because": HOSTILE}, "seen": [done]}
        ),
    ]


def texts_of(page: AppTest) -> Iterator[str]:
    """Everything on the page that Streamlit takes for Markdown, by its own account."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "error", "info", "warning", "success", "toast")
    for kind in kinds:
        yield from (str(element.value) for element in getattr(page, kind))
    for kind in ("button", "checkbox", "radio", "expander", "selectbox", "text_input", "text_area", "multiselect"):
        yield from (str(element.label) for element in getattr(page, kind))
    yield from (str(option) for element in page.radio for option in element.options)
    for table in page.table:
        yield from (str(cell) for row in table.value.itertuples() for cell in row)
        yield from map(str, table.value.columns)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_a_person_wrote_becomes_anything_but_text_on(page, show, hostile, rubric):
    shown = show(page, round=hostile[1], indicator=next(iter(rubric.by_id)), beside=",".join(hostile))
    assert not shown.exception
    for text in texts_of(shown):
        if "zq" in text and not STUB.fullmatch(text):
            assert [raw for raw in RAW if raw in text] == [], json.dumps(text, ensure_ascii=False)


def test_the_pages_were_shown_the_text(show, hostile):
    shown = show("results", round=hostile[1])
    assert any(escape("zq ![i]") in text for text in texts_of(shown))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zq ![i](/language/cy).csv", f"place,indicator,level,note\n{HOSTILE},{HOSTILE},9,{HOSTILE}\n"),
        ("zq.csv", f"{HOSTILE},b\n{HOSTILE},1\n"),
        ("zq.yaml", f'placecheck: 1\nplace: {{name: "{HOSTILE}"}}\n"{HOSTILE}": 1\n'),
    ],
)
def test_what_stands_in_a_file_becomes_nothing_but_text_as_it_is_taken_in(show, name, content):
    shown = show("home")
    shown.file_uploader[0].set_value((name, content.encode(), "text/plain")).run()
    assert not shown.exception
    for text in texts_of(shown):
        if "zq" in text and not STUB.fullmatch(text):
            assert [raw for raw in RAW if raw in text] == [], json.dumps(text, ensure_ascii=False)


def test_an_address_is_shown_as_it_was_typed_and_is_no_link():
    typed = "see https://evil.example and www.evil.example or a@evil.example"
    shown = escape(typed)
    assert not any(raw in shown for raw in RAW)
    assert shown.replace("\N{WORD JOINER}", "").replace("\\", "") == typed
