"""A file made on request: once the clicks before the request are answered, and as the page then offers it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from placecheck.web.streamlit_private import is_answered, offered_files
from placecheck.words import speaking

LATE_SECONDS = 0.3
"""How much later than the press of a button the browser may send a tick that was made just before it."""
POLL_SECONDS, MAX_SECONDS = 0.02, 60.0
"""How often it is asked whether the clicks are answered, and for how long."""


@dataclass(frozen=True, slots=True)
class RequestedFile:
    """What a button makes when it is pressed. Streamlit calls it in a thread that does not know the language.

    A button can be pressed before the page is drawn that an earlier click asked for: without waiting it would make the
    file as it was before that click, without what was just ticked or with what was just unticked.
    """

    session_id: str
    button: tuple[str, ...]
    language: str
    make: Callable[[], bytes | str]

    def __call__(self) -> bytes | str:
        """Return the file as the page offers it once all clicks are answered.

        Raises:
            TimeoutError: The clicks are not answered in time.
        """
        time.sleep(LATE_SECONDS)
        deadline = time.monotonic() + MAX_SECONDS
        while not is_answered(self.session_id):
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(POLL_SECONDS)
        newest = self._newest()
        with speaking(newest.language):
            return newest.make()

    def _newest(self) -> RequestedFile:
        """Return this file as the page offers it now; as it was where the page no longer offers it."""
        offered = (file for file in offered_files(self.session_id) if isinstance(file, RequestedFile))
        return next((file for file in offered if file.button == self.button), self)
