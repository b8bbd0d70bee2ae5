"""What an editor of a guide needs to know: what can never be reached, what is never asked, what is hard to read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.guides.check_options import option_findings
from placecheck.guides.check_outputs import output_findings
from placecheck.guides.load import read_guides
from placecheck.guides.model import Condition, Guide, GuideQuestion
from placecheck.guides.replies import HIGH, LOW, SAYS, WHERE, reply_part_id
from placecheck.guides.write import FIELD
from placecheck.notes import Catalogue
from placecheck.notes.cited import CitedPassage, unknown_passages
from placecheck.rubric.plain_words import plain_findings
from placecheck.rubric.words_to_avoid import load_words
from placecheck.source import Source
from placecheck.source.fields import Frozen
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all


def check_guides(folder: Path, catalogue: Catalogue, indicators: Collection[str] = ()) -> list[Finding]:  # noqa: ARG001
    """Return every fault of the guides in the rubric folder `folder`, by file and line."""
    try:
        guides = read_guides(folder)
    except InputError as error:
        return list(error.findings)
    words = load_words()
    findings: list[Finding] = []
    for guide, source in guides:
        findings += _repeated(guide, source)
        if (wrong := [*_conditions(guide, source)]) or findings:
            findings += wrong
            continue
        findings += _unreachable(guide, source)
        findings += option_findings(guide, source)
        findings += output_findings(guide, source)
        for path, cited in _cited(guide):
            findings += unknown_passages(cited, source, path, catalogue)
        findings += plain_findings(_texts(guide), source, words)
    return sorted(findings)


def _repeated(guide: Guide, source: Source) -> Iterator[Finding]:
    """Find repeated ids, including the further parts of replies (such as a `low`) that take an id too."""
    seen: dict[str, str] = {}
    for path, id_ in _ids(guide):
        if id_ in seen:
            yield source.finding(path, f"The id {id_} stands here twice.", "Give each its own.")
        seen[id_] = id_


def _ids(guide: Guide) -> Iterator[tuple[KeyPath, str]]:
    for number, step in enumerate(guide.steps):
        yield ("steps", number, "id"), f"step {step.id}"
        for index, question in enumerate(step.questions):
            path: KeyPath = ("steps", number, "questions", index, "id")
            yield path, question.id
            endings = {"cost": (LOW, HIGH), "stance": (SAYS, WHERE)}.get(question.kind, ())
            yield from ((path, reply_part_id(question.id, ending)) for ending in endings)
    for number, output in enumerate(guide.outputs):
        yield ("outputs", number, "id"), f"output {output.id}"


def _conditions(guide: Guide, source: Source) -> Iterator[Finding]:
    """Find conditions on questions that are not asked before, or on replies that cannot be given."""
    asked_ids: list[str] = []
    for number, step in enumerate(guide.steps):
        yield from condition_findings(guide, source, ("steps", number, "when"), step.when, asked_ids)
        for index, question in enumerate(step.questions):
            path = ("steps", number, "questions", index, "when")
            yield from condition_findings(guide, source, path, question.when, asked_ids)
            asked_ids.append(question.id)
    for number, output in enumerate(guide.outputs):
        yield from condition_findings(guide, source, ("outputs", number, "when"), output.when, asked_ids)
        for index, piece in enumerate(output.parts):
            path = ("outputs", number, "parts", index, "when")
            yield from condition_findings(guide, source, path, piece.when, asked_ids)
    for number, option in enumerate(guide.options.ways if guide.options else ()):
        yield from condition_findings(guide, source, ("options", "ways", number, "never"), option.never, asked_ids)


def condition_findings(
    guide: Guide, source: Source, path: KeyPath, conditions: tuple[Condition, ...], asked_ids: list[str]
) -> Iterator[Finding]:
    """Find what is wrong with `conditions` that may look at the questions `asked_ids` so far."""
    for index, condition in enumerate(conditions):
        for position, id_ in enumerate(condition.any_of):
            if id_ not in asked_ids:
                hint = near_or_all(id_, asked_ids, "Name a question that is asked before.")
                yield source.finding((*path, index, "any_of", position), f"{id_} is not asked before this.", hint)
                continue
            values = guide.questions_by_id[id_].values
            for nth, reply in enumerate(condition.replies or ()):
                if reply not in values:
                    hint = near_or_all(
                        reply, [*values], f"The replies to {id_} are {', '.join(values) or 'own words'}."
                    )
                    yield source.finding((*path, index, "replies", nth), f"{reply} is no reply to {id_}.", hint)


def _unreachable(guide: Guide, source: Source) -> Iterator[Finding]:
    """Find steps and questions to which no replies can lead."""
    reachable: set[str] = set()
    for number, step in enumerate(guide.steps):
        if not _can_hold(step.when, reachable, guide):
            yield source.finding(("steps", number, "when"), "No replies lead to this step.", "Loosen its conditions.")
            continue
        for index, question in enumerate(step.questions):
            if _can_hold((*step.when, *question.when), reachable, guide):
                reachable.add(question.id)
            else:
                path = ("steps", number, "questions", index, "when")
                yield source.finding(path, "No replies lead to this question.", "Loosen its conditions.")


def _can_hold(conditions: tuple[Condition, ...], reachable: set[str], guide: Guide) -> bool:
    """Return whether all `conditions` could hold at once, with replies to questions that can be reached."""
    left: dict[str, set[str]] = {}
    for condition in conditions:
        open_to = [id_ for id_ in condition.any_of if id_ in reachable]
        if not open_to:
            return False
        if (
            len(condition.any_of) == 1
            and condition.replies is not None
            and guide.questions_by_id[open_to[0]].kind != "several"
        ):
            allowed = left.setdefault(open_to[0], set(condition.replies))
            allowed &= set(condition.replies)
            if not allowed:
                return False
    return True


def _cited(guide: Guide) -> Iterator[tuple[KeyPath, tuple[CitedPassage, ...]]]:
    for number, step in enumerate(guide.steps):
        yield ("steps", number, "passages"), step.passages
        for index, question in enumerate(step.questions):
            yield ("steps", number, "questions", index, "passages"), question.passages
    for number, option in enumerate(guide.options.ways if guide.options else ()):
        yield ("options", "ways", number, "passages"), option.passages
        yield ("options", "ways", number, "warns"), option.warns


def _texts(guide: Guide) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text that people read, with its key path."""
    yield ("about",), guide.about
    yield ("ours",), guide.ours
    for number, step in enumerate(guide.steps):
        yield ("steps", number, "about"), step.about
        for index, question in enumerate(step.questions):
            yield from _question_texts(("steps", number, "questions", index), question)
    for number, option in enumerate(guide.options.ways if guide.options else ()):
        yield from _keys(("options", "ways", number), option, "about", "promise", "change")
    for path, cited in _cited(guide):
        yield from (((*path, index, "because"), item.because) for index, item in enumerate(cited))
    for number, output in enumerate(guide.outputs):
        for index, piece in enumerate(output.parts):
            for path, text in _keys(("outputs", number, "parts", index), piece, "text", "blank"):
                yield path, FIELD.sub("this", text)
    yield from ((("evidence", index, "says"), item.says) for index, item in enumerate(guide.evidence))


def _question_texts(path: KeyPath, question: GuideQuestion) -> Iterator[tuple[KeyPath, str]]:
    yield from _keys(path, question, "ask", "help")
    yield from (((*path, "choices", index, "name"), choice.name) for index, choice in enumerate(question.choices))


def _keys(path: KeyPath, holder: Frozen, *keys: str) -> Iterator[tuple[KeyPath, str]]:
    yield from (((*path, key), text) for key in keys if (text := getattr(holder, key)) is not None)
