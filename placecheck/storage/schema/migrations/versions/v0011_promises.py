"""What was promised and what was seen of it, apart from the story."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add both parts to answers and second votes, empty for what is here already."""
    for table in ("answer", "ballot"):
        for part in ("promised", "seen"):
            op.add_column(table, Column(part, Text))
