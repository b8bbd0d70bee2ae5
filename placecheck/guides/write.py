"""What a guide gives people to take away: plain blocks, the same for screen, paper and letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from placecheck.guides.blocks import OutputBlock, computed_blocks
from placecheck.guides.model import Guide, GuideOutput, GuideQuestion, OutputPart
from placecheck.guides.replies import HIGH, LOW, SAYS, WHERE, Replies, conditions_hold, is_shown, reply_part_id
from placecheck.words import guides as words
from placecheck.words import say

FIELD = re.compile(r"\{([a-z][a-z0-9-]*)\}")
"""A reply's place in a text: `{fund-name}`."""
FIELD_WITH_STOP = re.compile(FIELD.pattern + r"([.:;,)]?)")
ENDS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class WrittenOutput:
    """An output as blocks, ready to be shown or printed."""

    output: GuideOutput
    blocks: tuple[OutputBlock, ...]
    to_fill: tuple[str, ...] = ()
    """What a letter still lacks: the names of its questions that have no reply."""


def build_outputs(guide: Guide, replies: Replies) -> tuple[WrittenOutput, ...]:
    """Return what the replies lead to; a piece whose reply is missing is left out or says so.

    A letter that would only greet is not written; what it lacks is named.
    """
    return tuple(
        _build_output(guide, output, replies)
        for output in guide.outputs
        if conditions_hold(output.when, guide, replies)
    )


def _build_output(guide: Guide, output: GuideOutput, replies: Replies) -> WrittenOutput:
    blocks = tuple(_without_lone_headings([*_blocks(guide, output, replies)]))
    if output.kind == "page":
        return WrittenOutput(output, blocks)
    says = _says_something(guide, output, replies)
    return WrittenOutput(output, blocks if says else (), _to_fill(guide, output, replies))


def _says_something(guide: Guide, output: GuideOutput, replies: Replies) -> bool:
    """Return whether a letter says more than its greetings, and an invitation all that must be known."""
    must = [question for question in _used(guide, output, replies) if question.must and output.kind == "invitation"]
    if not all(map(replies.has_reply, must)):
        return False
    first, *between = (
        [block for block in _below(guide, piece, replies) if block.text != piece.blank]
        for piece in output.parts[:-1]
        if conditions_hold(piece.when, guide, replies)
    )
    return bool(first) and any(between)


def _to_fill(guide: Guide, output: GuideOutput, replies: Replies) -> tuple[str, ...]:
    """Return the names of the questions whose replies `output` uses, that are asked and have no reply."""
    return tuple(question.name for question in _used(guide, output, replies) if not replies.has_reply(question))


def _used(guide: Guide, output: GuideOutput, replies: Replies) -> tuple[GuideQuestion, ...]:
    """Return the questions that are asked and whose replies `output` uses, each once."""
    used = dict.fromkeys(
        id_ for piece in output.parts for id_ in ([piece.each] if piece.each else FIELD.findall(piece.text or ""))
    )
    return tuple(guide.questions_by_id[id_] for id_ in used if is_shown(guide, guide.questions_by_id[id_], replies))


def reply_in_words(question: GuideQuestion, replies: Replies) -> str:
    """Return the reply to `question` as people read it; empty where there is none."""
    text = replies.text(question.id)
    match question.kind:
        case "choice" | "several":
            names = {choice.id: choice.name for choice in question.choices}
            return ", ".join(names[id_] for id_ in replies.picked(question.id) if id_ in names)
        case "stance":
            return say(words.STANCES[text]) if text in words.STANCES else ""
        case "cost":
            low, high = replies.text(reply_part_id(question.id, LOW)), replies.text(reply_part_id(question.id, HIGH))
            return low or high if low == high or not (low and high) else say(words.FROM_TO, low=low, high=high)
        case "table":
            return "; ".join(", ".join(cell for cell in row.values() if cell) for row in replies.rows(question.id))
        case _:
            return text


def _blocks(guide: Guide, output: GuideOutput, replies: Replies) -> Iterator[OutputBlock]:
    for piece in output.parts:
        if not conditions_hold(piece.when, guide, replies):
            continue
        below = [*_below(guide, piece, replies)]
        leads_on = not (piece.show or piece.each or piece.stances or piece.text)
        if piece.heading and (below or leads_on):
            yield OutputBlock("heading", piece.heading)
        yield from below


def _below(guide: Guide, piece: OutputPart, replies: Replies) -> Iterator[OutputBlock]:
    """Yield what is below the heading of `piece`."""
    if piece.show:
        yield from computed_blocks(guide, piece, replies)
    elif piece.each:
        yield from _rows(piece, replies.rows(piece.each))
    elif piece.stances:
        yield from _by_stance(guide, piece, replies)
    elif piece.text:
        yield from _filled(guide, piece, replies)


def _filled(guide: Guide, piece: OutputPart, replies: Replies) -> Iterator[OutputBlock]:
    fields = FIELD.findall(piece.text or "")
    filled = {id_: reply_in_words(guide.questions_by_id[id_], replies) for id_ in fields}
    shown = all(is_shown(guide, guide.questions_by_id[id_], replies) for id_ in fields)
    if shown and all(filled.values()):
        yield OutputBlock("text", _fill(piece.text or "", filled))
    elif piece.blank:
        yield OutputBlock("text", piece.blank)


def _rows(piece: OutputPart, rows: tuple[Mapping[str, str], ...]) -> Iterator[OutputBlock]:
    """Yield a list with the piece's text for each row, without sentences whose cell is empty; else its cells."""
    items = []
    for row in rows:
        sentences = re.split(r"(?<=[.?!])\s+", piece.text or "")
        filled = [
            _fill(sentence, row)
            for sentence in sentences
            if all(row.get(id_, "").strip() for id_ in FIELD.findall(sentence))
        ]
        items.append((" ".join(filled) or ", ".join(cell for cell in row.values() if cell.strip()),))
    if items:
        yield OutputBlock("list", rows=tuple(items))
    elif piece.blank:
        yield OutputBlock("text", piece.blank)


def _by_stance(guide: Guide, piece: OutputPart, replies: Replies) -> Iterator[OutputBlock]:
    items = []
    for question in guide.questions():
        if question.kind != "stance" or replies.text(question.id) not in piece.stances:
            continue
        if not is_shown(guide, question, replies):
            continue
        says, where = replies.text(reply_part_id(question.id, SAYS)), replies.text(reply_part_id(question.id, WHERE))
        line = question.name
        if says:
            line = say(words.NAME_SAYS, name=line, says=says)
        items.append((say(words.WITH_WHERE, line=line, where=where) if where else line,))
    if items:
        yield OutputBlock("list", rows=tuple(items))
    elif piece.blank:
        yield OutputBlock("text", piece.blank)


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with each reply in its place; no full stop of one is doubled, or before a colon or a bracket."""

    def value(field: re.Match[str]) -> str:
        reply, punctuation = values.get(field[1], "").strip(), field[2]
        if punctuation == ".":
            return reply if reply.endswith(ENDS) else f"{reply}."
        return f"{reply.removesuffix('.')}{punctuation}" if punctuation else reply

    return FIELD_WITH_STOP.sub(value, text)


def _without_lone_headings(blocks: list[OutputBlock]) -> Iterator[OutputBlock]:
    """Yield the blocks without a heading that nothing follows."""
    for index, block in enumerate(blocks):
        follows = blocks[index + 1].kind if index + 1 < len(blocks) else "heading"
        if block.kind != "heading" or follows != "heading":
            yield block
