"""A JSON file, token by token: the standard library judges its grammar, and the walk adds the lines."""

from __future__ import annotations

import json
import re

from placecheck.source.builder import Builder, line_fault
from placecheck.source.scalars import MAX_NUMBER_LENGTH, plain_value
from placecheck.source.text import refuse_unwanted

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]|[^\s{}\[\],:"]+', re.DOTALL)

_WORDS = {
    "Expecting value": "A value is missing here, or stands without quotes.",
    "Expecting property name enclosed in double quotes": "A key in double quotes is meant here.",
    "Illegal trailing comma before end of object": "A comma stands after the last key.",
    "Illegal trailing comma before end of array": "A comma stands after the last entry.",
    "Expecting ',' delimiter": "A comma or a closing bracket is missing here.",
    "Expecting ':' delimiter": "A colon is missing after this key.",
    "Extra data": "More text stands after the end.",
    "Unterminated string starting at": "A quote is opened here and never closed.",
    "Invalid control character at": "A line break or tab stands inside quotes.",
    "Invalid \\escape": "A backslash stands before a letter that it cannot stand before.",
    "Invalid \\uXXXX escape": "Four hexadecimal digits are meant after \\u.",
}


def build_json(text: str, name: str) -> Builder:
    """Build the values of the JSON `text`, with lines.

    Raises:
        InputError: It is no JSON, too deep or too long, or repeats a key.
    """
    refuse_unwanted(text, name)
    builder = Builder(name)
    if not text.strip():
        return builder
    _check_grammar(text, name)
    line, position = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        _take(builder, match.group(), line)
    return builder


def _check_grammar(text: str, name: str) -> None:
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        what = _WORDS.get(error.msg, "The brackets, commas and quotes do not fit together.")
        raise line_fault(
            name, error.lineno, f"This is not JSON: {what}", "Check this line and the one above."
        ) from None
    except RecursionError:
        return  # the walk refuses it, and says on which line


def _take(builder: Builder, token: str, line: int) -> None:
    match token[0]:
        case "{":
            builder.enter({}, line)
        case "[":
            builder.enter([], line)
        case "}" | "]":
            builder.leave()
        case '"':
            builder.scalar(json.loads(token), line, plain=False)
        case _ if _is_no_number(token):
            what = f"`{token[:60]}` is not a plain number."
            raise line_fault(builder.name, line, what, "Write a number in digits, or leave the key out.")
        case _:
            builder.scalar(token, line, plain=True)


def _is_no_number(token: str) -> bool:
    """Return whether it is `NaN`, `Infinity` or like `1e5`, which the library takes and a placecheck file does not."""
    if token in ("NaN", "Infinity", "-Infinity"):
        return True
    return "e" in token.lower() and len(token) <= MAX_NUMBER_LENGTH and isinstance(plain_value(token), str)
