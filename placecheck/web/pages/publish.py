"""Share beyond the room: what anyone may see, with each text read and ticked, and a look at it before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from placecheck.assessment.asked import counted_voices
from placecheck.charts.place_picture.shape import SMALL, WIDE
from placecheck.exchange import file_name
from placecheck.publishing import Published, Text, find_texts, published
from placecheck.report.published import published_html, published_pdf, published_yaml
from placecheck.views.printed.published import PublishedView, published_view, who_is_shown
from placecheck.web.components.approve_texts import kept_ticks, show_text_to_tick
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.components.place_picture import cached_drawing, shapes_for, show_svg
from placecheck.web.components.publish_profile import show_profile_to_publish
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import publishing as w
from placecheck.words import say, say_n


@unless_hidden
def render(session: Session, opened: OpenAssessment) -> None:
    """Say what will be shown, let each text be ticked, and show what others will see."""
    st.title(say(w.SHARE), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.INTRO)}")
    st.header(say(w.WHO_IS_SHOWN), anchor=False)
    st.markdown("\n".join(f"- {escape(line)}" for line in who_is_shown(opened.rubric, opened.assessment)))
    together = len(counted_voices(opened.assessment)) == 1 and st.checkbox(say(w.TOGETHER), help=say(w.TOGETHER_HELP))
    ticks = choose_texts(session, opened)
    summary = published(opened.rubric, opened.assessment, ticks, together=together)
    st.header(say(w.PREVIEW), anchor=False)
    with st.container(border=True):
        show_published(session, published_view(summary))
    show_published_downloads(opened, summary)
    show_profile_to_publish(session, opened, summary)


def choose_texts(session: Session, opened: OpenAssessment) -> set[str]:
    """Show every text with a box to tick, by what it is about; return the ticks."""
    st.header(say(w.TICK_TITLE), anchor=False)
    found_texts = sorted(find_texts(opened.assessment), key=lambda text: text_position(opened, text))
    if not found_texts:
        st.markdown(say(w.NO_TEXTS))
        return set()
    st.markdown(f"{say(w.TICK_INTRO)} {say(w.TICKS_GO if opened.is_example else w.TICKS_KEPT)}")
    ticks = {text.tick for text in found_texts} & kept_ticks(session, opened)
    st.markdown(f"**{say(w.TICKED, ticked=len(ticks), total=len(found_texts))}**")
    for _, group in groupby(found_texts, key=lambda text: text_position(opened, text)):
        show_texts_about(session, opened, list(group))
    return ticks


def text_position(opened: OpenAssessment, text: Text) -> int:
    """Return the position of the text's heading: the rubric's order, then what is about the whole place."""
    ids = list(opened.rubric.by_id)
    return ids.index(text.indicator) if text.is_told and text.indicator in ids else len(ids)


def show_texts_about(session: Session, opened: OpenAssessment, found_texts: Sequence[Text]) -> None:
    """Show the texts about one indicator, or about the whole place, drawn only on request."""
    indicator = opened.rubric.by_id.get(found_texts[0].indicator or "") if found_texts[0].is_told else None
    name = indicator.name if indicator else say(w.ABOUT_PLACE)
    label = say_n(w.TEXTS_ABOUT, len(found_texts), name=escape(name))
    folded = st.expander(label, key=f"texts-{opened.id}-{found_texts[0].key}", on_change="rerun")
    if folded.open:
        with folded:
            for text in found_texts:
                show_text_to_tick(session, opened, text)


def show_published(session: Session, view: PublishedView) -> None:
    """Show what others will see, in the order in which they will see it."""
    st.subheader(escape(view.place), anchor=False)
    st.markdown(escape(" · ".join(view.about)))
    if view.picture:
        st.markdown(f"**{escape(view.finding)}**")
        shape, narrow = shapes_for(session, WIDE, SMALL)
        svg = cached_drawing(view.picture, session.palette, shape)
        narrow_svg = cached_drawing(view.picture, session.palette, narrow) if narrow else ""
        show_svg("published-picture", svg, narrow=narrow_svg)
    if view.left_out:
        st.markdown(escape(view.left_out))
    show_published_highlights(view)
    st.markdown(f"#### {view.words['ladder']}")
    for dimension in view.dimensions:
        st.markdown(f"**{escape(dimension.name)}** {escape(dimension.words)}")
        for indicator in dimension.indicators:
            words = f" {escape(indicator.words)}." if indicator.words else ""
            notes = " ".join((f"**{escape(indicator.name)}.**{words}", *map(escape, indicator.notes)))
            st.markdown("\n".join((notes, "", *(f"- {escape(text)}" for text in indicator.texts))))
    for title, text in view.parts:
        st.markdown(f"**{title}**  \n{escape(text)}")
    st.markdown(f"#### {view.words['how']}")
    st.markdown("\n".join(f"- {escape(line)}" for line in view.how))


def show_published_highlights(view: PublishedView) -> None:
    """Show what is strong, a few voices, and what comes next."""
    if view.strong:
        st.markdown(f"#### {view.words['strong']}")
        lines = (
            " ".join(filter(None, (f"**{escape(name)}:** {escape(where)}.", because and escape(because))))
            for name, where, because in view.strong
        )
        st.markdown("\n".join(f"- {line}" for line in lines))
    if view.voices:
        st.markdown(f"#### {view.words['voices']}")
        for voice in view.voices:
            st.markdown(f"> “{escape(voice.story)}”  \n> {escape(voice.about)}")
    if view.steps:
        st.markdown(f"#### {view.words['steps']}")
        st.markdown("\n".join(f"- {escape('; '.join((step.what, *step.lines)))}" for step in view.steps))


def show_published_downloads(opened: OpenAssessment, summary: Published) -> None:
    """Offer the summary as files; each is made only on request."""
    name = f"{file_name(opened.assessment.place.name, '')}-published"
    ways = (
        (w.TAKE_SUMMARY, lambda: published_pdf(summary), "pdf", "application/pdf"),
        (w.TAKE_PAGE, lambda: published_html(summary).encode(), "html", "text/html"),
        (w.TAKE_DATA, lambda: published_yaml(summary).encode(), "yaml", "application/yaml"),
    )
    with st.container(horizontal=True):
        for label, make, ending, kind in ways:
            st.download_button(say(label), make, f"{name}.{ending}", kind, on_click="ignore")
