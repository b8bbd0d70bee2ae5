"""Which account made a workshop, and made each move in it."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the account to both, empty for what is here already."""
    for table in ("workshop", "workshop_event"):
        op.add_column(table, Column("account", Text))
