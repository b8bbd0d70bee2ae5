"""An idea as a card to read: what it is, what the notes tell of it, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from placecheck.ideas.model import NEEDS, Idea
from placecheck.ideas.treasury import Descendant, SharedIdea
from placecheck.notes import Catalogue
from placecheck.notes.cited import CitedPassage
from placecheck.rubric import Rubric
from placecheck.words import ideas as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class ReasonView:
    """What a passage has to say: the reason, and the note it is in."""

    passage: str
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class IdeaView:
    """An idea ready to show. `facts` are labels with what the notes tell; `left_open` says what they do not."""

    id: str
    name: str
    kind: str
    what: str
    facts: tuple[tuple[str, str], ...]
    needs: tuple[tuple[str, str], ...]
    left_open: str | None
    warns: tuple[ReasonView, ...]
    reasons: tuple[ReasonView, ...]
    indicators: tuple[tuple[str, str], ...]
    can_be_adapted: bool


def idea_view(idea: Idea, catalogue: Catalogue, rubric: Rubric) -> IdeaView:
    """Return `idea` ready to show; indicators that `rubric` does not ask are left out."""
    known = rubric.by_id
    return IdeaView(
        id=idea.id,
        name=idea.name,
        kind=say(w.KINDS[idea.kind]),
        what=idea.what,
        facts=tuple(_facts(idea)),
        needs=tuple((say(w.NEEDS[need]), text) for need in NEEDS if (text := getattr(idea.needs, need))),
        left_open=_left_open(idea),
        warns=reason_views(idea.warns, catalogue),
        reasons=reason_views(idea.passages, catalogue),
        indicators=tuple((id_, known[id_].name) for id_ in idea.indicators if id_ in known),
        can_be_adapted=idea.can_be_adapted,
    )


def reason_views(cited: Iterable[CitedPassage], catalogue: Catalogue) -> tuple[ReasonView, ...]:
    """Return cited passages ready to show, each with the title of its note."""
    return tuple(
        ReasonView(link.passage, link.because, catalogue.notes_by_id[link.passage.partition("#")[0]].title)
        for link in cited
        if link.passage in catalogue.passages_by_id
    )


def _facts(idea: Idea) -> Iterator[tuple[str, str]]:
    for label, text in ((w.BEGAN, idea.began), (w.AGREE, idea.agree), (w.COST, idea.cost), (w.DATED, idea.dated)):
        if text is not None:
            yield say(label), text


def _left_open(idea: Idea) -> str | None:
    """Return what the notes do not tell of something that people do; of a thought or a warning it is not asked."""
    if idea.kind != "practice":
        return None
    missing = [
        say(name)
        for name, value in (
            (w.ON_ORIGIN, idea.began),
            (w.ON_NEEDS, idea.needs.named),
            (w.ON_AGREE, idea.agree),
            (w.ON_COST, idea.cost),
        )
        if not value
    ]
    words = w.NOTHING_ON if idea.passages else w.NOTHING_WRITTEN
    return say(words, what=say(w.AND).join(missing)) if missing else None


def idea_lines(view: IdeaView) -> Iterator[str]:
    """Yield the card as lines of plain text, for a terminal."""
    yield say(w.LISTED, name=view.name, id=view.id)
    yield f"  {view.kind}. {view.what}"
    for label, text in (*view.facts, *view.needs):
        yield f"  {label}: {text}"
    if view.left_open:
        yield f"  {view.left_open}"
    for heading, reasons in ((w.WARNS, view.warns), (w.RESTS_ON, view.reasons)):
        if reasons:
            yield f"  {say(heading)}"
            yield from (f"    {reason.because} [{reason.passage}]" for reason in reasons)


def descent_lines(rows: Iterable[Descendant]) -> tuple[str, ...]:
    """Return a line of descent as a nested Markdown list, with what was changed on the way."""
    lines = []
    for row in rows:
        name = _known(row) if row.known else _unknown(row)
        change = f", {say(w.CHANGED, change=' '.join(row.change.split()))}" if row.change else ""
        lines.append(f"{'  ' * row.depth}- {name}{change}")
    return tuple(lines)


def _known(row: Descendant) -> str:
    return f"{row.name} ({row.group})" if row.group else row.name


def _unknown(row: Descendant) -> str:
    """Return what an idea is called of which the card is not here: whose it is, else its id."""
    return say(w.OF_GROUP, group=row.group) if row.group else f"{row.name} {say(w.NOT_HERE)}"


def earlier_lines(cards: Iterable[SharedIdea]) -> tuple[str, ...]:
    """Name the versions that newer ones follow, so that nothing in a file goes unseen."""
    return tuple(say(w.EARLIER_VERSION, name=card.name, id=card.id, version=card.version) for card in cards)


def conflict_lines(conflicts: Mapping[str, Sequence[SharedIdea]]) -> tuple[str, ...]:
    """Say of which cards different texts claim to be the same version; both are kept."""
    return tuple(
        say(w.CONFLICT, name=cards[0].name, id=id_, version=cards[0].version, n=len(cards))
        for id_, cards in conflicts.items()
    )
