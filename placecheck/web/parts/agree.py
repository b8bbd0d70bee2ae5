"""What the group settles on for one indicator, kept beside everyone's own answers."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from placecheck.assessment import Agreed
from placecheck.web import desk
from placecheck.web.session import Session, unbroken
from placecheck.words import answering, results, say
from placecheck.words import deciding as w

NOT_HERE, NOT_AGREED = "not_here", "not_agreed"
LONGEST = 10_000
"""Characters of what is said in words."""


def agree(session: Session, one: desk.Opened, indicator: str) -> None:
    """Show the form of what was agreed, and keep it when it is sent.

    It is kept before the page is drawn, so that no other click can come between; and made anew where it was changed
    elsewhere.
    """
    now = one.assessment.agreed.get(indicator)
    names = {str(step): level.name for step, level in enumerate(one.rubric.levels)}
    names |= {NOT_HERE: say(results.NOT_HERE), NOT_AGREED: say(w.NOT_AGREED)}
    key = f"agree-{one.id}-{indicator}-{hash(now)}"

    def given() -> Given:
        return Given(*(session.given(f"{key}-{name}") for name in Given._fields))

    def keep(agreed: Agreed | None) -> None:
        desk.store().save_agreed(one.id, indicator, agreed, session.by)

    def send() -> None:
        if given().chosen is not None and not given().lacks_why:
            keep(given().agreed())
            session.tell_next(say(w.AGREED_KEPT))

    st.subheader(say(w.AGREE), anchor=False)
    st.markdown(say(w.AGREE_INTRO))
    with st.form(key):
        st.radio(
            say(w.OUTCOME),
            list(names),
            index=_index(now, list(names)),
            format_func=lambda choice: names[choice],
            key=f"{key}-chosen",
        )
        st.text_area(
            say(w.BECAUSE),
            value=(now and (now.because or now.not_agreed)) or "",
            max_chars=LONGEST,
            key=f"{key}-because",
        )
        st.text_area(say(w.MINORITY), value=(now and now.minority) or "", max_chars=LONGEST, key=f"{key}-minority")
        st.segmented_control(
            say(answering.SURE),
            list(answering.HOW_SURE),
            default=now and now.sure,
            format_func=lambda kind: say(answering.HOW_SURE[kind]),
            key=f"{key}-sure",
        )
        sent = st.form_submit_button(say(w.KEEP_AGREED), on_click=unbroken(send))
    if sent and given().lacks_why:
        st.error(say(w.WHY_MISSING))
    if now is not None:
        st.button(say(w.WITHDRAW_AGREED), on_click=lambda: keep(None))


class Given(NamedTuple):
    """What the form holds."""

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
        words = {name: (getattr(self, name) or "").strip() or None for name in ("because", "minority")}
        given = {**words, "sure": self.sure}
        if self.chosen == NOT_AGREED:
            return Agreed.model_validate({**given, "not_agreed": words["because"], "because": None})
        if self.chosen == NOT_HERE:
            return Agreed.model_validate({**given, "no_answer": NOT_HERE})
        return Agreed.model_validate({**given, "level": int(str(self.chosen))})


def _index(now: Agreed | None, choices: list[str]) -> int | None:
    if now is None:
        return None
    held = NOT_AGREED if now.not_agreed else now.no_answer if now.level is None else str(now.level)
    return choices.index(str(held))
