"""A passage of the discussion as a reader meets it: gist, source line and the way to the paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.notes import Catalogue
from placecheck.words import results as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage. `link` opens the note at the paragraph where its page is known; `way` says so where it is not."""

    id: str
    gist: str
    source: str
    who: str
    kind: str
    link: str | None
    way: str
    remarks: tuple[str, ...]


def passage_view(catalogue: Catalogue, passage_id: str) -> PassageView:
    """The passage `passage_id`, which the catalogue must hold."""
    passage = catalogue.passage[passage_id]
    note = catalogue.note[passage.note]
    link = catalogue.link(passage)
    remarks: tuple[str, ...] = (say(w.CONTESTED),) if passage.contested else ()
    if passage.dated:
        remarks += (say(w.DATED, why=passage.dated),)
    return PassageView(
        id=passage.id,
        gist=passage.gist,
        source=say(w.SOURCE_LINE, title=note.title, date=note.date, section=passage.section).replace("….", "…"),
        who=note.who,
        kind=passage.kind,
        link=link or note.feed,
        way=say(w.OPEN_NOTE if link else w.FROM_THE_FEED if note.feed else w.NO_ADDRESS),
        remarks=remarks,
    )
