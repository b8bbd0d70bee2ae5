"""What is being typed, on its way to the draft of its form: from the first letter on, and no page is drawn for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr
from starlette.requests import Request
from starlette.responses import JSONResponse

from placecheck.web.data import assessments
from placecheck.web.routes.json_request import reply_in_json

ADDRESS = "/drafts"
MAX_FORM, MAX_FIELD, MAX_FIELDS = 120, 80, 200
"""Characters of the names of a form and of a field, and how many fields a form may have."""


class SentDraft(BaseModel):
    """What the page sends: the fields of one form that were typed in since it last sent any."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    assessment: StrictStr
    form: Annotated[StrictStr, Field(min_length=1, max_length=MAX_FORM)]
    writer: Annotated[StrictStr, Field(min_length=1, max_length=MAX_FIELD)]
    seen: dict[StrictStr, StrictStr]
    fields: Annotated[
        dict[Annotated[StrictStr, Field(min_length=1, max_length=MAX_FIELD)], StrictStr],
        Field(min_length=1, max_length=MAX_FIELDS),
    ]


async def save_typed(request: Request) -> JSONResponse:
    """Answer `POST /drafts`, a `SentDraft`, with whether it is `kept`: not where another window wrote there since."""
    return await reply_in_json(request, _save)


def _save(body: bytes) -> dict[str, bool]:
    return {"kept": not write_typed(SentDraft.model_validate_json(body))}


def write_typed(sent: SentDraft) -> dict[str, str]:
    """Add what was typed to the draft of its form; what another window wrote there since, where that stays."""
    store = assessments.current_store()
    return store.add_to_draft(sent.assessment, sent.form, sent.fields, sent.seen, sent.writer)
