"""A YAML file, event by event, never as objects: no tag is obeyed and no alias followed."""

from __future__ import annotations

import re

import yaml

from placecheck.errors import InputError
from placecheck.source.builder import Builder, line_fault
from placecheck.source.common_mistakes import find_mistake
from placecheck.source.text import UNWANTED, refuse_unwanted

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNWANTED_HERE = re.compile(f"{UNWANTED.pattern}|[\x85\u2028\u2029]")
"""YAML takes the last three for line breaks, which no editor shows as such: it would change the text unseen."""

_HINT = "Check indents, colons and quotes on this line and the one above."
_WORDS = {
    "mapping values are not allowed in this context": (
        "A second colon stands here, or the line is indented too far.",
        "Put text with a colon in quotes; line keys up.",
    ),
    "could not find expected ':'": ("A key without its colon stands here.", "Write `key: value`, or indent the text."),
    "did not find expected key": ("This line does not go with the keys above.", _HINT),
    "did not find expected '-' indicator": ("This line does not go with the list above.", _HINT),
    "block sequence entries are not allowed in this context": (
        "A list begins where it cannot.",
        "Begin the list on a line of its own.",
    ),
    "did not find expected ',' or ']'": ("A list in [ ] is not closed, or lacks a comma.", _HINT),
    "did not find expected ',' or '}'": ("Keys in { } are not closed, or lack a comma.", _HINT),
    "found unexpected end of stream": ("A quote is opened and never closed.", "Close the quote."),
    "found unknown escape character": (
        "A backslash stands before a letter that it cannot stand before.",
        "Use single quotes, or write the backslash twice.",
    ),
    "found invalid Unicode character escape code": (
        "An escape after the backslash is no character.",
        "Write the character itself.",
    ),
    "found a tab character that violates indentation": ("A tab stands in the indent.", "Indent with spaces."),
}
_BEGUN_EARLIER = {
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
"""Problems that are found further down than the line that causes them."""


def build_yaml(text: str, name: str) -> Builder:
    """Build the values of the YAML `text`, with lines.

    Raises:
        InputError: It is no YAML, too deep or too long, or repeats a key.
    """
    refuse_unwanted(text, name, _UNWANTED_HERE)
    builder = Builder(name)
    documents = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            documents += type(event) is yaml.DocumentStartEvent
            _take(builder, event, documents)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(name, text, error) from None
    return builder


def _take(builder: Builder, event: yaml.Event, documents: int) -> None:
    line = event.start_mark.line + 1 if event.start_mark is not None else 0
    match event:
        case yaml.ScalarEvent():
            if event.tag is not None and event.tag != "!":
                raise _tagged(builder.name, line, event.tag)
            builder.scalar(event.value, line, plain=event.implicit[0])
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            if event.tag is not None:
                raise _tagged(builder.name, line, event.tag)
            builder.enter({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            builder.leave()
        case yaml.AliasEvent():
            what = f"An alias (*{(event.anchor or '')[:60]}) is not taken here."
            raise line_fault(builder.name, line, what, "Write the value out.")
        case _ if documents > 1:
            raise line_fault(builder.name, line, "A second document begins here (---).", "One file holds one document.")


def _tagged(name: str, line: int, tag: str) -> InputError:
    shown = tag.replace("tag:yaml.org,2002:", "!!")[:60]
    return line_fault(name, line, f"A tag ({shown}) is not taken here.", "Write the plain value.")


def _not_yaml(name: str, text: str, error: yaml.MarkedYAMLError) -> InputError:
    problem = error.problem or ""
    begins_it = error.context_mark if problem in _BEGUN_EARLIER else None
    position = begins_it or error.problem_mark or error.context_mark
    line = min(position.line + 1, len(text.splitlines())) if position is not None else 0
    if mistake := find_mistake(text, line):
        return line_fault(name, mistake.line, f"This is not YAML: {mistake.what}", mistake.hint)
    if problem == "found character that cannot start any token":
        at = text[position.index : position.index + 1] if position is not None else ""
        what, hint = _cannot_begin(at)
    else:
        what, hint = _WORDS.get(problem, ("The indents, colons and quotes do not fit together.", _HINT))
    return line_fault(name, line, f"This is not YAML: {what}", hint)


def _cannot_begin(character: str) -> tuple[str, str]:
    if character == "\t":
        return "A tab stands in the indent.", "Indent with spaces."
    return f"A value cannot begin with `{character}`.", "Put the value in quotes."
