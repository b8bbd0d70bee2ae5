"""What the fields of people's files have in common: frozen models that take no unknown key, ids, and bounded text."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""A readable id: small letters, figures and hyphens."""

PassageId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*#[0-9]{1,5}$")]
"""`note-id#paragraph`: the paragraph's position among the note's non-empty lines, from 0."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


class Frozen(BaseModel):
    """A value that never changes and takes no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
