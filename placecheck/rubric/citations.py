"""What a rubric's indicators cite, held against the passages that are there."""

from __future__ import annotations

from collections.abc import Iterator

from placecheck.errors import Finding
from placecheck.notes import Catalogue
from placecheck.rubric.load import RubricFiles
from placecheck.source import Source
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all

SUPPORTS, CAUTIONS = 2, 1
"""How many supports and cautions an indicator is asked to have."""

NAMED = 5
"""How many passages that nobody cites a summing-up names."""


def citation_findings(
    files: RubricFiles, catalogue: Catalogue, passages: Source | None, *, every: bool
) -> Iterator[Finding]:
    """Faults of what is cited; with the `passages` of the rubric, also too few of them and those that nobody cites."""
    for index, passage in enumerate(files.rubric.cautions):
        if passage not in catalogue.passage:
            yield _orphan(files.manifest, ("cautions", index), passage, catalogue)
    for indicator, source, path in files.places():
        for key in ("supports", "cautions"):
            for index, passage in enumerate(getattr(indicator, key)):
                if passage not in catalogue.passage:
                    yield _orphan(source, (*path, key, index), passage, catalogue)
        if passages is not None and (len(indicator.supports) < SUPPORTS or len(indicator.cautions) < CAUTIONS):
            what = f"Supports: {len(indicator.supports)}, cautions: {len(indicator.cautions)}."
            yield source.finding((*path, "id"), what, f"Cite {SUPPORTS} supports and {CAUTIONS} caution at least.")
    if passages is None:
        mend = "Every statement could lead back to a discussion: the README beside the rubrics says how."
        yield files.manifest.finding((), "There is no passages.yaml.", mend, "remark")
    else:
        yield from _dimensions(files, catalogue, passages)
        yield from _uncited(files, catalogue, passages, every=every)


def _orphan(source: Source, path: KeyPath, id_: str, catalogue: Catalogue) -> Finding:
    note, _, paragraph = id_.partition("#")
    there = sorted(one.paragraph for one in catalogue.passages if one.note == note)
    near = sorted(sorted(there, key=lambda number: abs(number - int(paragraph)))[:2])
    if near:
        mend = f"Did you mean {' or '.join(f'{note}#{number}' for number in near)}?"
    else:
        mend = near_or_all(note, list(catalogue.note), "Cite a passage of passages.yaml, or add it there.")
    return source.finding(path, f"There is no passage {id_}.", mend)


def _dimensions(files: RubricFiles, catalogue: Catalogue, source: Source) -> Iterator[Finding]:
    known = [dimension.id for dimension in files.rubric.dimensions]
    for index, passage in enumerate(catalogue.passages):
        for place, dimension in enumerate(passage.dimensions):
            if dimension not in known:
                mend = near_or_all(dimension, known, f"The dimensions are {', '.join(known)}.")
                path = ("passages", index, "dimensions", place)
                yield source.finding(path, f"There is no dimension {dimension}.", mend)


def _uncited(files: RubricFiles, catalogue: Catalogue, source: Source, *, every: bool) -> Iterator[Finding]:
    cited = {id_ for one in files.rubric.indicators() for id_ in (*one.supports, *one.cautions)}
    cited.update(files.rubric.cautions)
    uncited = [(index, one.id) for index, one in enumerate(catalogue.passages) if one.id not in cited]
    if every or len(uncited) == 1:
        for index, id_ in uncited:
            what = f"No indicator cites {id_}."
            yield source.finding(("passages", index), what, "It can still be browsed and found.", "remark")
    elif uncited:
        named = ", ".join(id_ for _, id_ in uncited[:NAMED])
        more = " and others" if len(uncited) > NAMED else ""
        what = f"No indicator cites {len(uncited)} of the passages: {named}{more}."
        yield source.finding(("passages",), what, "They can still be browsed and found; --all names each.", "remark")
