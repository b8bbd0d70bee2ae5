"""What became of a next step, a line for each thing that is known."""

from __future__ import annotations

from placecheck.assessment.model import Outcome
from placecheck.dates import when_words
from placecheck.words import outcomes as w
from placecheck.words import say


def outcome_lines(outcome: Outcome) -> tuple[str, ...]:
    """Return what became of a next step, a line for each thing that is known."""
    seen = with_details(outcome.seen or "", None, outcome.when)
    because = f"{say(w.BECAUSE)}: {outcome.because}" if outcome.because else ""
    state = f"{say(w.STEP_STATE)} {say(w.STATES[outcome.state])}"
    return tuple(line for line in (state, seen and f"{say(w.SEEN)}: {seen}", because) if line)


def with_details(what: str, by: str | None, when: str | None) -> str:
    """Return `what` with who says so and when, where that is known."""
    details = ", ".join(part for part in (by, when_words(when)) if part)
    return say(w.WITH_DETAILS, what=what, details=details) if details and what else what or details
