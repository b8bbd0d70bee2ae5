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


class Approved(Frozen):
    """One text of the list, as the person left it."""

    key: str
    text: Story
    look_at: tuple[str, ...] = ()
    names_nobody: YesNo


class ApprovalList(Frozen):
    """The whole list."""

    texts: tuple[Approved, ...]


def approval_list(texts: Sequence[Text], ticks: Collection[str] = ()) -> str:
    """Return `texts` as a file in which each can be ticked; those in `ticks` are ticked already."""
    data = {
        "texts": [
            {
                "key": text.key,
                "text": text.as_read,
                **({"look_at": list(dict.fromkeys(match.text for match in text.marks))} if text.marks else {}),
                "names_nobody": text.tick in ticks,
            }
            for text in texts
        ]
    }
    return f"# {say(words.LIST_ABOUT)}\n" + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def read_approvals(path: Path, texts: Sequence[Text]) -> set[str]:
    """Return what is ticked in the file at `path`, as `Text.tick`.

    Raises:
        InputError: The file is invalid, or names a text that is not among `texts` in the same words.
    """
    source = read_source(path)
    approvals, known = validated(ApprovalList, source), {item.key: item for item in texts}
    findings = [
        item
        for index, each in enumerate(approvals.texts)
        for item in _misfits(source, index, each, known.get(each.key))
    ]
    if findings:
        raise InputError(findings)
    return {known[item.key].tick for item in approvals.texts if item.names_nobody}


def _misfits(source: Source, index: int, approved: Approved, text: Text | None) -> list[Finding]:
    if text is not None and approved.text in (text.as_read, text.text):
        return []
    key, what = ("key", words.UNKNOWN_TEXT) if text is None else ("text", words.CHANGED_TEXT)
    return [source.finding(("texts", index, key), say(what), say(words.LIST_AGAIN))]
