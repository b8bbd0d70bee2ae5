"""The list of texts as a file: a person reads each, ticks it there, and the ticks are read back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import yaml

from placecheck.errors import Finding, InputError
from placecheck.publishing.texts import Text
from placecheck.source import Source, read_source, validated
from placecheck.source.fields import Frozen, Story, YesNo
from placecheck.words import publishing as words
from placecheck.words import say


class Ticked(Frozen):
    """One text of the list, as the person left it."""

    key: str
    text: Story
    look_at: tuple[str, ...] = ()
    names_nobody: YesNo


class TickList(Frozen):
    """The whole list."""

    texts: tuple[Ticked, ...]


def tick_list(texts: Sequence[Text], ticks: Collection[str] = ()) -> str:
    """`texts` as a file in which each can be ticked; those in `ticks` are ticked already."""
    data = {
        "texts": [
            {
                "key": one.key,
                "text": one.text,
                **({"look_at": list(dict.fromkeys(mark.text for mark in one.marks))} if one.marks else {}),
                "names_nobody": one.tick in ticks,
            }
            for one in texts
        ]
    }
    return f"# {say(words.LIST_ABOUT)}\n" + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def read_ticks(path: Path, texts: Sequence[Text]) -> set[str]:
    """What is ticked in the file at `path`, as `Text.tick`.

    Raises InputError where the file is at fault, or speaks of a text that is not among `texts` as it stands there.
    """
    source = read_source(path)
    given, known = validated(TickList, source), {one.key: one for one in texts}
    findings = [
        one for index, each in enumerate(given.texts) for one in _amiss(source, index, each, known.get(each.key))
    ]
    if findings:
        raise InputError(findings)
    return {known[one.key].tick for one in given.texts if one.names_nobody}


def _amiss(source: Source, index: int, given: Ticked, there: Text | None) -> list[Finding]:
    if there is not None and there.text == given.text:
        return []
    key, what = ("key", words.UNKNOWN_TEXT) if there is None else ("text", words.CHANGED_TEXT)
    return [source.finding(("texts", index, key), say(what), say(words.LIST_AGAIN))]
