"""What can be kept as text."""

from __future__ import annotations

from collections.abc import Iterable

from placecheck.source.text import UNWANTED
from placecheck.storage.errors import DoesNotFitError
from placecheck.words import say, storing


def check_texts(values: Iterable[object]) -> None:
    """Refuse characters that are no text; not every database could hold them.

    Raises:
        DoesNotFitError: A text holds such a character.
    """
    for value in values:
        wrong = UNWANTED.search(value) if isinstance(value, str) else None
        if wrong:
            raise DoesNotFitError(say(storing.NOT_TEXT, code=ord(wrong.group())))
