"""Whether a choice always offers as many options as it promises, and whether each can ever be shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from placecheck.errors import Finding
from placecheck.guides.model import Guide
from placecheck.guides.options import fitting_options
from placecheck.guides.replies import Replies
from placecheck.source import Source
from placecheck.source.wording import near_or_all

MAX_SETS = 20_000
"""More sets of replies than this are not tried one by one."""


def option_findings(guide: Guide, source: Source) -> Iterator[Finding]:
    """Find options that fit no possible reply, options that are never shown, and replies with too few options."""
    if guide.options is None:
        return
    unknown = [*_unknown(guide, source)]
    yield from unknown
    if guide.options.least > guide.options.most:
        yield source.finding(
            ("options", "least"), "The minimum is larger than the maximum.", "Make the minimum smaller."
        )
    if not unknown:
        yield from _tried(guide, source)


def _unknown(guide: Guide, source: Source) -> Iterator[Finding]:
    for number, option in enumerate(guide.options.ways if guide.options else ()):
        for id_, values in option.fits.items():
            path = ("options", "ways", number, "fits", id_)
            if id_ not in guide.questions_by_id:
                yield source.finding(
                    path, f"Nothing asks {id_}.", near_or_all(id_, list(guide.questions_by_id), "Ask it.")
                )
                continue
            known = guide.questions_by_id[id_].values
            for value in set(values) - set(known):
                hint = near_or_all(value, [*known], f"The replies to {id_} are {', '.join(known)}.")
                yield source.finding(path, f"{value} is no reply to {id_}.", hint)


def _tried(guide: Guide, source: Source) -> Iterator[Finding]:
    assert guide.options is not None  # noqa: S101 (the caller has looked)
    shown: set[str] = set()
    for replies in reply_sets(guide):
        options = fitting_options(guide, replies)
        shown.update(fit.option.id for fit in options)
        if len(options) < guide.options.least:
            what = f"These replies give {len(options)} ways: {dict(replies.texts)}."
            yield source.finding(("options", "ways"), what, f"Give at least {guide.options.least} for any replies.")
            return
    for number, option in enumerate(guide.options.ways):
        if option.id not in shown:
            what = f"No replies lead to {option.id}."
            yield source.finding(("options", "ways", number), what, "Let it fit more, or take it out.")


def reply_sets(guide: Guide) -> Iterator[Replies]:
    """Yield every set of replies on which the choice among options can depend, one value or none for each question."""
    options = guide.options.ways if guide.options else ()
    deciding = {
        id_ for option in options for id_ in (*option.fits, *(reply for when in option.never for reply in when.any_of))
    }
    questions = [question for question in guide.questions() if question.id in deciding]
    sets = product(*(("", *question.values) for question in questions))
    for _, values in zip(range(MAX_SETS), sets, strict=False):
        yield Replies({question.id: value for question, value in zip(questions, values, strict=True)})
