"""What every log has in common: appended rows about a key, numbered through one assessment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from sqlalchemy import Boolean, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.sql.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from placecheck.source.field_kinds import field_types
from placecheck.storage.schema.columns import AsJson, Day, Moment, Words, WordsById

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def log_table(name: str, keys: list[Column[str] | Column[int]], values: list[Column[Any]], *more: SchemaItem) -> Table:
    """Return a table of appended rows about `keys`."""
    return Table(
        name,
        metadata,
        Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
        Column("sequence", Integer, primary_key=True, autoincrement=False),
        Column("at", Moment, nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        *keys,
        *values,
        *([Index(f"ix_{name}_key", "assessment_id", *(key.name for key in keys), "sequence")] if keys else []),
        *more,
    )


def value_columns(model: type[BaseModel]) -> list[Column[Any]]:
    """Return a column for each field of `model`, empty where the value is withdrawn."""
    return [Column(name, _column_type(type_)) for name, type_ in field_types(model).items()]


def _column_type(type_: Any) -> type[TypeEngine[Any]] | TypeEngine[Any]:
    plain = get_args(type_)[0] if get_origin(type_) is Annotated else type_
    plain = type(get_args(plain)[0]) if get_origin(plain) is Literal else plain
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return AsJson(plain)
    if get_origin(plain) is tuple:
        return Words
    if get_origin(plain) is Mapping:
        return WordsById
    by_type: dict[Any, type[TypeEngine[Any]]] = {int: Integer, bool: Boolean, date: Day}
    return by_type.get(plain, Text)


def of_voice(name: str) -> ForeignKeyConstraint:
    """Return the constraint by which rows of the table `name` are deleted with their voice."""
    return ForeignKeyConstraint(
        ["assessment_id", "voice_id"], ["voice.assessment_id", "voice.id"], name=f"fk_{name}_voice", ondelete="CASCADE"
    )
