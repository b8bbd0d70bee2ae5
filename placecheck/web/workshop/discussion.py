"""The discussion after a reveal: the answers to one question, the scribe's notes, a second vote, what is agreed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from placecheck.charts import tally
from placecheck.views.notes.note_list import whose_words
from placecheck.views.notes.passage_card import link_views
from placecheck.views.workshop.revealed_answers import RevealedIndicator, Tally
from placecheck.views.workshop.workshop_progress import tally_words
from placecheck.web.components.agreement_form import show_agreement_form
from placecheck.web.components.passages import show_passages
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import INDICATOR, LEADS
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.story_choice import show_story_choice
from placecheck.web.workshop.voting import offer_to_cancel_second_vote
from placecheck.words import results, say, say_n
from placecheck.words import workshop_page as w

ORDERS = {"spread": w.BY_SPREAD, "dont_know": w.BY_UNKNOWN}
NO = "no"
"""The value of `LEADS` in the address of a page that the big screen does not follow."""
MAX_LENGTH = 10_000
"""Characters of one note."""


def show_discussion(context: WorkshopContext) -> None:
    """Show the revealed indicators, one at a time, in the order of discussion."""
    indicators = context.revealed_indicators()
    if not indicators:
        st.markdown(say(w.NOTHING_SHOWN))
        return
    order_column, indicator_column = st.columns(2, gap="large")
    with order_column:
        choose_discussion_order(context)
    with indicator_column:
        indicator = choose_indicator(context, indicators)
    show_follow_toggle(context, indicators)
    st.header(escape(indicator.statement), anchor=False)
    show_tallies(context, indicator)
    offer_second_vote(context, indicator)
    show_story_choice(context, indicator.id)
    scribe, decide = st.columns(2, gap="large")
    with scribe:
        show_notes(context, indicator.id, w.NOTES)
        show_sources(context, indicator.id)
    with decide:
        show_agreement_form(context.session, context.opened, indicator.id)


def choose_discussion_order(context: WorkshopContext) -> None:
    """Show the choice of the order of discussion: by spread or by "don't know"."""
    key = f"talk-by-{context.id}"
    context.session.set_widget_value(key, context.workshop.discussion_order)
    st.pills(
        say(w.TALK_BY),
        list(ORDERS),
        required=True,
        wrap=True,
        format_func=lambda by: say(ORDERS[by]),
        key=key,
        on_change=context.on_choice(
            key,
            context.workshop.discussion_order,
            lambda by: assessments.current_store().set_discussion_order(context.id, by),
        ),
    )


def current_indicator(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> RevealedIndicator:
    """Return this page's indicator: the one in its address, since somebody may be typing, else the big screen's."""
    chosen = context.session.query_param(INDICATOR)
    return next(
        (indicator for indicator in indicators if indicator.id == chosen), context.discussed_indicator(indicators)
    )


def choose_indicator(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> RevealedIndicator:
    """Show the choice of an indicator, and return the chosen one."""
    names = {revealed.id: f"{at}  {revealed.name}" for at, revealed in enumerate(indicators, start=1)}
    current = current_indicator(context, indicators)
    key = f"thing-{context.id}-{current.id}"  # a new key where another indicator is shown: see `show_screen_control`
    context.session.set_widget_value(key, current.id)
    st.selectbox(
        say(w.WHICH_QUESTION),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=context.on_choice(key, current.id, lambda indicator: open_indicator(context, indicator)),
    )
    return current


def open_indicator(context: WorkshopContext, indicator: str) -> None:
    """Show an indicator, on the big screen too if that follows this page."""
    context.session.set_query(**{INDICATOR: indicator})
    if screen_follows(context):
        assessments.current_store().set_discussion_topic(context.id, indicator)


def screen_follows(context: WorkshopContext) -> bool:
    """Return whether the big screen follows this page, which a scribe at another laptop can turn off."""
    return context.session.query_param(LEADS) is None


def show_follow_toggle(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show whether the big screen follows this page; if it shows another indicator, its name and a link to it."""
    key = f"leads-{context.id}"
    context.session.set_widget_value(key, screen_follows(context))
    set_follows = lambda: context.session.set_query(**{LEADS: None if context.session.widget_value(key) else NO})  # noqa: E731
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(say(w.SCREEN_GOES_ALONG), key=key, on_change=uninterrupted(set_follows))
        shown = context.discussed_indicator(indicators)
        if shown.id != current_indicator(context, indicators).id:
            st.markdown(f"**{escape(say(w.SCREEN_IS_AT, name=shown.name))}**", width="content")
            context.button(
                say(w.GO_THERE),
                lambda: context.session.set_query(**{INDICATOR: shown.id}),
                key=f"go-there-{context.id}",
            )


def show_tallies(context: WorkshopContext, indicator: RevealedIndicator) -> None:
    """Show the dots of each vote in a column, with how many answered."""
    columns = st.columns(len(indicator.tallies), gap="large")
    for column, vote_tally in zip(columns, indicator.tallies, strict=True):
        with column:
            show_tally(context, indicator, vote_tally)


def show_tally(
    context: WorkshopContext, indicator: RevealedIndicator, vote_tally: Tally, meanings: Sequence[str] = ()
) -> None:
    """Show one vote: a dot for each voice at its level, "don't know" separately; and the levels' `meanings`, if any."""
    title = say(w.SECOND_VOTE if vote_tally.is_second else w.FIRST_VOTE)
    heading = f"**{title}**  \n" if len(indicator.tallies) > 1 else ""
    st.markdown(f"{heading}{tally_words(vote_tally)}")
    caption = f"{indicator.name}. {title}: {vote_tally.words}"
    palette, hue = context.session.palette, context.hue(indicator.id)
    st.html(tally.STYLE)
    with st.container(key=f"tally-{indicator.id}-{vote_tally.number}"):
        st.html(tally.tally_html(vote_tally.answers, caption, palette, hue=hue, meanings=meanings))


def offer_second_vote(context: WorkshopContext, indicator: RevealedIndicator) -> None:
    """Offer a second vote, and to hold the indicator back."""
    if context.workshop.ended:
        return
    store = assessments.current_store()
    vote = context.workshop.open_vote
    with st.container(horizontal=True):
        if vote is None:
            vote_again = lambda: context.begin_vote(lambda: store.vote_again(context.id, indicator.id))  # noqa: E731
            context.button(say(w.VOTE_AGAIN), vote_again, key=f"again-{indicator.id}")
        context.button(
            say(w.HOLD_THIS),
            lambda: store.hold_back(context.id, indicator.id),
            key=f"hold-{indicator.id}",
            type="tertiary",
        )
    if vote is not None and vote.is_second:
        st.info(say(w.VOTING_AGAIN))
        offer_to_cancel_second_vote(context)


def show_notes(context: WorkshopContext, about: str, label: str) -> None:
    """Show the scribe's notes in order, and a field for the next one, so that no note overwrites another."""
    store = assessments.current_store()
    for at, note in enumerate(context.workshop.notes):
        if note.about == about:
            with st.container(horizontal=True, vertical_alignment="center", key=f"note-{at}"):
                st.markdown(escape(note.words))
                strike = partial(store.strike_note, context.id, note)
                context.button(say(w.STRIKE_NOTE), strike, key=f"strike-{context.id}-{about}-{at}", type="tertiary")
    note_count = len(context.workshop.notes_on(about))
    count_key = f"note-{context.id}-{about}"
    count = context.session.widget_value(count_key) or 0
    field = SavedFields(
        context.session,
        context.opened.id,
        f"note-{about}",
        ("note",),
        f"{{}}-{context.id}-{about}-{count}".format,
        saved=dict,
        save=lambda changed_texts: save_note(context, count_key, changed_texts["note"], about),
    )
    field.fill_saved()
    st.text_area(say(label), key=field.key("note"), max_chars=MAX_LENGTH, on_change=uninterrupted(field.save_changes))
    field.show_state()
    small(f"{say_n(w.NOTES_KEPT, note_count)} {say(w.NOTES_HOW)}" if note_count else say(w.NOTES_HOW))


def save_note(context: WorkshopContext, count_key: str, typed: str, about: str) -> None:
    """Save what was typed as a new note, and show an empty field for the next one.

    The note is saved last, and only once: the next click may interrupt this and start it again.
    """
    words = typed.strip()
    context.session.set_widget_value(count_key, (context.session.widget_value(count_key) or 0) + 1)
    store = assessments.current_store()
    if words and words not in store.workshop(context.id).notes_on(about)[-1:]:
        context.run(lambda: store.add_note(context.id, words, about))


def show_sources(context: WorkshopContext, indicator: str) -> None:
    """Show the passages behind an indicator, collapsed; nothing if there are none."""
    cited = context.rubric.by_id[indicator]
    if not cited.supports and not cited.cautions:
        return
    with st.expander(say(w.WHERE_FROM), key=f"from-{indicator}"):
        small(escape(whose_words(context.rubric, context.opened.catalogue, (*cited.support_ids, *cited.caution_ids))))
        show_passages_behind(context, indicator)


def show_passages_behind(context: WorkshopContext, indicator: str, limit: int | None = None) -> None:
    """Show the passages that support an indicator and those that caution about it, at most `limit` of each."""
    rubric_indicator, catalogue = context.rubric.by_id[indicator], context.opened.catalogue
    kinds = ((results.SUPPORTS_TITLE, rubric_indicator.supports), (results.CAUTIONS_TITLE, rubric_indicator.cautions))
    views = [(title, link_views(catalogue, links)[:limit]) for title, links in kinds]
    if not any(cited for _, cited in views):
        st.markdown(say(w.NO_PASSAGE))
        return
    for column, (title, cited) in zip(st.columns(2, gap="large"), views, strict=True):
        with column:
            if cited:
                show_passages(say(title), cited)
