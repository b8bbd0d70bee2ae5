from __future__ import annotations

import io

import pytest
from PIL import Image

from placecheck.place import Photo, Pot
from placecheck.place.card import MAX_ON_CARD
from placecheck.web.components import card_photos
from placecheck.words import card_editing as w

THE_BOX = Pot(id="p", words="The box")


@pytest.fixture
def place(store, blank) -> str:
    place = store.assessment_summary(blank).place_id
    store.keep_cards(place, [THE_BOX], "the first")
    return place


@pytest.fixture
def send(show, blank):
    """Send a photo of the card with what is to be seen on it."""

    def sent():
        page = show("what_is_here", round=blank, card=THE_BOX.id)
        out = io.BytesIO()
        Image.new("RGB", (8, 8), "red").save(out, "JPEG")
        next(entry for entry in page.file_uploader if entry.label == w.ADD_PHOTO).set_value(
            ("door.jpg", out.getvalue(), "image/jpeg")
        )
        next(entry for entry in page.text_input if entry.label == w.ALT).set_value("A red door")
        next(entry for entry in page.radio if entry.label == w.PEOPLE).set_value("none")
        return next(button for button in page.button if button.label == w.KEEP_PHOTO).click().run()

    return sent


def toast(page) -> str | None:
    """The words of the toast that is still to be shown."""
    return page.session_state["told"] if "told" in page.session_state else None  # noqa: SIM401 (it has no `get`)


def alts(store, place):
    return [photo.alt for kept in store.place_cards(place) for photo in kept.card.photos]


def test_a_photo_is_kept_with_its_card_and_said_to_be(send, store, place):
    page = send()
    assert alts(store, place) == ["A red door"]
    assert toast(page) == w.PHOTO_KEPT


def test_a_photo_for_which_others_left_no_room_meanwhile_is_not_said_to_be_kept(send, store, place, monkeypatch):
    theirs = tuple(Photo(file=f"{number:032x}.jpg", alt=f"Photo {number}") for number in range(MAX_ON_CARD))
    prepare = card_photos.prepared_photo

    def prepared_while_others_add(*of):
        store.keep_cards(place, [THE_BOX.model_copy(update={"photos": theirs})], "the second")
        return prepare(*of)

    monkeypatch.setattr(card_photos, "prepared_photo", prepared_while_others_add)
    page = send()
    assert alts(store, place) == [photo.alt for photo in theirs]
    assert toast(page) is None
    assert store.photo_count(place) == 0, "and it is in the store no longer"
    assert w.PHOTOS_CONFLICT in [entry.value for entry in page.error]
    assert next(entry for entry in page.text_input if entry.label == w.ALT).value == "A red door", (
        "it can be sent again"
    )
