"""What a click does, when another comes at once (docs/decisions/0132)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from placecheck.web.state.language import use_reader_language
from placecheck.web.streamlit_private import uninterruptible

Query = dict[str, str]

PENDING_SECONDS = 2.0
"""Seconds after which the browser knows the address of a page that was drawn."""


def uninterrupted(act: Callable[..., object]) -> Callable[..., None]:
    """Return `act` as a callback in the reader's language that runs to its end, however many clicks come meanwhile.

    At any use of the session Streamlit would stop it there, half done. They are heard after it.
    """

    def callback(*args: object, **named: object) -> None:
        use_reader_language()
        with uninterruptible():
            act(*args, **named)

    return callback


@dataclass(frozen=True, slots=True)
class PendingQuery:
    """Where clicks led: the addresses from before, `earlier`, and the one they are at `now`.

    The browser may not know of it `until` a moment after the page was drawn.
    """

    earlier: tuple[Query, ...]
    now: Query
    until: float | None = None

    def arrived(self) -> PendingQuery:
        """Return the pending query as it is once the page was drawn to its end."""
        return replace(self, until=self.until or time.monotonic() + PENDING_SECONDS)

    def is_pending(self, *, went_back: bool) -> bool:
        """Return whether a click that names an earlier address was made before its browser knew the current one."""
        return not went_back and (self.until is None or time.monotonic() < self.until)
