"""Every field of a place's cards, and every way out: it is carried there, or named below with a reason."""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from placecheck.assessment import Assessment, Place
from placecheck.exchange.card_cells import as_cells
from placecheck.exchange.place_archive import TableOptions, read_place_content, serialise_place
from placecheck.levels import load_levels
from placecheck.place import CARD, Asset, Card, Photo, PlaceFile, Slip, Where
from placecheck.place.adapted import Forebear, LegalPower, RoomLevels
from placecheck.place.asset import ComparedFigure
from placecheck.place.decision import Asked, Contribution, Decided, Promise, Sighting
from placecheck.place.file import card_data
from placecheck.place.geojson import read_geojson, write_geojson
from placecheck.place.merge import merged_card
from placecheck.place.model import card_models
from placecheck.place.slip import SlipStory
from placecheck.publishing import published as publish
from placecheck.publishing.place_cards import FIELDS as LEAVES
from placecheck.publishing.place_cards import find_card_texts, published_cards
from placecheck.report.place_profile import profile_html, whole_profile
from placecheck.report.published_profile import profile_to_publish
from placecheck.resources import resource_folder
from placecheck.rubric import DEFAULT
from placecheck.source.field_kinds import field_types, written_texts
from placecheck.storage import open_store
from placecheck.web.components.card_form import typed_card
from placecheck.web.components.card_form_fields import FIELDS
from placecheck.words.place_profile import PUBLISH_KINDS

PLACE = Place(name="Ore Valley")
PHOTO = f"{'0' * 32}.jpg"
MODELS: tuple[type[BaseModel], ...] = (
    *card_models(),
    *(
        Photo,
        Where,
        ComparedFigure,
        SlipStory,
        Asked,
        Contribution,
        Decided,
        Promise,
        Sighting,
        Forebear,
        LegalPower,
        RoomLevels,
    ),
)


def word(kind: str, path: str) -> str:
    """The one word that stands in one field of one kind of card, and nowhere else."""
    return f"Zq{kind}{path}x".replace(".", "").replace("_", "")


def written(kind: str, model: type[BaseModel], under: str = "", skip: tuple[str, ...] = ()) -> dict[str, str]:
    """A word of its own for every field of `model` that people write words in."""
    return {name: word(kind, under + name) for name in written_texts(model) if name not in skip}


def shared(kind: str) -> dict[str, Any]:
    """What cards of every kind have."""
    return {
        "id": f"a-{kind}",
        "kind": kind,
        "date": "2026-05",
        "indicators": ["benches"],
        "passages": ["note#1"],
        "photos": [{"file": PHOTO, "alt": word(kind, "photos.alt"), "people": "agreed"}],
    }


def inner(kind: str, under: str, model: type[BaseModel], **more: Any) -> dict[str, Any]:
    return {**written(kind, model, f"{under}."), **more}


OWN: Mapping[str, dict[str, Any]] = {
    "here": {
        "from_slip": "a-heard",
        "layer": "built",
        "where": inner("here", "where", Where, point=[0.5, 52.25]),
        "rests_on": ["few", "one_grant"],
        "purposes": [word("here", "purposes")],
        "use": "half_used",
        "ends": "2027-03",
        "checked": "2026-05-01",
    },
    "pot": {
        "residents_say": "some",
        "purposes": [word("pot", "purposes")],
        "ends": "2027",
        "checked": "2026-05-01",
    },
    "figure": {
        "value": Decimal("23.5"),
        "year": "2021",
        "address": "https://figures.example/23",
        "compared": [{"area": word("figure", "compared.area"), "value": Decimal(11)}],
    },
    "heard": {
        "via": "paper",
        "groups": ["a-group"],
        "story": {"indicators": ["benches"], "leave": "agreed"},
    },
    "group": {"phrase_of": "a-heard"},
    "decision": {
        "asked": inner("decision", "asked", Asked, when="2026-01"),
        "said": inner("decision", "said", Contribution, slips=["a-heard"], indicators=["benches"]),
        "decided": inner("decision", "decided", Decided, when="2026-02", effect="changed"),
        "promised": inner("decision", "promised", Promise, when="2026-03"),
        "seen": [inner("decision", "seen", Sighting, when="2026-04")],
    },
    "idea": {
        "from_idea": "repair-cafe",
        "forebears": [
            inner("idea", "forebears", Forebear, id="repair-cafe", version=2, fingerprint="0" * 16, from_idea="repair")
        ],
    },
    "worksheet": {
        "guide": "who-decides",
        "done": True,
        "replies": {"first": word("worksheet", "replies")},
        "tables": {"people": [{"who": word("worksheet", "tables")}]},
    },
    "matter": {
        "from_list": "parks",
        "now": "county",
        "best": "parish",
        "power": inner("matter", "power", LegalPower, when="2026-05-01"),
        "reasons": {"skill": word("matter", "reasons")},
        "asks": {"money": word("matter", "asks")},
        "room": {"date": "2026-05", "people": 6, "levels": {"parish": 4, "county": 2}},
    },
    "peer": {"own": True, "peer": "a-peer-there", "shows": ["repair-cafe"], "wants": ["benches"]},
}
"""By kind, what a card holds beside the words that people write."""


@cache
def cards() -> tuple[Card, ...]:
    """Cards of every kind in which, taken together, no field is empty."""
    whole = []
    for model in card_models():
        kind = model.model_fields["kind"].default
        if kind not in OWN:
            raise AssertionError(f"Say in OWN what a card of the kind {kind} holds.")
        content = {**written(kind, model, skip=("left_out",)), **shared(kind), **OWN[kind]}
        whole.append(CARD.validate_python(content))
    # What another field rules out has a card of its own.
    left = Slip(id="left", words="Left.", left_out=word("heard", "left_out"))
    outlined = Asset(
        id="green",
        layer="built",
        words="A green",
        where=Where(words="by the pond", outline=((0, 52), (1, 52), (1, 53))),
    )
    path = Asset(id="path", layer="built", words="A path", where=Where(line=((0, 52), (1, 52), (1, 53))))
    return (*whole, left, outlined, path)


def everything(holder: Any) -> Iterator[BaseModel]:
    """Yield every model in `holder`, itself first."""
    if isinstance(holder, BaseModel):
        yield holder
        holder = [getattr(holder, name) for name in type(holder).model_fields]
    if isinstance(holder, list | tuple):
        for item in holder:
            yield from everything(item)


def test_the_cards_that_are_sent_every_way_leave_no_field_of_any_model_empty():
    filled = {
        (type(model), name)
        for model in everything(cards())
        for name, field in type(model).model_fields.items()
        if field.is_required() or getattr(model, name) != field.get_default(call_default_factory=True)
    }
    constant = {(model, "kind") for model in card_models()}
    empty = {(model, name) for model in MODELS for name in model.model_fields} - filled - constant
    assert empty == set(), "put something into each, in OWN"


PLACE_FILE = PlaceFile(place=PLACE, rubric=DEFAULT, cards=cards())


@pytest.mark.parametrize("ending", [".yaml", ".json", ".csv", ".xlsx", ".zip"])
def test_a_file_carries_every_field_there_and_back(tmp_path, ending):
    path = tmp_path / f"place{ending}"
    path.write_bytes(serialise_place(PLACE_FILE, ending, {PHOTO: b"photo"}.get))
    content = read_place_content(path, table=TableOptions(), all_features=True, find=lambda _rubric: ["benches"])
    assert tuple(content.cards) == cards()


def test_a_map_carries_every_field_of_what_is_here_there_and_back():
    assets = [card for card in cards() if isinstance(card, Asset)]
    read = read_geojson(write_geojson(assets).encode(), "map.geojson")
    assert [feature.asset for feature in read.features] == assets


def test_the_tables_the_history_and_a_backup_carry_every_field(tmp_path):
    store, other = open_store(tmp_path / "here"), open_store(tmp_path / "there")
    place = store.add_place_file(PLACE_FILE)
    assert store.place_file(place).cards == cards()
    store.keep_cards(place, [card.model_copy(update={"words": "Changed."}) for card in cards()], "test")
    for card in cards():
        assert store.card_history(place, card.id)[-1].card == card
        store.keep_cards(place, [store.card_history(place, card.id)[-1].card], "test")
    store.back_up(tmp_path / "backup.zip")
    other.restore(tmp_path / "backup.zip", tmp_path / "kept")
    assert store.place_file(place).cards == other.place_file(place).cards == cards()
    for closing in (store, other):
        closing.close()


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.id)
def test_of_two_people_who_change_a_card_each_keeps_every_field(card):
    for name, field in type(card).model_fields.items():
        if field.is_required() or name in ("kind", "left_out", "groups"):
            continue
        before = card.model_copy(update={name: field.get_default(call_default_factory=True)})
        mine = before.model_copy(update={"words": "Changed."})
        assert merged_card(before, card, mine) == (card.model_copy(update={"words": "Changed."}), ())


@pytest.mark.parametrize("card", [card for card in cards() if card.kind in FIELDS], ids=lambda card: card.id)
def test_the_form_keeps_every_field_that_it_shows_and_every_one_that_it_does_not(card):
    cells = as_cells(card_data(card))
    assert typed_card(card.kind, card, {field.key: cells.get(field.key, "") for field in FIELDS[card.kind]}) == card
    emptied = typed_card(card.kind, card, {"true_for": ""})
    assert emptied == card.model_copy(update={"true_for": None})


@pytest.mark.parametrize("written", ["by Easter", "31/01/2027", "spring", "2027-01"])
def test_the_form_keeps_every_date_as_it_is_written(written):
    for kind, fields in FIELDS.items():
        for key in (field.key for field in fields if "When" in type_of(kind, field.key)):
            card = next(card for card in cards() if card.kind == kind)
            cells = as_cells(card_data(card)) | {key: written}
            typed = {field.key: cells.get(field.key, "") for field in fields}
            assert as_cells(card_data(typed_card(kind, card, typed)))[key] == written, key
        assert not [field.key for field in fields if "Day" in type_of(kind, field.key)]


def type_of(kind: str, path: str) -> str:
    """The type of the field at `path` of a card, as text."""
    model: Any = next(model for model in card_models() if model.model_fields["kind"].default == kind)
    *above, last = path.split(".")
    for step in above:
        model = next(
            part
            for part in MODELS
            if part is field_types(model)[step] or part in getattr(field_types(model)[step], "__args__", ())
        )
    return next(str(part.__annotations__[last]) for part in model.mro() if last in part.__annotations__)


def texts(kinds: tuple[str, ...] = tuple(OWN)) -> dict[str, str]:
    """Every word that stands in the cards, by the kind of card and the path in it."""
    held = {}
    for card in cards():
        for path, text in as_cells(card_data(card)).items():
            if text.startswith("Zq") and card.kind in kinds:
                held[f"{card.kind}.{path}"] = text
    return held


def profile() -> str:
    levels = load_levels(resource_folder("rubrics") / DEFAULT)
    view = whole_profile(PLACE, cards(), [], datetime.date(2026, 6, 1), levels=levels)
    return html.unescape(profile_html(view, photos={PHOTO: b"photo"}))


def ticked() -> str:
    return "\n".join(text.text for text in find_card_texts(PLACE, cards()))


def published() -> str:
    ticks = {text.tick for text in find_card_texts(PLACE, cards())}
    return "\n".join(str(card_data(card)) for card in published_cards(PLACE, cards(), ticks))


def reasons(reason: str, kinds: tuple[str, ...], *paths: str) -> dict[str, str]:
    """The same reason for each of these fields of each of these kinds of card."""
    return {f"{kind}.{path}": reason for kind in kinds for path in paths}


def of_kinds(reason: str, kinds: tuple[str, ...]) -> dict[str, str]:
    """The same reason for every word on cards of these kinds."""
    return dict.fromkeys(texts(kinds), reason)


WAYS: Mapping[str, Callable[[], str]] = {"profile": profile, "texts to tick": ticked, "published": published}
NO_WAY_OUT = ("idea", "worksheet", "peer")
OF_ITS_OWN = (
    "it has a paper of its own and leaves with no profile: an idea goes to a treasury, a group to a peer's file"
)
NOT_SAID_BY = "who said so is never published"
FOR_WHOM = (
    "for whom it holds is said where the card is read, not of a figure, a voice, a decision or a matter that leaves"
)
AGENDA = "the agenda holds people's words under the group that they sorted them into, and nothing about them"
TRACE = "the trace of a decision, and the table of a matter, hold what was asked, decided and seen"
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "profile": {
        "here.source_id": "the number that another map has for it helps nobody who reads",
        **reasons(AGENDA, ("heard",), "more", "true_for", "not_for", "photos.1.alt", "question"),
        **reasons(AGENDA, ("group",), "more", "by", "true_for", "not_for", "photos.1.alt"),
        **reasons(TRACE, ("decision", "matter"), "more", "by", "true_for", "not_for", "photos.1.alt"),
        **of_kinds(OF_ITS_OWN, NO_WAY_OUT),
    },
    "texts to tick": {
        "here.source_id": "it names a map or a list, no person's words",
        "heard.more": "a note on a slip is the group's own",
        "heard.left_out": "a slip that is left out leaves with nothing",
        "group.more": "a note on a group of slips is the group's own",
        **reasons(NOT_SAID_BY, ("here", "pot", "figure", "heard", "group", "decision", "matter"), "by"),
        **reasons(FOR_WHOM, ("figure", "heard", "group", "decision", "matter"), "true_for", "not_for"),
        **of_kinds(OF_ITS_OWN, NO_WAY_OUT),
    },
}
"""By way out: the words that it does not carry, each with the reason."""


@pytest.mark.parametrize("way", WAYS)
def test_what_people_wrote_is_carried_or_named_as_left_out_with_a_reason(way):
    text, left_out = WAYS[way](), LEFT_OUT["texts to tick" if way == "published" else way]
    missing = sorted(path for path, held in texts().items() if held not in text)
    assert missing == sorted(left_out), f"carry each to the {way}, or say in LEFT_OUT why not"


def test_what_was_ticked_is_printed_where_the_whole_profile_prints_it(rubric):
    whole = Assessment.model_validate({"rubric": {"id": rubric.id, "edition": rubric.edition}, "place": PLACE})
    ticks = {text.tick for text in find_card_texts(PLACE, cards())}
    levels = load_levels(resource_folder("rubrics") / DEFAULT)
    day = datetime.date(2026, 6, 1)
    view = profile_to_publish(publish(rubric, whole, set()), PLACE, cards(), [], ticks=ticks, today=day, levels=levels)
    page = html.unescape(profile_html(view, photos={PHOTO: b"photo"}))
    leave = {path: held for path, held in texts().items() if not any(path in left for left in LEFT_OUT.values())}
    assert [path for path, held in leave.items() if held not in page] == [], (
        "show it in views/printed/published_profile.py"
    )


def test_every_kind_of_card_is_published_or_named_as_never_leaving():
    how = "give it its fields in publishing/place_cards.py, or name it in NO_WAY_OUT"
    assert set(OWN) - set(LEAVES) == set(NO_WAY_OUT), how


WITHOUT_FORM = {
    "group": "slips are sorted into groups on a board",
    "worksheet": "a guide asks for what it holds",
    "matter": "who should decide what has a form of its own",
    "peer": "a file of another group brings it, and its own has fields beside it",
}


def test_every_kind_of_card_has_a_form_or_is_named_as_written_elsewhere():
    how = "give it its fields in web/components/card_form_fields.py, or say in WITHOUT_FORM where it is written"
    assert set(OWN) - set(FIELDS) == set(WITHOUT_FORM), how


def test_the_texts_of_every_kind_of_card_that_leaves_have_a_heading_on_the_page_where_they_are_ticked():
    assert set(PUBLISH_KINDS) == {*LEAVES, "step"}, "name each kind in PUBLISH_KINDS of words/place_profile.py"
