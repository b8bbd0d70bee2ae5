"""The talk after a reveal: what was said on one thing, the scribe's notes, a second vote, what is agreed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.charts import answers
from placecheck.charts.frame import FONT_SIZE
from placecheck.views.hall import tally_words
from placecheck.views.passage import passage_view
from placecheck.views.room import Tally, Thing
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.hall.here import Here
from placecheck.web.parts.agree import agree
from placecheck.web.parts.passages import passages
from placecheck.web.parts.picture import QUIET
from placecheck.web.parts.text import plain, small
from placecheck.web.session import INDICATOR, LEADS
from placecheck.words import results, say
from placecheck.words import workshop_page as w

ORDERS = {"spread": w.BY_SPREAD, "dont_know": w.BY_UNKNOWN}
NO = "no"


def talk(here: Here) -> None:
    """What may be seen, one thing at a time, in talking order."""
    things = here.things()
    if not things:
        st.markdown(say(w.NOTHING_SHOWN))
        return
    first, then = st.columns(2, gap="large")
    with first:
        order(here)
    with then:
        thing = which(here, things)
    beside_the_screen(here, things)
    st.header(plain(thing.statement), anchor=False)
    tallies(here, thing)
    vote_again(here, thing)
    scribe, decide = st.columns(2, gap="large")
    with scribe:
        notes(here, thing.id, w.NOTES)
        where_from(here, thing.id)
    with decide:
        agree(here.session, here.one, thing.id)


def order(here: Here) -> None:
    """By spread or by don't know; there is no other order."""
    key = f"talk-by-{here.id}"
    here.session.shows(key, here.stands.talk_by)
    st.segmented_control(
        say(w.TALK_BY),
        list(ORDERS),
        required=True,
        format_func=lambda by: say(ORDERS[by]),
        key=key,
        on_change=here.choice(key, here.stands.talk_by, lambda by: desk.store().talk_by(here.id, by)),
    )


def current(here: Here, things: Sequence[Thing]) -> Thing:
    """The thing that this page is about: its address says so, since somebody may be typing; else the big screen's."""
    asked = here.session.asked(INDICATOR)
    return next((one for one in things if one.id == asked), here.talked_of(things))


def which(here: Here, things: Sequence[Thing]) -> Thing:
    """Let a thing be chosen; the one that is."""
    names = {one.id: f"{at}  {one.name}" for at, one in enumerate(things, start=1)}
    now = current(here, things)
    key = f"thing-{here.id}-{now.id}"  # see `showing`
    here.session.shows(key, now.id)
    st.selectbox(
        say(w.WHICH_THING),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=here.choice(key, now.id, lambda indicator: choose(here, indicator)),
    )
    return now


def choose(here: Here, indicator: str) -> None:
    """Turn to a thing, and the big screen with it where it goes along."""
    here.session.turn_to(**{INDICATOR: indicator})
    if leads(here):
        desk.store().talk_of(here.id, indicator)


def leads(here: Here) -> bool:
    """Whether the big screen goes along with this page; a scribe at a laptop of their own says no."""
    return here.session.asked(LEADS) is None


def beside_the_screen(here: Here, things: Sequence[Thing]) -> None:
    """Whether the big screen goes along; where it shows another thing, which, and the way to it."""
    key = f"leads-{here.id}"
    here.session.shows(key, leads(here))
    turn = lambda: here.session.turn_to(**{LEADS: None if here.session.given(key) else NO})  # noqa: E731
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(say(w.SCREEN_GOES_ALONG), key=key, on_change=unbroken(turn))
        shown = here.talked_of(things)
        if shown.id != current(here, things).id:
            st.markdown(f"**{plain(say(w.SCREEN_IS_AT, name=shown.name))}**", width="content")
            here.button(
                say(w.GO_THERE), lambda: here.session.turn_to(**{INDICATOR: shown.id}), key=f"go-there-{here.id}"
            )


def tallies(here: Here, thing: Thing, font_size: int = FONT_SIZE, row: int = answers.ROW) -> None:
    """Each vote's dots, of equal size and side by side, with how many answered."""
    for column, one in zip(st.columns(max(2, len(thing.tallies)), gap="large"), thing.tallies, strict=False):
        with column:
            tally(here, thing, one, font_size, row)


def tally(here: Here, thing: Thing, one: Tally, font_size: int, row: int) -> None:
    """One vote: every voice a dot at its level, don't know beside."""
    title = say(w.SECOND_VOTE if one.again else w.FIRST_VOTE)
    heading = f"**{title}**  \n" if len(thing.tallies) > 1 else ""
    st.markdown(f"{heading}{tally_words(one)}")
    figure = answers.figure(one.answers, here.session.palette, hue=here.hue(thing.id), font_size=font_size, row=row)
    alt = f"{thing.name}. {title}: {one.words}"
    st.plotly_chart(figure, theme=None, config=QUIET, alt=alt, key=f"tally-{thing.id}-{one.number}")


def vote_again(here: Here, thing: Thing) -> None:
    """Ask for a second vote, or hold the thing back."""
    if here.stands.ended:
        return
    store = desk.store()
    vote = here.stands.open_vote
    with st.container(horizontal=True):
        if vote is None:
            again = lambda: here.begin(lambda: store.vote_again(here.id, thing.id))  # noqa: E731
            here.button(say(w.VOTE_AGAIN), again, key=f"again-{thing.id}")
        here.button(
            say(w.HOLD_THIS), lambda: store.hold_back(here.id, thing.id), key=f"hold-{thing.id}", type="tertiary"
        )
    if vote is not None and vote.again:
        st.info(say(w.VOTING_AGAIN))


def notes(here: Here, about: str, label: str) -> None:
    """The scribe's words, kept as they are typed. The field is made anew where the words were changed elsewhere."""
    kept = here.stands.notes.get(about, "")
    key = f"notes-{here.id}-{about}-{hash(kept)}"
    st.text_area(
        say(label),
        value=kept,
        key=key,
        max_chars=10_000,
        on_change=here.choice(key, kept, lambda words: desk.store().take_note(here.id, words or None, about)),
    )


def where_from(here: Here, indicator: str) -> None:
    """The passages behind an indicator, folded away."""
    with st.expander(say(w.WHERE_FROM), key=f"from-{indicator}"):
        small(say(results.OUR_WORDS))
        behind(here, indicator)


def behind(here: Here, indicator: str, most: int | None = None) -> None:
    """The passages that ground an indicator and those that warn about it; at most so many of each."""
    one, known = here.one.rubric.by_id[indicator], here.one.catalogue.passage
    kinds = ((results.SUPPORTS_TITLE, one.supports), (results.CAUTIONS_TITLE, one.cautions))
    found = [(title, [id_ for id_ in ids if id_ in known][:most]) for title, ids in kinds]
    if not any(ids for _, ids in found):
        st.markdown(say(w.NO_PASSAGE))
        return
    for column, (title, ids) in zip(st.columns(2, gap="large"), found, strict=True):
        with column:
            if ids:
                passages(say(title), [passage_view(here.one.catalogue, id_) for id_ in ids])
