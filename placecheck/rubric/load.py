"""A rubric from its folder, with every fault named by file, line and key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.rubric.model import Dimension, Indicator, Manifest, Rubric
from placecheck.source import Source, read_source, validated
from placecheck.source.wording import near_or_all

MANIFEST = "rubric.yaml"


@dataclass(frozen=True, slots=True)
class RubricFiles:
    """A rubric and the sources it was read from, so that a check can say where each word is."""

    rubric: Rubric
    manifest: Source
    dimensions: dict[str, Source]
    whole: tuple[Dimension, ...]
    """The dimensions as their files hold them, with the indicators that this edition does not ask."""

    def places(self) -> Iterator[tuple[Indicator, Source, tuple[str | int, ...]]]:
        """Yield every indicator, resting ones too, with its source and its key path there."""
        for dimension in self.whole:
            source = self.dimensions[dimension.id]
            for index, indicator in enumerate(dimension.indicators):
                yield indicator, source, ("indicators", index)


def load_rubric(folder: Path) -> Rubric:
    """Load the rubric in `folder`.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    return load_files(folder).rubric


def load_files(folder: Path) -> RubricFiles:
    """Load the rubric in `folder` with its sources.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    if not (folder / MANIFEST).exists() and (folder / "rubric.yml").exists():
        raise refuse(str(folder / "rubric.yml"), 0, "", "Its name ends in .yml.", f"Call it {MANIFEST}.")
    manifest_source = read_source(folder / MANIFEST)
    manifest = validated(Manifest, manifest_source)
    findings: list[Finding] = []
    dimensions: dict[str, Dimension] = {}
    sources: dict[str, Source] = {}
    for index, name in enumerate(manifest.dimensions):
        try:
            _refuse_missing(folder / "dimensions" / f"{name}.yaml", manifest_source, index)
            sources[name] = read_source(folder / "dimensions" / f"{name}.yaml")
            dimensions[name] = validated(Dimension, sources[name])
        except InputError as error:
            findings += error.findings
    if findings:
        raise InputError(findings)
    findings = [*_misnamed(sources), *_unlisted(folder, manifest_source, manifest)]
    if findings:
        raise InputError(findings)
    findings = [*_nothing_asked(dimensions.values(), sources)]
    if findings:
        raise InputError(findings)
    whole = tuple(dimensions.values())
    files = RubricFiles(Rubric(**_shared_fields(manifest), **_asked(whole)), manifest_source, sources, whole)
    findings = list(bounded(_whole(files)))
    if findings:
        raise InputError(findings)
    return files


def _refuse_missing(path: Path, manifest: Source, index: int) -> None:
    """Refuse a dimension that has no file.

    Raises:
        InputError: A file is missing; each is a finding at the line that names it, with the file that may be meant.
    """
    if path.exists():
        return
    siblings = [other.name for other in sorted(path.parent.glob("*"))] if path.parent.is_dir() else []
    alike = next((other for other in siblings if Path(other).stem.casefold() == path.stem), None)
    if alike:
        hint = f"There is {alike}: call it {path.name}."
    else:
        stems = [Path(other).stem for other in siblings if other.endswith(".yaml")]
        hint = near_or_all(path.stem, stems, f"Put {path.name} into the folder dimensions, beside rubric.yaml.")
    what = f"There is no file dimensions/{path.name}."
    raise InputError([manifest.finding(("dimensions", index), what, hint)])


def _shared_fields(manifest: Manifest) -> dict[str, object]:
    return {name: getattr(manifest, name) for name in manifest.model_fields_set if name != "dimensions"}


def _asked(whole: tuple[Dimension, ...]) -> dict[str, object]:
    """Return the dimensions with what they ask, and separately the resting indicators."""
    resting = tuple(indicator for dimension in whole for indicator in dimension.indicators if indicator.rests)
    if not resting:
        return {"dimensions": whole}
    return {"dimensions": tuple(map(_without_resting, whole)), "resting": resting}


def _without_resting(dimension: Dimension) -> Dimension:
    fields = {name: getattr(dimension, name) for name in Dimension.model_fields}
    return Dimension(
        **fields | {"indicators": tuple(indicator for indicator in dimension.indicators if not indicator.rests)}
    )


def _nothing_asked(dimensions: Iterable[Dimension], sources: dict[str, Source]) -> Iterator[Finding]:
    """Report a dimension all of whose indicators are resting."""
    for dimension in dimensions:
        if all(indicator.rests for indicator in dimension.indicators):
            hint = "Ask one indicator at least, or take the dimension out of rubric.yaml."
            yield sources[dimension.id].finding(("indicators",), "Every indicator here is to come or retired.", hint)


def _unlisted(folder: Path, source: Source, manifest: Manifest) -> Iterator[Finding]:
    """Report a dimension's file that the manifest does not name, and a name listed twice."""
    for index, name in enumerate(manifest.dimensions):
        if name in manifest.dimensions[:index]:
            path = ("dimensions", index)
            yield source.finding(path, f"The dimension {name} is listed twice.", "Keep one.")
    for path_found in sorted((folder / "dimensions").glob("*.yaml")):
        if path_found.stem not in manifest.dimensions:
            yield Finding(
                str(path_found), 0, "", "No line of rubric.yaml names this dimension.", "List it under `dimensions`."
            )


def _misnamed(sources: dict[str, Source]) -> Iterator[Finding]:
    """Report a dimension whose id is not its file's name."""
    for name, source in sources.items():
        if source.data["id"] != name:
            yield source.finding(("id",), f"The id is {source.data['id']}.", f"Write {name}, the file's name.")


def _perspectives_once(files: RubricFiles) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, perspective in enumerate(files.rubric.perspectives):
        if perspective.id in seen:
            path = ("perspectives", index)
            yield files.manifest.finding(path, f"The perspective {perspective.id} stands here twice.", "Keep one.")
        seen.add(perspective.id)


def _whole(files: RubricFiles) -> Iterator[Finding]:
    """Report faults that only show across files: ids, the number of levels, unknown perspectives."""
    rubric = files.rubric
    yield from _perspectives_once(files)
    first: dict[str, str] = {}
    known = list(dict.fromkeys(perspective.id for perspective in rubric.perspectives))
    for indicator, source, path in files.places():
        place = f"{source.file}:{source.line((*path, 'id'))}"
        if indicator.id in first:
            yield source.finding(
                (*path, "id"),
                f"The id {indicator.id} appears twice, first at {first[indicator.id]}.",
                "Give each its own.",
            )
        first.setdefault(indicator.id, place)
        if len(indicator.levels) != rubric.steps:
            hint = f"Describe each of the rubric's {rubric.steps} levels, each after a dash of its own."
            yield source.finding((*path, "levels"), f"There are {len(indicator.levels)} levels.", hint)
        for index, perspective in enumerate(indicator.perspectives):
            if perspective not in known:
                otherwise = f"Use one of {', '.join(known)}, or add it to rubric.yaml."
                what, hint = f"The perspective {perspective} is not known.", near_or_all(perspective, known, otherwise)
                yield source.finding((*path, "perspectives", index), what, hint)
