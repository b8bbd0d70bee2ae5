"""A published assessment as a reader meets it, on a screen and on paper; and what is said before it is made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.dates import when_words
from placecheck.publishing import Published
from placecheck.publishing.model import PublishedDimension, PublishedIndicator
from placecheck.rubric import Rubric
from placecheck.scoring.disclosure_control import groups_shown, publish_minimum
from placecheck.views.printed.published_story import (
    MAX_FEATURED,
    FeaturedStoryView,
    featured_stories,
    published_strengths,
    story_picture,
)
from placecheck.views.printed_labels import paper_labels
from placecheck.views.results.ladder_words import Ladder
from placecheck.views.results.place_picture import PictureView
from placecheck.views.results.results import chosen_name
from placecheck.words import publishing as w
from placecheck.words import report as pw
from placecheck.words import results, say, say_n


@dataclass(frozen=True, slots=True)
class PublishedIndicatorView:
    """One indicator: its reading (empty where it is left out), how groups see it, and what people wrote."""

    name: str
    words: str
    notes: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedDimensionView:
    """One dimension and its indicators; `order` is its place in the rubric."""

    name: str
    order: int
    words: str
    indicators: tuple[PublishedIndicatorView, ...]


@dataclass(frozen=True, slots=True)
class PublishedStepView:
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
    finding: str
    picture: PictureView | None
    strong: tuple[tuple[str, str, str | None], ...]
    """What is strong: its name, where it is, and a text of those that were ticked, if there is one."""
    voices: tuple[FeaturedStoryView, ...]
    left_out: str | None
    """How much is left out, in a line."""
    parts: tuple[tuple[str, str], ...]
    """What the group says of its place: a title and a text each."""
    dimensions: tuple[PublishedDimensionView, ...]
    steps: tuple[PublishedStepView, ...]
    how: tuple[str, ...]
    words: dict[str, str]


def published_view(summary: Published) -> PublishedView:
    """Return `summary` as shown to a reader."""
    place, texts = summary.place, ((results.CONTEXT, "context"), (pw.BOUNDARY, "boundary"))
    parts = [(say(title), place[key]) for title, key in texts if key in place]
    if summary.missing_voices:
        parts.append((say(w.MISSING), summary.missing_voices))
    chosen, picture = featured_stories(summary), story_picture(summary)
    shown_stories = {say(results.QUOTED, story=voice.story) for voice in chosen}
    dimensions = [_dimension_view(summary, order, item, shown_stories) for order, item in enumerate(summary.dimensions)]
    return PublishedView(
        language=summary.rubric["language"],
        title=say(w.TITLE, place=place["name"]),
        place=place["name"],
        about=_about(summary),
        finding=picture.finding if picture else "",
        picture=picture,
        strong=tuple(map(partial(_strong, summary), published_strengths(summary))),
        voices=chosen,
        left_out=_left_out(summary),
        parts=tuple(parts),
        dimensions=tuple(dimension for dimension in dimensions if dimension.indicators),
        steps=tuple(_step(item) for item in summary.actions),
        how=_how(summary),
        words={
            "kicker": say(w.KICKER),
            "strong": say(results.STRONG_TITLE),
            "voices": say(w.VOICES_TITLE if len(chosen) == MAX_FEATURED else w.VOICES_OTHER),
            "ladder": say(w.LADDER),
            "steps": say(w.STEPS),
            "how": say(w.HOW_MADE),
        }
        | paper_labels(),
    )


def _about(summary: Published) -> tuple[str, ...]:
    kind, when = summary.place.get("kind"), when_words(summary.date) if summary.date else None
    if summary.together:
        voices = say(w.ANSWERED_TOGETHER)
    elif summary.voices is None:
        voices = say(w.FEW_VOICES, minimum=summary.minimum)
    else:
        voices = say_n(w.VOICES, summary.voices)
    length = say(results.SHORT_SET if summary.question_set == "starter" else results.FULL_SET)
    if summary.chosen is not None:
        length = chosen_name(summary.chosen, summary.held_back)
    held = say_n(results.HELD_BACK, summary.held_back) if summary.held_back else None
    parts = (kind and kind.capitalize(), summary.place.get("nation"), when, length, voices, held)
    return tuple(part for part in parts if part)


def _dimension_view(
    summary: Published, order: int, dimension: PublishedDimension, shown_stories: set[str]
) -> PublishedDimensionView:
    ladder = Ladder(summary.levels, 0)
    left_out = all(indicator.status == "left_out" for indicator in dimension.indicators)
    nothing = "" if left_out else say(w.NO_DIMENSION_READING)
    words = nothing if dimension.reading is None else ladder.name(dimension.reading)
    shown = [
        indicator
        for indicator in dimension.indicators
        if indicator.status != "left_out" or indicator.texts or indicator.not_agreed
    ]
    return PublishedDimensionView(
        dimension.name,
        order,
        words,
        tuple(_indicator_view(summary, ladder, indicator, shown_stories) for indicator in shown),
    )


def _indicator_view(
    summary: Published, ladder: Ladder, indicator: PublishedIndicator, shown_stories: set[str]
) -> PublishedIndicatorView:
    """Return one indicator; the texts in `shown_stories` are not repeated."""
    names = {spoke.perspective: spoke.name for spoke in summary.spoke}
    notes = [
        say(w.SEEN_BY, name=names[group.perspective], words=ladder.name(group.reading)) + "."
        for group in indicator.groups
    ]
    if indicator.not_agreed:
        notes.insert(0, say(w.NOT_AGREED))
    if indicator.own_words:
        notes.append(say(w.IN_OWN_WORDS))
    texts = tuple(text for text in map(_text_line, indicator.texts) if text not in shown_stories)
    return PublishedIndicatorView(indicator.name, _reading_words(ladder, indicator), tuple(notes), texts)


def _strong(summary: Published, indicator: PublishedIndicator) -> tuple[str, str, str | None]:
    because = next((text["because"] for text in indicator.texts if "because" in text), None)
    return indicator.name, _reading_words(Ladder(summary.levels, 0), indicator), because


def _left_out(summary: Published) -> str | None:
    n = sum(indicator.status == "left_out" for dimension in summary.dimensions for indicator in dimension.indicators)
    return say_n(w.LEFT_OUT_LINE, n, minimum=summary.minimum) if n else None


def _text_line(text: dict[str, str]) -> str:
    ((kind, words),) = text.items()
    if kind == "story":
        return say(results.QUOTED, story=words)
    frames = {
        "not_for": results.NOT_TRUE_FOR,
        "promised": results.WAS_PROMISED,
        "seen": results.WAS_SEEN,
        "because": results.BECAUSE,
        "minority": results.MINORITY,
    }
    return say(frames.get(kind, results.NOT_AGREED_BECAUSE), whom=words, why=words, what=words)


def _reading_words(ladder: Ladder, indicator: PublishedIndicator) -> str:
    if indicator.reading is None:
        words = {"not_here": say(results.NOT_HERE), "left_out": ""}
        return words.get(indicator.status, say(w.TOO_LITTLE))
    name = ladder.name(indicator.reading)
    return say(w.AGREED, words=name) if indicator.agreed else name


def _step(action: dict[str, str]) -> PublishedStepView:
    labels = {"who": pw.WHO, "when": pw.WHEN, "first_step": pw.FIRST_STEP, "power": pw.POWER}
    shown_action = action | ({"when": when_words(action["when"])} if "when" in action else {})
    lines = tuple(
        say(results.HELD, where=say(label), what=shown_action[key])
        for key, label in labels.items()
        if key in shown_action
    )
    return PublishedStepView(action["what"], lines)


def _how(summary: Published) -> tuple[str, ...]:
    spoke = ", ".join(say(w.SPOKE, name=group.name, n=group.voices) for group in summary.spoke)
    lines = [say(w.WHO_SPOKE, names=spoke)] if spoke else []
    lines += [say(w.METHOD, minimum=summary.minimum), say(w.METHOD_KNOWN)]
    lines += [say(w.METHOD_ASKED), say(w.METHOD_TEXTS)]
    lines += [say(w.EDITION, title=summary.rubric["title"], edition=summary.rubric["edition"])]
    return (*lines, say(results.WHAT_THIS_IS_NOT))


def who_is_shown(rubric: Rubric, assessment: Assessment) -> tuple[str, ...]:
    """Return what the summary will show of the answers and what not, for those who make it."""
    minimum, voices = publish_minimum(rubric), counted_voices(assessment)
    if len(voices) < minimum:
        return (say_n(w.ALL_LEFT_OUT, len(voices), minimum=minimum),)
    names = {perspective.id: perspective.name for perspective in rubric.perspectives} | {"": say(w.NO_PERSPECTIVE)}
    sizes = Counter(voice.perspective or "" for voice in voices)
    shown = [group for group in groups_shown(sizes, minimum) if group]
    left_out = [group for group in sizes if group not in shown]
    lines = [say(w.WHOLE_SHOWN, n=len(voices))]
    for words, groups in ((w.GROUPS_SHOWN, shown), (w.GROUPS_LEFT_OUT, left_out)):
        if groups:
            lines.append(say(words, names=", ".join(names[group] for group in groups)))
    return (*lines, say(w.METHOD_ASKED), say(w.CHECKED), say(w.ONCE))
