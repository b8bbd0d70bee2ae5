"""What a rubric's indicators cite, held against the passages that are there."""

from __future__ import annotations

from collections.abc import Iterator

from placecheck.errors import Finding
from placecheck.notes import Catalogue
from placecheck.rubric.load import RubricFiles
from placecheck.rubric.model import Indicator
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
    """Report faults in citations; with the `passages` of the rubric, also too few of them and uncited ones."""
    for index, passage in enumerate(files.rubric.cautions):
        if passage not in catalogue.passages_by_id:
            yield _orphan(files.manifest, ("cautions", index), passage, catalogue)
    for indicator, source, path in files.places():
        yield from _orphans(indicator, source, path, catalogue)
        if files.rubric.reasoned:
            yield from _reasons(indicator, source, path)
        if passages is not None:
            yield from _too_few(indicator, source, path)
    if passages is None:
        hint = "Every statement could lead back to a discussion: the README beside the rubrics says how."
        yield files.manifest.finding((), "There is no passages.yaml.", hint, "remark")
    else:
        yield from _dimensions(files, catalogue, passages)
        yield from _uncited(files, catalogue, passages, every=every)


def _orphans(indicator: Indicator, source: Source, path: KeyPath, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each passage that the indicator cites and that is not there."""
    for key, index, link in indicator.links():
        at = (*path, key, index)
        if link.passage not in catalogue.passages_by_id:
            in_full = (*at, "passage") in source.lines
            yield _orphan(source, (*at, "passage") if in_full else at, link.passage, catalogue)
        for number, id_ in enumerate(link.also):
            if id_ not in catalogue.passages_by_id:
                yield _orphan(source, (*at, "also", number), id_, catalogue)
    if indicator.why is not None and indicator.why.passage not in catalogue.passages_by_id:
        yield _orphan(source, (*path, "why", "passage"), indicator.why.passage, catalogue)


def _reasons(indicator: Indicator, source: Source, path: KeyPath) -> Iterator[Finding]:
    """Yield each link that does not say how and why its passage bears on the statement."""
    for key, index, link in indicator.links():
        missing = [name for name in ("how", "because") if getattr(link, name) is None]
        if missing:
            what = f"The link to {link.passage} has no {' and no '.join(missing)}."
            hint = "Say which thought of the paragraph bears on the statement, or take the link out."
            yield source.finding((*path, key, index), what, hint)


def _too_few(indicator: Indicator, source: Source, path: KeyPath) -> Iterator[Finding]:
    """Report too few cited passages, and a reason for citing few where enough are cited."""
    supports, cautions = len(indicator.supports), len(indicator.cautions)
    few_supports = supports < (SUPPORTS if indicator.one_support is None else 1)
    if few_supports or (cautions < CAUTIONS and indicator.no_caution is None):
        hint = f"Cite {SUPPORTS} supports and {CAUTIONS} caution at least."
        yield source.finding((*path, "id"), f"Supports: {supports}, cautions: {cautions}.", hint)
    if supports >= SUPPORTS and indicator.one_support is not None:
        what = f"It says why it has one support, and has {supports}."
        yield source.finding((*path, "one_support"), what, "Keep the one support or leave the reason out.")
    if cautions and indicator.no_caution is not None:
        what = "It says why it has no caution, and has one."
        yield source.finding((*path, "no_caution"), what, "Keep the caution or the reason.")


def _orphan(source: Source, path: KeyPath, id_: str, catalogue: Catalogue) -> Finding:
    note, _, paragraph = id_.partition("#")
    paragraphs = sorted(passage.paragraph for passage in catalogue.passages if passage.note == note)
    near = sorted(sorted(paragraphs, key=lambda number: abs(number - int(paragraph)))[:2])
    if near:
        hint = f"Did you mean {' or '.join(f'{note}#{number}' for number in near)}?"
    else:
        hint = near_or_all(note, list(catalogue.notes_by_id), "Cite a passage of passages.yaml, or add it there.")
    return source.finding(path, f"There is no passage {id_}.", hint)


def _dimensions(files: RubricFiles, catalogue: Catalogue, source: Source) -> Iterator[Finding]:
    known = [dimension.id for dimension in files.rubric.dimensions]
    for index, passage in enumerate(catalogue.passages):
        for place, dimension in enumerate(passage.dimensions):
            if dimension not in known:
                hint = near_or_all(dimension, known, f"The dimensions are {', '.join(known)}.")
                path = ("passages", index, "dimensions", place)
                yield source.finding(path, f"There is no dimension {dimension}.", hint)


def _uncited(files: RubricFiles, catalogue: Catalogue, source: Source, *, every: bool) -> Iterator[Finding]:
    cited = {id_ for indicator in files.rubric.indicators() for _, _, link in indicator.links() for id_ in link.ids}
    cited.update(files.rubric.cautions)
    uncited = [(index, indicator.id) for index, indicator in enumerate(catalogue.passages) if indicator.id not in cited]
    if every or len(uncited) == 1:
        for index, id_ in uncited:
            what = f"No indicator cites {id_}."
            yield source.finding(("passages", index), what, "It can still be browsed and found.", "remark")
    elif uncited:
        named = ", ".join(id_ for _, id_ in uncited[:NAMED])
        more = " and others" if len(uncited) > NAMED else ""
        what = f"No indicator cites {len(uncited)} of the passages: {named}{more}."
        yield source.finding(("passages",), what, "They can still be browsed and found; --all names each.", "remark")
