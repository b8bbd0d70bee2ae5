"""Photos on a card: added with what is to be seen on them and with people's leave, and taken off again."""

from __future__ import annotations

import streamlit as st

from placecheck.errors import InputError
from placecheck.place import Photo
from placecheck.place.card import MAX_ON_CARD
from placecheck.place.photo import MAX_PHOTOS, prepared_photo
from placecheck.storage import KeptCard
from placecheck.web.components.draft import Draft
from placecheck.web.components.findings import show_findings
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.data import assessments
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import small
from placecheck.web.state import card_keeping
from placecheck.web.state.session import Session
from placecheck.words import card_editing as w
from placecheck.words import say, say_n

PEOPLE = {"none": w.PEOPLE_NONE, "agreed": w.PEOPLE_AGREED}


def show_card_photos(session: Session, opened: OpenAssessment, place_id: str, kept_card: KeptCard) -> None:
    """Show the photos of a card, each with a button to remove it, and room for one more."""
    st.markdown(f"**{say(w.PHOTOS)}**")
    for photo in kept_card.card.photos:
        show_photo(place_id, photo)
        if st.button(say(w.PHOTO_OFF), key=f"photo-off-{kept_card.card.id}-{photo.file}"):
            rest = tuple(other for other in kept_card.card.photos if other != photo)
            if _changed(session, opened, kept_card, rest):
                st.rerun()
    if len(kept_card.card.photos) < MAX_ON_CARD:
        _add(session, opened, place_id, kept_card)
    else:
        small(say(w.PHOTOS_FULL, most=MAX_ON_CARD))


def show_photo(place_id: str, photo: Photo) -> None:
    """Show a photo with its caption."""
    content = assessments.current_store().photo(place_id, photo.file)
    if content is not None:
        st.image(content, caption=photo.alt, alt=photo.alt, width=320)


def _add(session: Session, opened: OpenAssessment, place_id: str, kept_card: KeptCard) -> None:
    key = f"photo-{kept_card.card.id}-{len(kept_card.card.photos)}"
    draft = Draft(session, opened.id, key, ("alt",), f"{key}-{{}}".format)
    draft.fill()
    with st.form(key, border=False, enter_to_submit=False):
        uploaded = st.file_uploader(
            say(w.ADD_PHOTO), type=["jpg", "jpeg", "png", "heic", "heif"], help=say(w.PHOTO_ABOUT)
        )
        at_photo = fault_slot()
        alt = st.text_input(say(w.ALT), key=draft.key("alt"), max_chars=300)
        at_alt = fault_slot()
        people = st.radio(say(w.PEOPLE), list(PEOPLE), index=None, format_func=lambda word: say(PEOPLE[word]))
        at_people = fault_slot()
        sent = st.form_submit_button(say(w.KEEP_PHOTO))
    draft.show_state()
    if not sent:
        return
    if uploaded is None:
        show_fault(at_photo, say(w.ADD_PHOTO), say(w.PHOTO_MISSING), key)
        return
    if not alt.strip():
        show_fault(at_alt, say(w.ALT), say(w.ALT_MISSING), key)
        return
    if people is None:
        show_fault(at_people, say(w.PEOPLE), say(w.PEOPLE_MISSING), key)
        return
    try:
        name, content = prepared_photo(uploaded.getvalue(), uploaded.name)
    except InputError as error:
        show_findings(error.findings)
        return
    if not assessments.current_store().keep_photo(place_id, name, content, MAX_PHOTOS):
        st.error(say_n(w.TOO_MANY_PHOTOS, MAX_PHOTOS))
        return
    photo = Photo(file=name, alt=alt.strip(), people="agreed" if people == "agreed" else "none")
    if _changed(session, opened, kept_card, (*kept_card.card.photos, photo)):
        draft.drop()
        session.rerun_with_toast(say(w.PHOTO_KEPT))
    assessments.current_store().discard_photo(place_id, name)


def _changed(session: Session, opened: OpenAssessment, kept_card: KeptCard, photos: tuple[Photo, ...]) -> bool:
    """Keep the card with `photos`, and return whether that is so: others may have left no room for them."""
    card = kept_card.card.model_copy(update={"photos": photos})
    if card_keeping.change_card(session, opened, card, kept_card.sequence) is None:
        return True
    st.error(say(w.PHOTOS_CONFLICT))
    return False
