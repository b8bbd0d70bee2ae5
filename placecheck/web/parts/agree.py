"""What the group settles on for one indicator, kept beside everyone's own answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from placecheck.assessment import Agreed
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.session import Session
from placecheck.words import answering, results, say
from placecheck.words import deciding as w

NOT_HERE, NOT_AGREED = "not_here", "not_agreed"
LONGEST = 10_000
"""Characters of what is said in words."""


class Given(NamedTuple):
    """What the form holds, field by field."""

    chosen: str | None
    because: str | None
    minority: str | None
    sure: str | None

    @property
    def lacks_why(self) -> bool:
        """Whether it says that they did not agree, and not why."""
        return self.chosen == NOT_AGREED and not (self.because or "").strip()

    def agreed(self) -> Agreed:
        """The same as it is kept."""
        because, minority = ((words or "").strip() or None for words in (self.because, self.minority))
        given = {"because": because, "minority": minority, "sure": self.sure}
        if self.chosen == NOT_AGREED:
            return Agreed.model_validate({**given, "not_agreed": because, "because": None})
        if self.chosen == NOT_HERE:
            return Agreed.model_validate({**given, "no_answer": NOT_HERE})
        return Agreed.model_validate({**given, "level": int(str(self.chosen))})


def agree(session: Session, one: desk.Opened, indicator: str) -> None:
    """Show the form of what was agreed; it is made anew where that was changed elsewhere.

    What is sent is kept before the page is drawn, so that no other click can come between.
    """
    now = one.assessment.agreed.get(indicator)
    key = f"agree-{one.id}-{indicator}-{hash(now)}-{{}}".format
    st.subheader(say(w.AGREE), anchor=False)
    st.markdown(say(w.AGREE_INTRO))
    with st.form(key("form")):
        fields(one, now, key)
        sent = st.form_submit_button(say(w.KEEP_AGREED), on_click=unbroken(lambda: send(session, one, indicator, key)))
    if sent and given(session, key).lacks_why:
        st.error(say(w.WHY_MISSING))
    if now is not None:
        st.button(say(w.WITHDRAW_AGREED), on_click=lambda: keep(session, one, indicator, None))


def fields(one: desk.Opened, now: Agreed | None, key: Callable[[str], str]) -> None:
    """The fields of the form, as they are kept `now`."""
    names = {str(step): level.name for step, level in enumerate(one.rubric.levels)}
    names |= {NOT_HERE: say(results.NOT_HERE), NOT_AGREED: say(w.NOT_AGREED)}
    st.radio(
        say(w.OUTCOME),
        list(names),
        index=None if now is None else list(names).index(_held(now)),
        format_func=lambda choice: names[choice],
        key=key("chosen"),
    )
    because = (now and (now.because or now.not_agreed)) or ""
    st.text_area(say(w.BECAUSE), value=because, max_chars=LONGEST, key=key("because"))
    st.text_area(say(w.MINORITY), value=(now and now.minority) or "", max_chars=LONGEST, key=key("minority"))
    st.segmented_control(
        say(answering.SURE),
        list(answering.HOW_SURE),
        default=now and now.sure,
        format_func=lambda kind: say(answering.HOW_SURE[kind]),
        key=key("sure"),
    )


def given(session: Session, key: Callable[[str], str]) -> Given:
    """What the fields hold."""
    return Given(*(session.given(key(name)) for name in Given._fields))


def send(session: Session, one: desk.Opened, indicator: str, key: Callable[[str], str]) -> None:
    """Keep what the fields hold, if it is something that one can agree on."""
    sent = given(session, key)
    if sent.chosen is not None and not sent.lacks_why:
        keep(session, one, indicator, sent.agreed())
        session.tell_next(say(w.AGREED_KEPT))


def keep(session: Session, one: desk.Opened, indicator: str, agreed: Agreed | None) -> None:
    """Keep what was agreed, or that it is taken back."""
    desk.store().save_agreed(one.id, indicator, agreed, session.by)


def _held(now: Agreed) -> str:
    return str(NOT_AGREED if now.not_agreed else now.no_answer if now.level is None else now.level)
