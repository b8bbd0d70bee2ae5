"""Whether every field of an output is asked, and every piece of it can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from placecheck.errors import Finding
from placecheck.guides.model import Guide, OutputPart, TenderingInputs
from placecheck.guides.write import FIELD
from placecheck.source import Source
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all


def output_findings(guide: Guide, source: Source) -> Iterator[Finding]:
    """Find fields that no question asks for, and pieces that show what the guide does not have."""
    for number, output in enumerate(guide.outputs):
        for index, piece in enumerate(output.parts):
            path: KeyPath = ("outputs", number, "parts", index)
            yield from _fields(guide, source, path, piece)
            yield from _missing(guide, source, path, piece)
    for key, begun in (("decision", guide.decision), ("idea", guide.idea)):
        for name in type(begun).model_fields if begun else ():
            if getattr(begun, name) not in guide.questions_by_id:
                what = f"Nothing asks for {getattr(begun, name)}."
                yield source.finding((key, name), what, "Name a question of this guide.")
    if guide.tendering is not None:
        for name in TenderingInputs.model_fields:
            question = guide.questions_by_id.get(getattr(guide.tendering, name))
            if question is None or question.kind != "cost":
                what = f"{getattr(guide.tendering, name)} is no question of the kind cost."
                yield source.finding(("tendering", name), what, "Name one that the guide asks.")


def _fields(guide: Guide, source: Source, path: KeyPath, piece: OutputPart) -> Iterator[Finding]:
    known = list(guide.questions_by_id)
    if piece.each is not None:
        table = guide.questions_by_id.get(piece.each)
        if table is None or table.kind != "table":
            hint = near_or_all(piece.each, known, "Name a table that the guide asks for.")
            yield source.finding((*path, "each"), f"{piece.each} is no table of this guide.", hint)
            return
        known = [column.id for column in table.columns]
    for field in FIELD.findall(piece.text or ""):
        if field not in known:
            hint = near_or_all(field, known, f"The fields here are {', '.join(known)}.")
            yield source.finding((*path, "text"), f"Nothing asks for {field}.", hint)


def _missing(guide: Guide, source: Source, path: KeyPath, piece: OutputPart) -> Iterator[Finding]:
    if not (piece.heading or piece.text or piece.stances or piece.show):
        yield source.finding(path, "This piece shows nothing.", "Give it a text or a heading.")
    if piece.each is not None and piece.text is None:
        yield source.finding((*path, "each"), "There is no text for a row.", "Add text.")
    if piece.stances and not any(question.kind == "stance" for question in guide.questions()):
        yield source.finding((*path, "stances"), "The guide asks no question of the kind stance.", "Take it out.")
    has = {"options": guide.options is not None, "tendering": guide.tendering is not None, "evidence": guide.evidence}
    if piece.show is not None and not has[piece.show]:
        yield source.finding((*path, "show"), f"The guide has no {piece.show}.", f"Add {piece.show}, or take this out.")
