"""What a click does, when another comes at once (docs/decisions/0132)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from streamlit.runtime.scriptrunner import RerunException, get_script_run_ctx

Query = dict[str, str]

A_MOMENT = 2.0
"""Seconds after which the browser knows the address of a page that was drawn."""


def unbroken(act: Callable[..., object]) -> Callable[..., None]:
    """`act` as a callback that is done to its end, even where the next click comes meanwhile.

    At the first touch of the session Streamlit would leave it there, half done. It is begun anew then: what it keeps
    comes last in it.
    """

    def callback(*args: object, **named: object) -> None:
        try:
            act(*args, **named)
        except RerunException:
            act(*args, **named)
            raise

    return callback


@dataclass(frozen=True, slots=True)
class Turned:
    """Where clicks led: the addresses that they left, and the one they are at `now`.

    The browser may not know of it `until` a moment after the page was drawn.
    """

    left: tuple[Query, ...]
    now: Query
    until: float | None = None

    def arrived(self) -> Turned:
        """The same, once the page was drawn to its end."""
        return replace(self, until=self.until or time.monotonic() + A_MOMENT)

    def leads_on(self, *, went_back: bool) -> bool:
        """Whether a click that says one of the addresses left was made before its browser knew of the one now."""
        return not went_back and (self.until is None or time.monotonic() < self.until)


def went_back() -> bool:
    """Whether the page is drawn because its reader went back or forward in the browser."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation
