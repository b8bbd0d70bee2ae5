"""Then and now: two rounds of one place, what moved, and what people think caused it, in their words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck import report
from placecheck.assessment import Cause
from placecheck.charts import then_now
from placecheck.views.then_now import MovedView, ThenNowView, table, then_now_view
from placecheck.views.told import told
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.parts.beside import Beside, stories
from placecheck.web.parts.picture import picture
from placecheck.web.parts.shut import left_out, unless_hidden
from placecheck.web.parts.text import plain, small
from placecheck.web.parts.ways import ways
from placecheck.web.session import INDICATOR, ROUND, THEN, Session
from placecheck.words import comparing as w
from placecheck.words import say


@unless_hidden
def render(session: Session, one: desk.Opened) -> None:
    """Show the round being looked at beside an earlier one of the same place."""
    st.title(say(w.THEN_AND_NOW, place=plain(one.assessment.place.name)))
    ways(session, one, "then-and-now")
    rounds = [found for found in desk.rounds_like(one) if not left_out(session, found)]
    if len(rounds) < 2:
        st.markdown(say(w.ONE_ROUND))
        return
    then, now = choose_rounds(session, rounds, one)
    view = then_now_view((then.rubric, then.assessment), (now.rubric, now.assessment))
    st.markdown(f"**{view.summary}** {view.people}")
    st.header(say(w.WHERE_THEN_NOW), anchor=False)
    headings, cells = table(view)
    figure = then_now.figure(view, session.palette, narrow=session.on_a_phone)
    picture(figure, f"{view.then} · {view.now}", view.sentence, headings, cells)
    what_moved(session, view, then, now)
    with st.expander(view.beside.not_comparable_title):
        st.markdown("\n".join(f"- {plain(line)}" for line in view.beside.not_comparable))
    given = [(then.rubric, then.assessment), (now.rubric, now.assessment)]
    st.download_button(
        say(w.PRINT),
        lambda: report.comparison_pdf(given),
        "then-and-now.pdf",
        "application/pdf",
        on_click="ignore",
        type="primary",
    )


def choose_rounds(session: Session, rounds: Sequence[desk.Opened], one: desk.Opened) -> tuple[desk.Opened, desk.Opened]:
    """Which round is then and which is now: the one that is open and the one before it, unless others are chosen."""
    ids = [found.id for found in rounds]
    now = ids.index(one.id) or len(ids) - 1
    asked = session.asked(THEN)
    then = ids.index(asked) if asked in ids and asked != ids[now] else max(now - 1, 0)
    names = desk.at_hand()
    for column, label, name, at in zip(st.columns(2), (w.THEN, w.NOW), (THEN, ROUND), (then, now), strict=True):
        key = f"chosen-{name}"
        session.shows(key, ids[at])
        column.selectbox(
            say(label),
            ids,
            format_func=lambda id_: names[id_],
            key=key,
            on_change=unbroken(lambda name=name, key=key: session.turn_to(**{name: session.given(key)})),
        )
    return rounds[then], rounds[now]


def what_moved(session: Session, view: ThenNowView, then: desk.Opened, now: desk.Opened) -> None:
    """Each thing that moved, with the stories then and now and why; and any other that one wants to look at."""
    st.header(say(w.WHAT_MOVED), anchor=False)
    if now.is_example:
        small(say(w.COPY_FIRST))
    rows = view.rows()
    others = {row.id: row.name for row in rows if not row.moved}
    asked = session.asked(INDICATOR)
    session.shows("then-now-other", asked if asked in others else None)
    st.selectbox(
        say(w.LOOK_AT_ANOTHER),
        list(others),
        format_func=lambda id_: others[id_],
        key="then-now-other",
        placeholder="",
        on_change=unbroken(lambda: session.turn_to(**{INDICATOR: session.given("then-now-other")})),
    )
    for row in rows:
        if row.moved or row.id == asked:
            thing(session, view, row, then, now)


def thing(session: Session, view: ThenNowView, row: MovedView, then: desk.Opened, now: desk.Opened) -> None:
    """One thing: in words, in stories, and why."""
    st.subheader(plain(row.name), anchor=False)
    st.markdown(f"{plain(row.words)}  \n**{row.verdict}**")
    given = ((then.rubric, then.assessment), (now.rubric, now.assessment))
    beside = Beside(session, view.beside, given, (then.id, now.id))
    stories(beside, row.id, told(given, view.beside, row.row, 2), abreast=2)
    if now.is_example:
        if row.row.why:
            st.markdown(plain(row.row.why))
        return
    key = f"cause-{now.id}-{row.id}"
    cause = now.assessment.causes.get(row.id)
    session.shows(key, cause.because if cause else "")
    st.text_area(
        say(w.WHY),
        key=key,
        placeholder=say(w.WHY_HINT),
        max_chars=10_000,
        on_change=unbroken(lambda: keep_cause(session, row.id, then, now, session.given(key))),
    )


def keep_cause(session: Session, indicator: str, then: desk.Opened, now: desk.Opened, said: str | None) -> None:
    """Keep what people think moved it, with the later round."""
    words = (said or "").strip()
    cause = Cause(because=words, since=then.assessment.date) if words else None
    desk.store().save_cause(now.id, indicator, cause, session.by)
