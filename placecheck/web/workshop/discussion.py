"""The talk after a reveal: what was said on one thing, the scribe's notes, a second vote, what is agreed."""

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
from placecheck.web.workshop.voting import offer_cancel
from placecheck.words import results, say, say_n
from placecheck.words import workshop_page as w

ORDERS = {"spread": w.BY_SPREAD, "dont_know": w.BY_UNKNOWN}
NO = "no"
MAX_LENGTH = 10_000
"""Characters of one note."""


def show_discussion(context: WorkshopContext) -> None:
    """Show what may be seen, one indicator at a time, in talking order."""
    indicators = context.revealed_indicators()
    if not indicators:
        st.markdown(say(w.NOTHING_SHOWN))
        return
    first, then = st.columns(2, gap="large")
    with first:
        choose_order(context)
    with then:
        indicator = choose_discussed(context, indicators)
    beside_the_screen(context, indicators)
    st.header(escape(indicator.statement), anchor=False)
    show_tallies(context, indicator)
    offer_second_vote(context, indicator)
    show_story_choice(context, indicator.id)
    scribe, decide = st.columns(2, gap="large")
    with scribe:
        show_notes(context, indicator.id, w.NOTES)
        where_from(context, indicator.id)
    with decide:
        show_agreement_form(context.session, context.opened, indicator.id)


def choose_order(context: WorkshopContext) -> None:
    """Let the talking order be chosen: by spread or by "don't know"; there is no other."""
    key = f"talk-by-{context.id}"
    context.session.set_widget_value(key, context.workshop.talk_by)
    st.pills(
        say(w.TALK_BY),
        list(ORDERS),
        required=True,
        wrap=True,
        format_func=lambda by: say(ORDERS[by]),
        key=key,
        on_change=context.choice(
            key, context.workshop.talk_by, lambda by: assessments.current_store().talk_by(context.id, by)
        ),
    )


def current_indicator(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> RevealedIndicator:
    """Return this page's indicator: the one in its address, since somebody may be typing; else the big screen's."""
    chosen = context.session.query_param(INDICATOR)
    return next((indicator for indicator in indicators if indicator.id == chosen), context.talked_of(indicators))


def choose_discussed(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> RevealedIndicator:
    """Let a thing be chosen; the one that is."""
    names = {revealed.id: f"{at}  {revealed.name}" for at, revealed in enumerate(indicators, start=1)}
    now = current_indicator(context, indicators)
    key = f"thing-{context.id}-{now.id}"  # a new key where another indicator is shown: see `show_screen_control`
    context.session.set_widget_value(key, now.id)
    st.selectbox(
        say(w.WHICH_QUESTION),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=context.choice(key, now.id, lambda indicator: open_indicator(context, indicator)),
    )
    return now


def open_indicator(context: WorkshopContext, indicator: str) -> None:
    """Show an indicator, on the big screen too where that follows this page."""
    context.session.set_query(**{INDICATOR: indicator})
    if leads(context):
        assessments.current_store().talk_of(context.id, indicator)


def leads(context: WorkshopContext) -> bool:
    """Return whether the big screen follows this page; a scribe at a laptop of their own says no."""
    return context.session.query_param(LEADS) is None


def beside_the_screen(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show whether the big screen follows; where it shows another indicator, which, and the link to it."""
    key = f"leads-{context.id}"
    context.session.set_widget_value(key, leads(context))
    turn = lambda: context.session.set_query(**{LEADS: None if context.session.widget_value(key) else NO})  # noqa: E731
    with st.container(horizontal=True, vertical_alignment="center"):
        st.toggle(say(w.SCREEN_GOES_ALONG), key=key, on_change=uninterrupted(turn))
        shown = context.talked_of(indicators)
        if shown.id != current_indicator(context, indicators).id:
            st.markdown(f"**{escape(say(w.SCREEN_IS_AT, name=shown.name))}**", width="content")
            context.button(
                say(w.GO_THERE),
                lambda: context.session.set_query(**{INDICATOR: shown.id}),
                key=f"go-there-{context.id}",
            )


def show_tallies(context: WorkshopContext, indicator: RevealedIndicator) -> None:
    """Show each vote's dots, side by side, with how many answered."""
    columns = st.columns(len(indicator.tallies), gap="large")
    for column, vote_tally in zip(columns, indicator.tallies, strict=True):
        with column:
            show_tally(context, indicator, vote_tally)


def show_tally(
    context: WorkshopContext, indicator: RevealedIndicator, vote_tally: Tally, meanings: Sequence[str] = ()
) -> None:
    """Show one vote: a dot a voice at its level, "don't know" separately; rows with the levels' meanings, if given."""
    title = say(w.SECOND_VOTE if vote_tally.again else w.FIRST_VOTE)
    heading = f"**{title}**  \n" if len(indicator.tallies) > 1 else ""
    st.markdown(f"{heading}{tally_words(vote_tally)}")
    caption = f"{indicator.name}. {title}: {vote_tally.words}"
    palette, hue = context.session.palette, context.hue(indicator.id)
    st.html(tally.STYLE)
    with st.container(key=f"tally-{indicator.id}-{vote_tally.number}"):
        st.html(tally.tally_html(vote_tally.answers, caption, palette, hue=hue, meanings=meanings))


def offer_second_vote(context: WorkshopContext, indicator: RevealedIndicator) -> None:
    """Ask for a second vote, or hold the thing back."""
    if context.workshop.ended:
        return
    store = assessments.current_store()
    vote = context.workshop.open_vote
    with st.container(horizontal=True):
        if vote is None:
            again = lambda: context.begin(lambda: store.vote_again(context.id, indicator.id))  # noqa: E731
            context.button(say(w.VOTE_AGAIN), again, key=f"again-{indicator.id}")
        context.button(
            say(w.HOLD_THIS),
            lambda: store.hold_back(context.id, indicator.id),
            key=f"hold-{indicator.id}",
            type="tertiary",
        )
    if vote is not None and vote.again:
        st.info(say(w.VOTING_AGAIN))
        offer_cancel(context)


def show_notes(context: WorkshopContext, about: str, label: str) -> None:
    """Show the scribe's notes in order, and a field for the next: what one saves, none overwrites."""
    store = assessments.current_store()
    for at, note in enumerate(context.workshop.notes):
        if note.about == about:
            with st.container(horizontal=True, vertical_alignment="center", key=f"note-{at}"):
                st.markdown(escape(note.words))
                out = partial(store.strike_note, context.id, note)
                context.button(say(w.STRIKE_NOTE), out, key=f"strike-{context.id}-{about}-{at}", type="tertiary")
    written = len(context.workshop.notes_on(about))
    turn = f"note-{context.id}-{about}"
    count = context.session.widget_value(turn) or 0
    field = SavedFields(
        context.session,
        context.opened.id,
        f"note-{about}",
        ("note",),
        f"{{}}-{context.id}-{about}-{count}".format,
        saved=dict,
        save=lambda changed_texts: keep_note(context, turn, changed_texts["note"], about),
    )
    field.fill_saved()
    st.text_area(say(label), key=field.key("note"), max_chars=MAX_LENGTH, on_change=uninterrupted(field.save_changes))
    field.show_state()
    small(f"{say_n(w.NOTES_KEPT, written)} {say(w.NOTES_HOW)}" if written else say(w.NOTES_HOW))


def keep_note(context: WorkshopContext, turn: str, typed: str, about: str) -> None:
    """Keep what was typed as one more note, and show an empty field for the next.

    The note is kept last, and not a second time: this may be interrupted and started again by the next click.
    """
    words = typed.strip()
    context.session.set_widget_value(turn, (context.session.widget_value(turn) or 0) + 1)
    store = assessments.current_store()
    if words and words not in store.workshop(context.id).notes_on(about)[-1:]:
        context.do(lambda: store.add_note(context.id, words, about))


def where_from(context: WorkshopContext, indicator: str) -> None:
    """Show the passages behind an indicator, collapsed; nothing where it rests on none."""
    cited = context.rubric.by_id[indicator]
    if not cited.supports and not cited.cautions:
        return
    with st.expander(say(w.WHERE_FROM), key=f"from-{indicator}"):
        small(escape(whose_words(context.rubric, context.opened.catalogue, (*cited.support_ids, *cited.caution_ids))))
        show_passages_behind(context, indicator)


def show_passages_behind(context: WorkshopContext, indicator: str, most: int | None = None) -> None:
    """Show the passages that support an indicator and those that caution about it; at most so many of each."""
    rubric_indicator, catalogue = context.rubric.by_id[indicator], context.opened.catalogue
    kinds = ((results.SUPPORTS_TITLE, rubric_indicator.supports), (results.CAUTIONS_TITLE, rubric_indicator.cautions))
    views = [(title, link_views(catalogue, links)[:most]) for title, links in kinds]
    if not any(cited for _, cited in views):
        st.markdown(say(w.NO_PASSAGE))
        return
    for column, (title, cited) in zip(st.columns(2, gap="large"), views, strict=True):
        with column:
            if cited:
                show_passages(say(title), cited)
