"""The perspectives that a group offers, and its own words for them. Answers keep the perspective's id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from placecheck.assessment.customisation import changed_copy, customised
from placecheck.assessment.model import Assessment
from placecheck.rubric.model import Perspective, Rubric


def as_asked(rubric: Rubric, assessment: Assessment) -> Rubric:
    """Return `rubric` as the group of `assessment` asks it, own words and perspectives included."""
    asked = customised(rubric, assessment.own_words)
    return with_perspectives(asked, assessment.offered_perspectives, assessment.perspective_names)


def with_perspectives(rubric: Rubric, offered: Collection[str], names: Mapping[str, str]) -> Rubric:
    """Return `rubric` with the perspectives of `offered` to choose from (empty: all), called as `names` says.

    Ids that the rubric does not have change nothing; it is the same object where nothing does.
    """
    listed, renamed = perspectives_in_rubric_order(rubric, offered, names)
    if not renamed and not listed:
        return rubric
    known = {perspective.id: perspective.name for perspective in rubric.perspectives}
    return changed_copy(
        rubric,
        perspectives=tuple(Perspective(id=id_, name=renamed.get(id_, name)) for id_, name in known.items()),
        offered=listed,
        renamed={id_: known[id_] for id_ in renamed},
    )


def perspectives_in_rubric_order(
    rubric: Rubric, offered: Collection[str], names: Mapping[str, str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return both in the order of `rubric`, each empty where it says no other than the rubric itself."""
    known = {perspective.id: perspective.name for perspective in rubric.perspectives}
    listed = tuple(id_ for id_ in known if id_ in offered)
    renamed = {id_: names[id_] for id_ in known if names.get(id_, known[id_]) != known[id_]}
    return (() if listed == tuple(known) else listed), renamed


def alike(rubric: Rubric, names: Mapping[str, str]) -> str | None:
    """Return a name that two perspectives of `rubric` would share if they were called as `names` says; else None."""
    called = [names.get(perspective.id, perspective.name) for perspective in rubric.perspectives]
    counts = Counter(name.casefold() for name in called)
    return next((name for name in called if counts[name.casefold()] > 1), None)
