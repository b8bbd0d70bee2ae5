"""An answer on its way from the screen to the store: a plain request of its own, that no page has to be drawn for."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr
from starlette.requests import Request
from starlette.responses import JSONResponse

from placecheck.events import Event, count
from placecheck.views.questionnaire.answering import Part, parse_answer
from placecheck.web.data import assessments
from placecheck.web.routes.json_request import reply_in_json

ADDRESS = "/answers"


class SentAnswer(BaseModel):
    """What the screen sends: the parts of one answer that were chosen or written since it last sent any."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    assessment: StrictStr
    voice: StrictStr
    indicator: StrictStr
    parts: Annotated[dict[Part, StrictStr], Field(min_length=1)]


async def save_answer(request: Request) -> JSONResponse:
    """Answer `POST /answers`, a `SentAnswer`, with the `sequence` of the change once it is on the disk."""
    return await reply_in_json(request, _save)


def _save(body: bytes) -> dict[str, int]:
    sequence = write_answer(SentAnswer.model_validate_json(body))
    count(Event.ANSWER_SAVED)
    return {"sequence": sequence}


def write_answer(sent: SentAnswer) -> int:
    """Save the fields that `sent` holds and leave the rest as stored; return the sequence of the change.

    Raises:
        ValueError: It is no answer.
    """
    fields = parse_answer(sent.parts)
    return (
        assessments.current_store()
        .change_answer(sent.assessment, sent.voice, sent.indicator, fields, by=assessments.current_author())
        .sequence
    )
