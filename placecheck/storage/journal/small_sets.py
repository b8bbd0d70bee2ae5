"""Named sets of which so much was deleted that nothing is left to compare."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, select

from placecheck.storage.schema.tables import comparison_set, comparison_set_member

MIN_MEMBERS = 2


def erase_small_sets(connection: Connection) -> None:
    """Erase each set that holds too few to compare, its name with it, since assessments of it were deleted."""
    of = comparison_set_member.c.set_id
    large = select(of).group_by(of).having(func.count() >= MIN_MEMBERS)
    connection.execute(delete(comparison_set).where(comparison_set.c.id.not_in(large)))
