"""What every log has had since the first tables; migrations lean on it, so it stays as it is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Integer, String, Text

MOMENT = String(27)


def log_columns() -> tuple[Column[Any], ...]:
    """Return the columns that say which assessment a row of a log is of, and when and by whom it was written."""
    return (
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", MOMENT, nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
    )
