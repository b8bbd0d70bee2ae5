"""One hostile text goes into every field of a place, and every page is looked at: it is shown, and does nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel
from streamlit.testing.v1 import AppTest

from placecheck.assessment import Agreed, Answer, Assessment
from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.guides import Guide, load_guides
from placecheck.levels import load_levels
from placecheck.place import (
    AdaptedIdea,
    Asset,
    Card,
    CardBase,
    Decision,
    Figure,
    Forebear,
    Matter,
    Peer,
    Pot,
    Slip,
    SlipGroup,
    Worksheet,
)
from placecheck.place.model import card_models
from placecheck.resources import resource_folder
from placecheck.rubric import DEFAULT, Rubric, find_rubric
from placecheck.source.field_kinds import written_texts
from placecheck.web.markdown import escape
from placecheck.web.navigation import PAGES as REGISTRY
from placecheck.web.pages.workshop import PARTS

GUIDES = load_guides(resource_folder("rubrics") / DEFAULT)
PAGES = tuple(page.render.__module__.rpartition(".")[2] for page in REGISTRY)
HOSTILE = "zq ![i](/language/cy) [x](https://evil.example) <b>b</b> www.evil.example a@evil.example :red[r] $x$ `c`"
RAW = ("](/language", "](https", "://evil", "www.evil", "a@evil", ":red[", "<b>", " $x$", "`c`")
"""What of it Markdown would make something of, unless it is taken apart."""
HELPED = ("button", "checkbox", "radio", "selectbox", "text_input", "text_area", "multiselect", "number_input")
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
    here = dict.fromkeys(("keeper", "open_to", "spare", "threat", "source", "source_id"), HOSTILE)
    pot = dict.fromkeys(("holder", "decides", "residents_could", "amount", "spent_near", "threat"), HOSTILE)
    told = {"indicators": [next(iter(find_rubric().by_id))], "leave": "agreed"}
    photo = {"file": f"{'0' * 32}.jpg", "alt": HOSTILE}
    return [
        Slip.model_validate(base | {"id": "slip", "question": HOSTILE, "groups": ["group"], "story": told}),
        Slip.model_validate(base | {"id": "left", "left_out": HOSTILE}),
        SlipGroup.model_validate(base | {"id": "group", "photos": [photo]}),
        Asset.model_validate(
            base | here | {"id": "hall", "layer": "built", "purposes": [HOSTILE], "where": {"words": HOSTILE}}
        ),
        Pot.model_validate(base | pot | {"id": "pot", "purposes": [HOSTILE]}),
        Figure.model_validate(base | figure | {"id": "figure", "value": 1}),
        Decision.model_validate(
            base
            | {"id": "decision", "asked": asked, "said": {"slips": ["slip"], "words": HOSTILE}, "promised": done}
            | {"closed": HOSTILE, "decided": done | {"because": HOSTILE}, "seen": [done]}
        ),
        *cards_of_work(base),
    ]


def cards_of_work(base: dict[str, str]) -> list[Card]:
    """What comes of ideas, guides and matters."""
    adapted = dict.fromkeys(("from_place", "change", "lack", "thanks", "cost", "worked", "failed"), HOSTILE)
    forebear = dict.fromkeys(written_texts(Forebear), HOSTILE) | {"id": "first"}
    about = dict.fromkeys(("group_kind", "could_show", "would_see", "reach"), HOSTILE)
    levels = [level.id for level in load_levels(resource_folder("rubrics") / DEFAULT).levels]
    matter = {
        "now": levels[0],
        "best": levels[1],
        "differ": HOSTILE,
        "power": {"who": HOSTILE, "source": HOSTILE},
        "reasons": {"skill": HOSTILE},
        "asks": {"money": HOSTILE},
    }
    return [
        AdaptedIdea.model_validate(
            base | adapted | {"id": "idea", "from_idea": "repair-cafe", "forebears": [forebear]}
        ),
        Matter.model_validate(base | matter | {"id": "matter"}),
        Peer.model_validate(base | about | {"id": "ours", "own": True}),
        Peer.model_validate(base | about | {"id": "peer"}),
        *(Worksheet.model_validate(base | filled_in(guide)) for guide in GUIDES.values()),
    ]


def filled_in(guide: Guide) -> dict[str, Any]:
    """A worksheet on which every question that takes words has `HOSTILE`; others have the first of their replies."""
    questions = [question for step in guide.steps for question in step.questions]
    replies = {q.id: q.values[0] if q.values else HOSTILE for q in questions if q.kind not in ("table", "cost")}
    rows = {q.id: [{column.id: HOSTILE for column in q.columns}] for q in questions if q.kind == "table"}
    return {"id": f"sheet-{guide.id}", "guide": guide.id, "replies": replies, "tables": rows}


def own_words(card: CardBase) -> set[str]:
    """The fields of the card, and of what it holds, that take words and do not have `HOSTILE`."""

    def walk(model: BaseModel, under: str) -> Iterator[str]:
        for name in written_texts(type(model)):
            if HOSTILE not in str(getattr(model, name)) and name not in ("date", "when", "ends", "year", "checked"):
                yield f"{under}.{name}"
        for name in type(model).model_fields:
            value = getattr(model, name)
            for inside in value if isinstance(value, tuple) else (value,):
                if isinstance(inside, BaseModel):
                    yield from walk(inside, f"{under}.{name}")

    return set(walk(card, card.kind))


def test_every_field_of_every_kind_of_card_that_takes_words_has_the_text():
    lacking = {card.kind: own_words(card) for card in reversed(cards())}
    assert lacking.keys() == {model.model_fields["kind"].default for model in card_models()}
    assert {field for fields in lacking.values() for field in fields} == {"heard.left_out"}  # left out, or in a group
    assert "heard.left_out" not in own_words(next(card for card in cards() if card.id == "left"))


def texts_of(page: AppTest) -> Iterator[str]:
    """Everything on the page that Streamlit takes for Markdown, by its own account."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "error", "info", "warning", "success", "toast")
    for kind in kinds:
        yield from (str(element.value) for element in getattr(page, kind))
    for kind in ("button", "checkbox", "radio", "expander", "selectbox", "text_input", "text_area", "multiselect"):
        yield from (str(element.label) for element in getattr(page, kind))
    yield from (str(option) for element in page.radio for option in element.options)
    yield from (str(help_) for kind in HELPED for element in getattr(page, kind) if (help_ := element.help))
    yield from (str(tab.label) for tab in page.tabs)
    for table in page.table:
        yield from (str(cell) for row in table.value.itertuples() for cell in row)
        yield from map(str, table.value.columns)


def is_text_alone(shown: AppTest) -> bool:
    """Whether the text is on the page; it fails where Markdown would make something of it."""
    assert not shown.exception
    texts = [text for text in texts_of(shown) if "zq" in text and not STUB.fullmatch(text)]
    for text in texts:
        assert [raw for raw in RAW if raw in text] == [], json.dumps(text, ensure_ascii=False)
    assert [html for html in shown.get("html") if "<b>b" in str(html.proto.body)] == []
    return bool(texts)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_a_person_wrote_becomes_anything_but_text_on(page, show, hostile, rubric):
    shown = show(page, round=hostile[1], indicator=next(iter(rubric.by_id)), beside=",".join(hostile))
    is_text_alone(shown)


WRITTEN = {
    "title",
    "name",
    "statement",
    "authors",
    "licence",
    "about",
    "why",
    "description",
    "text",
    "levels",
    "look_for",
}
"""What a rubric calls its texts; `levels` of an indicator are texts too."""


def spoiled(value: Any, key: str = "") -> Any:
    """The content of a rubric with `HOSTILE` in every text of it."""
    if isinstance(value, dict):
        return {name: spoiled(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [
            f"{HOSTILE} {at}" if isinstance(inner, str) and key in WRITTEN else spoiled(inner, key)
            for at, inner in enumerate(value)
        ]
    return HOSTILE if isinstance(value, str) and key in WRITTEN else value


@pytest.fixture
def of_hostile_rubric(store, rubric) -> tuple[str, str, str]:
    """Two assessments by a rubric of somebody's own whose every text is the hostile one, and one of its questions."""
    evil = Rubric.model_validate(spoiled(rubric.model_dump(mode="json", exclude_none=True)) | {"id": "zq-evil"})
    asked = list(evil.by_id)[:6]
    answers = [{indicator: {"level": (n + at) % 5} for at, indicator in enumerate(asked)} for n in range(6)]
    data = {
        "rubric": {"id": evil.id, "edition": evil.edition},
        "place": {"name": "Ore Valley"},
        "voices": [
            {"id": f"v{n}", "perspective": evil.perspectives[0].id, "answers": said} for n, said in enumerate(answers)
        ],
        "agreed": {asked[0]: {"level": 1}},
    }
    place = store.add_place(Assessment.model_validate(data).place)
    one, two = (
        store.add_assessment(evil, Assessment.model_validate(data | {"date": day}), place)
        for day in ("2026-01-02", "2026-06-02")
    )
    return one, two, asked[0]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_a_rubric_of_somebodys_own_says_becomes_anything_but_text_on(page, show, of_hostile_rubric):
    one, two, indicator = of_hostile_rubric
    is_text_alone(show(page, round=two, indicator=indicator, beside=f"{one},{two}"))


def test_the_pages_were_shown_the_texts_of_the_rubric(show, of_hostile_rubric):
    assert is_text_alone(show("results", round=of_hostile_rubric[1]))


@pytest.mark.parametrize("guide", GUIDES.values(), ids=lambda guide: guide.id)
def test_nothing_that_a_person_wrote_becomes_anything_but_text_in_a_guide(show, hostile, guide):
    about = {"round": hostile[1], "guide": guide.id, "sheet": f"sheet-{guide.id}"}
    found = False
    for step in range(len(guide.steps) + 1):
        shown = show("guides", **about, step=str(step))
        found = is_text_alone(shown) or found
    assert found


@pytest.mark.parametrize(
    ("page", "about"),
    [
        ("levels", {"matter": "matter"}),
        ("ideas", {"idea": "repair-cafe"}),
        ("ideas", {"card": "idea"}),
        ("ideas", {"card": "peer"}),
        ("what_is_here", {"card": "hall"}),
        ("what_is_here", {"card": "figure"}),
        ("outcomes", {"card": "decision"}),
        ("listening", {"card": "slip"}),
        ("listening", {"card": "group"}),
        ("discussion", {"find": HOSTILE}),
        ("ideas", {"find": HOSTILE}),
        ("publish", {"part": "cards"}),
    ],
)
def test_nor_where_one_of_them_is_open(show, hostile, page, about):
    assert is_text_alone(show(page, round=hostile[1], **about))


@pytest.fixture
def workshop(store, hostile, rubric) -> str:
    """A workshop on the hostile place in which a phone told the text, which was shown, noted and agreed on."""
    asked = list(rubric.by_id)[:2]
    made = store.create_workshop(hostile[1])
    phone = store.join(made.code).code
    store.open_vote(made.id, asked)
    for id_ in asked:
        store.save_own_answer(phone, id_, Answer(level=1, **dict.fromkeys(ANSWER_TEXTS, HOSTILE)))
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.save_agreed(hostile[1], asked[0], Agreed(not_agreed=HOSTILE), HOSTILE)
    return made.id


@pytest.mark.parametrize("part", PARTS)
def test_nor_in_a_workshop(show, hostile, workshop, part):
    assert is_text_alone(show("workshop", round=hostile[1], workshop=workshop, part=part))


def test_nor_on_its_big_screen(show, hostile, workshop):
    is_text_alone(show("workshop", round=hostile[1], workshop=workshop, screen="now"))


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
    is_text_alone(shown)


def test_an_address_is_shown_as_it_was_typed_and_is_no_link():
    typed = "see https://evil.example and www.evil.example or a@evil.example"
    shown = escape(typed)
    assert not any(raw in shown for raw in RAW)
    assert shown.replace("\N{WORD JOINER}", "").replace("\\", "") == typed
