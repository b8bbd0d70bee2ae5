"""A published assessment as a reader meets it, on a screen and on paper; and what is said before it is made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.publishing import Published, Text
from placecheck.publishing.model import PublishedDimension, PublishedIndicator
from placecheck.rubric import Rubric
from placecheck.scoring.small_numbers import groups_shown, publish_minimum
from placecheck.views.ladder_words import Ladder
from placecheck.views.notice import written_when
from placecheck.words import deciding, results, say, say_n
from placecheck.words import publishing as w
from placecheck.words import report as pw


@dataclass(frozen=True, slots=True)
class ThingView:
    """One indicator: where it stands, how those see it who are shown on their own, and what people told."""

    name: str
    words: str
    notes: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One dimension and its indicators; `order` is its place in the rubric."""

    name: str
    order: int
    words: str
    things: tuple[ThingView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One next step: what, and the rest of it as lines."""

    what: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedView:
    """The whole summary. `words` are the fixed words around it, by a short name."""

    language: str
    title: str
    place: str
    about: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    """What the group says of its place: a title and a text each."""
    sides: tuple[SideView, ...]
    steps: tuple[StepView, ...]
    how: tuple[str, ...]
    words: dict[str, str]


def published_view(given: Published) -> PublishedView:
    """`given` for a reader."""
    place, texts = given.place, ((results.CONTEXT, "context"), (pw.BOUNDARY, "boundary"))
    parts = [(say(title), place[key]) for title, key in texts if key in place]
    if given.missing_voices:
        parts.append((say(w.MISSING), given.missing_voices))
    return PublishedView(
        language=given.rubric["language"],
        title=say(w.TITLE, place=place["name"]),
        place=place["name"],
        about=_about(given),
        parts=tuple(parts),
        sides=tuple(_side(given, order, one) for order, one in enumerate(given.dimensions) if one.indicators),
        steps=tuple(_step(one) for one in given.actions),
        how=_how(given),
        words={
            "kicker": say(w.KICKER),
            "told": say(w.TOLD),
            "steps": say(w.STEPS),
            "how": say(w.HOW_MADE),
            "page_of": say(pw.PAGE_OF, page="{page}", pages="{pages}"),
        },
    )


def _about(given: Published) -> tuple[str, ...]:
    kind, when = given.place.get("kind"), written_when(given.date) if given.date else None
    if given.together:
        voices = say(w.ANSWERED_TOGETHER)
    elif given.voices is None:
        voices = say(w.FEW_VOICES, minimum=given.minimum)
    else:
        voices = say_n(w.VOICES, given.voices)
    round_ = say(results.STARTER_ROUND if given.round == "starter" else results.FULL_ROUND)
    found = (kind and kind.capitalize(), given.place.get("nation"), when, round_, voices)
    return tuple(part for part in found if part)


def _side(given: Published, order: int, one: PublishedDimension) -> SideView:
    ladder = Ladder(given.levels, 0)
    words = say(w.NO_SIDE) if one.reading is None else ladder.name(one.reading)
    return SideView(one.name, order, words, tuple(_thing(given, ladder, thing) for thing in one.indicators))


def _thing(given: Published, ladder: Ladder, one: PublishedIndicator) -> ThingView:
    names = {spoke.perspective: spoke.name for spoke in given.spoke}
    notes = [
        say(w.SEEN_BY, name=names[group.perspective], words=ladder.name(group.reading)) + "." for group in one.groups
    ]
    if one.not_agreed:
        notes.insert(0, say(w.NOT_AGREED))
    if one.own_words:
        notes.append(say(w.IN_OWN_WORDS))
    return ThingView(one.name, _stands(given, ladder, one), tuple(notes), tuple(map(_told, one.texts)))


def _told(text: dict[str, str]) -> str:
    ((kind, words),) = text.items()
    if kind == "story":
        return say(results.QUOTED, story=words)
    frames = {"not_for": results.NOT_TRUE_FOR, "because": results.BECAUSE, "minority": results.MINORITY}
    return say(frames.get(kind, results.NOT_AGREED_BECAUSE), whom=words, why=words, what=words)


def _stands(given: Published, ladder: Ladder, one: PublishedIndicator) -> str:
    if one.reading is None:
        words = {"not_here": say(results.NOT_HERE), "left_out": say(w.LEFT_OUT, minimum=given.minimum)}
        return words.get(one.status, say(w.TOO_LITTLE))
    name = ladder.name(one.reading)
    return say(w.AGREED, words=name) if one.agreed else name


def _step(action: dict[str, str]) -> StepView:
    labels = {"first_step": deciding.FIRST_STEP, "who": deciding.WHO, "when": deciding.WHEN, "power": deciding.POWER}
    lines = tuple(
        say(results.HELD, where=say(label), what=action[key]) for key, label in labels.items() if key in action
    )
    return StepView(action["what"], lines)


def _how(given: Published) -> tuple[str, ...]:
    spoke = ", ".join(say(w.SPOKE, name=one.name, n=one.voices) for one in given.spoke)
    lines = [say(w.WHO_SPOKE, names=spoke)] if spoke else []
    lines += [say(w.METHOD, minimum=given.minimum), say(w.METHOD_KNOWN), say(w.METHOD_TEXTS)]
    lines += [say(w.EDITION, title=given.rubric["title"], edition=given.rubric["edition"])]
    return (*lines, say(results.WHAT_THIS_IS_NOT))


def who_is_shown(rubric: Rubric, assessment: Assessment) -> tuple[str, ...]:
    """What the summary will show of the answers and what not, for those who make it."""
    minimum, n = publish_minimum(rubric), len(assessment.voices)
    if n < minimum:
        return (say_n(w.ALL_LEFT_OUT, n, minimum=minimum),)
    names = {perspective.id: perspective.name for perspective in rubric.perspectives} | {"": say(w.NO_PERSPECTIVE)}
    sizes = Counter(voice.perspective or "" for voice in assessment.voices)
    shown = [group for group in groups_shown(sizes, minimum) if group]
    left_out = [group for group in sizes if group not in shown]
    lines = [say(w.WHOLE_SHOWN, n=n)]
    for words, groups in ((w.GROUPS_SHOWN, shown), (w.GROUPS_LEFT_OUT, left_out)):
        if groups:
            lines.append(say(words, names=", ".join(names[group] for group in groups)))
    return tuple(lines)


def to_look_at(text: Text) -> str | None:
    """What in a text may point to somebody, in a line; None where nothing is marked."""
    if not text.marks:
        return None
    marked = dict.fromkeys(say(w.MARKED, text=mark.text, kind=say(w.KINDS[mark.kind])) for mark in text.marks)
    return say(w.LOOK_AT, marks="; ".join(marked))
