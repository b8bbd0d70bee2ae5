"""What is kept: answers appended and never updated, in SQLite by default and PostgreSQL by URL."""

from placecheck.assessment.own import OwnWords
from placecheck.storage.errors import DoesNotFitError, NotHereError, StorageError
from placecheck.storage.store import Store, open_store
from placecheck.storage.values import (
    Card,
    Change,
    Counted,
    Held,
    Hidden,
    Made,
    Own,
    PlaceSummary,
    Progress,
    Room,
    RoundSummary,
    Saved,
    Seat,
    Setting,
    Standpoint,
    WhatGoes,
)

__all__ = [
    "Card",
    "Change",
    "Counted",
    "DoesNotFitError",
    "Held",
    "Hidden",
    "Made",
    "NotHereError",
    "Own",
    "OwnWords",
    "PlaceSummary",
    "Progress",
    "Room",
    "RoundSummary",
    "Saved",
    "Seat",
    "Setting",
    "Standpoint",
    "StorageError",
    "Store",
    "WhatGoes",
    "open_store",
]
