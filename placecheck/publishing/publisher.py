"""A published assessment from a whole one. Nothing is copied over: each thing that may be seen is put in by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from placecheck.assessment import Agreed, Answer, Assessment
from placecheck.assessment.asked import asked_ids, counted_voices
from placecheck.errors import PlacecheckError
from placecheck.publishing.model import (
    PUBLISHED,
    Published,
    PublishedDimension,
    PublishedGroup,
    PublishedIndicator,
    Spoke,
)
from placecheck.publishing.safe_readings import SafeReadings
from placecheck.publishing.texts import Text, find_texts, perspective_key
from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.scoring.disclosure_control import (
    NO_PERSPECTIVE,
    Outline,
    groups_shown,
    mean_of_outlines,
    publish_minimum,
)
from placecheck.words import publishing as words
from placecheck.words import say


class Publisher:
    """What is looked up of one assessment while it is made fit for publishing. `ticks` are those of `Text.tick`."""

    def __init__(self, rubric: Rubric, assessment: Assessment, ticks: Collection[str], *, together: bool) -> None:
        self.rubric, self.assessment = rubric, assessment
        self.minimum = publish_minimum(rubric)
        self.together = together
        self.voices = counted_voices(assessment)
        self.enough = len(self.voices) >= self.minimum
        self.ticked = {text.key: text for text in find_texts(assessment) if text.tick in ticks}
        sizes = Counter(voice.perspective or NO_PERSPECTIVE for voice in self.voices)
        self.groups = groups_shown(sizes, self.minimum) if self.enough else ()
        self.sizes = sizes
        self.questions = asked_ids(rubric, assessment.model_copy(update={"voices": ()}))
        self.readings = SafeReadings(rubric, self.voices, self.groups, self.minimum)

    def asked(self, dimension: Dimension) -> Iterator[Indicator]:
        """Yield what was asked, without what only an answer shows to be asked, and without unticked own words."""
        for indicator in dimension.indicators:
            in_own_words = indicator.id in self.assessment.own_words
            if indicator.id in self.questions and (not in_own_words or f"own_words.{indicator.id}" in self.ticked):
                yield indicator

    def perspective_names(self) -> dict[str, str]:
        """Return what each perspective is called: in the group's words once they are ticked, else in the rubric's."""
        names = {perspective.id: perspective.name for perspective in self.rubric.perspectives}
        unticked = {id_ for id_ in self.rubric.renamed if perspective_key(id_) not in self.ticked}
        return names | {id_: self.rubric.renamed[id_] for id_ in unticked}

    def whole(self, id_: str) -> Outline | None:
        """Return what is published of the indicator: what was agreed, else all voices; None if they are too few."""
        agreed = self.assessment.agreed.get(id_)
        if agreed is not None and agreed.not_agreed is None:
            return _settled(agreed)
        if self.together:
            return _settled(self.voices[0].answers.get(id_))
        return self.readings.whole(id_) if self.enough else None

    def shown_groups(self, id_: str) -> Iterator[PublishedGroup]:
        """Yield the indicator's reading for each perspective that is shown."""
        if self.enough:
            readings = self.readings.of_groups(id_)
            yield from (PublishedGroup(group, reading) for group, reading in readings.items())

    def texts_of(self, id_: str) -> tuple[dict[str, str], ...]:
        """Return the texts about the indicator, in an order that does not reveal who wrote them."""
        of = [approved for approved in self.ticked.values() if approved.indicator == id_ and approved.is_told]
        return tuple({kind: text} for kind, text in sorted(part for approved in of for part in approved.parts))

    def action(self, text: Text) -> dict[str, str]:
        """Return an action with all its texts."""
        about = {"indicator": text.indicator} if text.indicator else {}
        return about | dict(text.parts)


def published(
    rubric: Rubric, assessment: Assessment, ticks: Collection[str] = (), *, together: bool = False
) -> Published:
    """Return `assessment`, made with `rubric` (as the group asks it), as anyone may see it.

    `ticks` name the texts that a person read and found to name nobody. `together` says that the one voice is the
    group's, so that its levels are what was agreed.

    Raises:
        PlacecheckError: They answered together, but there is not exactly one voice.
    """
    publisher = Publisher(rubric, assessment, ticks, together=together)
    if together and len(publisher.voices) != 1:
        raise PlacecheckError(say(words.NOT_TOGETHER, n=len(publisher.voices)))
    names = publisher.perspective_names()
    place, ticked = assessment.place, publisher.ticked
    about = {"name": place.name, "kind": place.kind, "nation": place.nation}
    about |= {name: ticked[f"place.{name}"].text for name in ("boundary", "context") if f"place.{name}" in ticked}
    return Published(
        published=PUBLISHED,
        rubric={"id": rubric.id, "edition": rubric.edition, "title": rubric.title, "language": rubric.language},
        levels=tuple(level.name for level in rubric.levels),
        minimum=publisher.minimum,
        place={key: value for key, value in about.items() if value is not None},
        date=assessment.date.isoformat() if assessment.date else None,
        question_set=assessment.question_set,
        chosen=len(assessment.asked) or None,
        voices=len(publisher.voices) if publisher.enough else None,
        together=together,
        spoke=tuple(Spoke(group, names.get(group, group), publisher.sizes[group]) for group in publisher.groups),
        dimensions=tuple(_dimension(publisher, dimension) for dimension in rubric.dimensions),
        missing_voices=ticked["missing_voices"].text if "missing_voices" in ticked else None,
        actions=tuple(publisher.action(text) for key, text in ticked.items() if key.startswith("actions.")),
        held_back=assessment.held_back or None,
    )


def _dimension(publisher: Publisher, dimension: Dimension) -> PublishedDimension:
    indicators = tuple(_indicator(publisher, indicator) for indicator in publisher.asked(dimension))
    weights = [indicator.weight for indicator in publisher.asked(dimension)]
    outlines = [Outline(each.status, each.reading) if each.status != "left_out" else None for each in indicators]
    reading = mean_of_outlines(outlines, weights, publisher.rubric.scoring.min_coverage)
    return PublishedDimension(dimension.id, dimension.name, reading, indicators)


def _indicator(publisher: Publisher, indicator: Indicator) -> PublishedIndicator:
    agreed, whole = publisher.assessment.agreed.get(indicator.id), publisher.whole(indicator.id)
    settled = agreed is not None and agreed.not_agreed is None
    return PublishedIndicator(
        id=indicator.id,
        name=indicator.name,
        own_words=indicator.id in publisher.assessment.own_words,
        status=whole.status if whole else "left_out",
        reading=whole.reading if whole else None,
        agreed=settled or (publisher.together and whole is not None and whole.status != "too_little_known"),
        not_agreed=agreed is not None and agreed.not_agreed is not None,
        groups=tuple(publisher.shown_groups(indicator.id)),
        texts=publisher.texts_of(indicator.id),
    )


def _settled(answer: Agreed | Answer | None) -> Outline:
    """Return what one answer for all says."""
    if answer is not None and answer.level is not None:
        return Outline("ok", float(answer.level))
    return Outline("not_here" if answer is not None and answer.no_answer == "not_here" else "too_little_known", None)
