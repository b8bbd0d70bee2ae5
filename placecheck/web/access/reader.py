"""What whoever reads a page of the dashboard may know of an error: on their own computer everything."""

from __future__ import annotations

from placecheck.errors import PlacecheckError
from placecheck.storage import visitor_message
from placecheck.web.access.tenants import credentials_from_environment


def reader_message(error: PlacecheckError) -> str:
    """Return the message of `error`; where people sign in, not where the answers are kept. Trouble is logged once."""
    message = visitor_message(error)
    return message if credentials_from_environment() else str(error)
