"""A published assessment from a whole one. Nothing is copied over: each thing that may be seen is put in by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from placecheck.assessment import Agreed, Answer, Assessment
from placecheck.assessment.model import Voice
from placecheck.errors import PlacecheckError
from placecheck.publishing.model import (
    PUBLISHED,
    Published,
    PublishedDimension,
    PublishedGroup,
    PublishedIndicator,
    Spoke,
)
from placecheck.publishing.texts import Text, texts
from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.scoring.small_numbers import (
    Outline,
    groups_shown,
    mean_of_outlines,
    outline,
    publish_minimum,
    readings_of_groups,
)
from placecheck.words import publishing as words
from placecheck.words import say

NO_PERSPECTIVE = ""


class Publisher:
    """What is looked up of one assessment while it is made fit for publishing. `ticks` are those of `Text.tick`."""

    def __init__(self, rubric: Rubric, assessment: Assessment, ticks: Collection[str], *, together: bool) -> None:
        self.rubric, self.assessment = rubric, assessment
        self.minimum = publish_minimum(rubric)
        self.together = together
        self.enough = len(assessment.voices) >= self.minimum
        self.ticked = {one.key: one for one in texts(assessment) if one.tick in ticks}
        sizes = Counter(voice.perspective or NO_PERSPECTIVE for voice in assessment.voices)
        self.groups = [one for one in groups_shown(sizes, self.minimum) if one != NO_PERSPECTIVE] if self.enough else []
        self.sizes = sizes

    def asked(self, dimension: Dimension) -> Iterator[Indicator]:
        """What the round asked. One that only an answer shows to be asked is not named; nor are own words unticked."""
        for one in dimension.indicators:
            was_asked = self.assessment.round == "full" or one.starter or one.id in self.assessment.agreed
            in_own_words = one.id in self.assessment.own_words
            if was_asked and (not in_own_words or f"own_words.{one.id}" in self.ticked):
                yield one

    def whole(self, id_: str) -> Outline | None:
        """What is said of the indicator: what was agreed, else of all voices; None where they are too few."""
        agreed = self.assessment.agreed.get(id_)
        if agreed is not None and agreed.not_agreed is None:
            return _settled(agreed)
        if self.together:
            return _settled(self.assessment.voices[0].answers.get(id_))
        return self.outline(self.assessment.voices, id_) if self.enough else None

    def outline(self, voices: Sequence[Voice], id_: str) -> Outline:
        """What is said of these voices' answers."""
        return outline(self.rubric.steps, [voice.answers.get(id_) for voice in voices])

    def shown_groups(self, id_: str) -> Iterator[PublishedGroup]:
        """Where the indicator stands for each perspective that is shown."""
        of = {group: [one for one in self.assessment.voices if one.perspective == group] for group in self.groups}
        said = {group: self.outline(voices, id_) for group, voices in of.items()}
        if said:
            readings = readings_of_groups(self.outline(self.assessment.voices, id_), said)
            yield from (PublishedGroup(group, reading) for group, reading in readings.items())

    def texts_of(self, id_: str) -> tuple[dict[str, str], ...]:
        """What was told of the indicator, in no order that would say who told it."""
        of = [one for one in self.ticked.values() if one.indicator == id_ and one.is_told]
        return tuple({kind: text} for kind, text in sorted(part for one in of for part in one.parts))

    def action(self, text: Text) -> dict[str, str]:
        """An action with all that is said of it."""
        about = {"indicator": text.indicator} if text.indicator else {}
        return about | dict(text.parts)


def published(
    rubric: Rubric, assessment: Assessment, ticks: Collection[str] = (), *, together: bool = False
) -> Published:
    """`assessment`, made with `rubric` (as the group asks it), as anyone may see it.

    `ticks` name the texts that a person read and found to name nobody. `together` says that the one voice is the
    group's, so that its levels are what was agreed. Raises PlacecheckError where there is not one voice then.
    """
    if together and len(assessment.voices) != 1:
        raise PlacecheckError(say(words.NOT_TOGETHER, n=len(assessment.voices)))
    one = Publisher(rubric, assessment, ticks, together=together)
    names = {perspective.id: perspective.name for perspective in rubric.perspectives}
    place, ticked = assessment.place, one.ticked
    about = {"name": place.name, "kind": place.kind, "nation": place.nation}
    about |= {name: ticked[f"place.{name}"].text for name in ("boundary", "context") if f"place.{name}" in ticked}
    return Published(
        published=PUBLISHED,
        rubric={"id": rubric.id, "edition": rubric.edition, "title": rubric.title, "language": rubric.language},
        levels=tuple(level.name for level in rubric.levels),
        minimum=one.minimum,
        place={key: value for key, value in about.items() if value is not None},
        date=assessment.date.isoformat() if assessment.date else None,
        round=assessment.round,
        voices=len(assessment.voices) if one.enough else None,
        together=together,
        spoke=tuple(Spoke(group, names.get(group, group), one.sizes[group]) for group in one.groups),
        dimensions=tuple(_dimension(one, dimension) for dimension in rubric.dimensions),
        missing_voices=ticked["missing_voices"].text if "missing_voices" in ticked else None,
        actions=tuple(one.action(text) for key, text in ticked.items() if key.startswith("actions.")),
    )


def _dimension(one: Publisher, dimension: Dimension) -> PublishedDimension:
    indicators = tuple(_indicator(one, indicator) for indicator in one.asked(dimension))
    weights = [indicator.weight for indicator in one.asked(dimension)]
    outlines = [Outline(each.status, each.reading) if each.status != "left_out" else None for each in indicators]
    reading = mean_of_outlines(outlines, weights, one.rubric.scoring.min_coverage)
    return PublishedDimension(dimension.id, dimension.name, reading, indicators)


def _indicator(one: Publisher, indicator: Indicator) -> PublishedIndicator:
    agreed, said = one.assessment.agreed.get(indicator.id), one.whole(indicator.id)
    settled = agreed is not None and agreed.not_agreed is None
    return PublishedIndicator(
        id=indicator.id,
        name=indicator.name,
        own_words=indicator.id in one.assessment.own_words,
        status=said.status if said else "left_out",
        reading=said.reading if said else None,
        agreed=settled or (one.together and said is not None and said.status != "too_little_known"),
        not_agreed=agreed is not None and agreed.not_agreed is not None,
        groups=tuple(one.shown_groups(indicator.id)),
        texts=one.texts_of(indicator.id),
    )


def _settled(given: Agreed | Answer | None) -> Outline:
    """What one answer for all says."""
    if given is not None and given.level is not None:
        return Outline("ok", float(given.level))
    return Outline("not_here" if given is not None and given.no_answer == "not_here" else "too_little_known", None)
