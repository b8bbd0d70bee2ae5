"""Share beyond the room: what anyone may see, with each text read and ticked, and a look at it before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from placecheck.exchange import file_name
from placecheck.publishing import Published, Text, published, texts
from placecheck.report.published import published_html, published_pdf, published_yaml
from placecheck.views.published import PublishedView, published_view, to_look_at, who_is_shown
from placecheck.web.clicks import unbroken
from placecheck.web.desk import Opened
from placecheck.web.parts.shut import unless_hidden
from placecheck.web.parts.text import plain, small
from placecheck.web.session import Session
from placecheck.words import publishing as w
from placecheck.words import say, say_n


@unless_hidden
def render(session: Session, one: Opened) -> None:
    """Say what will be shown, let each text be ticked, and show what others will see."""
    st.title(say(w.SHARE))
    st.markdown(f"**{plain(one.assessment.place.name)}**  \n{say(w.INTRO)}")
    st.header(say(w.WHO_IS_SHOWN))
    st.markdown("\n".join(f"- {plain(line)}" for line in who_is_shown(one.rubric, one.assessment)))
    together = len(one.assessment.voices) == 1 and st.checkbox(say(w.TOGETHER), help=say(w.TOGETHER_HELP))
    ticks = tick_list(session, one)
    given = published(one.rubric, one.assessment, ticks, together=together)
    st.header(say(w.PREVIEW))
    with st.container(border=True):
        preview(published_view(given))
    take(one, given)


def tick_list(session: Session, one: Opened) -> set[str]:
    """Every text with a box to tick, by what it is about; the ticks."""
    st.header(say(w.TICK_TITLE))
    found = sorted(texts(one.assessment), key=lambda text: place_of(one, text))
    if not found:
        st.markdown(say(w.NO_TEXTS))
        return set()
    st.markdown(f"{say(w.TICK_INTRO)} {say(w.TICKS_GO)}")
    ticks = {text.tick for text in found} & set(session.given(ticks_of(one)) or ())
    st.markdown(f"**{say(w.TICKED, ticked=len(ticks), total=len(found))}**")
    for _, group in groupby(found, key=lambda text: place_of(one, text)):
        about(session, one, list(group), ticks)
    return ticks


def ticks_of(one: Opened) -> str:
    """Where a visitor's ticks for this round stand as long as the visit."""
    return f"ticks-{one.id}"


def place_of(one: Opened, text: Text) -> int:
    """Where the text's heading stands: the rubric's order, then what is about the whole place."""
    ids = list(one.rubric.by_id)
    return ids.index(text.indicator) if text.is_told and text.indicator in ids else len(ids)


def about(session: Session, one: Opened, found: Sequence[Text], ticks: set[str]) -> None:
    """The texts about one indicator, or about the whole place, drawn only once they are asked for."""
    indicator = one.rubric.by_id.get(found[0].indicator or "") if found[0].is_told else None
    name = indicator.name if indicator else say(w.ABOUT_PLACE)
    label = say_n(w.TEXTS_ABOUT, len(found), name=plain(name))
    folded = st.expander(label, key=f"texts-{one.id}-{found[0].key}", on_change="rerun")
    if folded.open:
        with folded:
            for text in found:
                to_tick(session, one, text, ticks)


def to_tick(session: Session, one: Opened, text: Text, ticks: set[str]) -> None:
    """One text, what to look at in it, and its box."""
    key, kept = f"tick-{one.id}-{text.tick}", ticks_of(one)
    with st.container(border=True, gap="xsmall"):
        st.markdown(plain(text.text))
        look_at = to_look_at(text)
        if look_at:
            small(f"**{plain(look_at)}**")
        session.shows(key, text.tick in ticks)
        st.checkbox(
            say(w.NAMES_NOBODY),
            key=key,
            on_change=unbroken(
                lambda: session.shows(kept, ticks | {text.tick} if session.given(key) else ticks - {text.tick})
            ),
        )


def preview(view: PublishedView) -> None:
    """What others will see, in the order in which they will see it."""
    st.subheader(plain(view.place))
    st.markdown(plain(" · ".join(view.about)))
    for title, text in view.parts:
        st.markdown(f"**{title}**  \n{plain(text)}")
    for side in view.sides:
        st.markdown(f"#### {plain(side.name)}: {plain(side.words)}")
        for thing in side.things:
            notes = " ".join((f"**{plain(thing.name)}:** {plain(thing.words)}.", *map(plain, thing.notes)))
            st.markdown("\n".join((notes, "", *(f"- {plain(text)}" for text in thing.told))))
    if view.steps:
        st.markdown(f"#### {view.words['steps']}")
        st.markdown("\n".join(f"- {plain('; '.join((step.what, *step.lines)))}" for step in view.steps))
    st.markdown(f"#### {view.words['how']}")
    st.markdown("\n".join(f"- {plain(line)}" for line in view.how))


def take(one: Opened, given: Published) -> None:
    """The summary as files; each is made only when it is asked for."""
    name = f"{file_name(one.assessment.place.name, '')}-published"
    ways = (
        (w.TAKE_SUMMARY, lambda: published_pdf(given), "pdf", "application/pdf"),
        (w.TAKE_PAGE, lambda: published_html(given).encode(), "html", "text/html"),
        (w.TAKE_DATA, lambda: published_yaml(given).encode(), "yaml", "application/yaml"),
    )
    with st.container(horizontal=True):
        for label, make, ending, kind in ways:
            st.download_button(say(label), make, f"{name}.{ending}", kind, on_click="ignore")
