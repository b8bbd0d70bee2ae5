"""The text of a table in whichever encoding it was saved; what UTF-8 leaves open is asked."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.source.text import MAX_BYTES, decoded
from placecheck.words import importing as words
from placecheck.words import say

_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_EIGHT_BIT = ["cp1252", "mac_roman", "cp1250", "iso8859_15", "cp437", "cp850"]
"""What spreadsheets in the nations and languages at hand save as CSV, the likeliest first."""

_LOOKED_AT = 100_000
_SAMPLE = 30


def table_text(raw: bytes, name: str, questions: ImportQuestions) -> str:
    """Return the text of the table `raw`: UTF-8, UTF-16 with its byte order mark, or the encoding a person chose.

    Raises:
        InputError: It is too large, or no available encoding gives a text.
    """
    encoding = next((known for signature, known in _MARKS.items() if raw.startswith(signature)), None)
    if len(raw) > MAX_BYTES or (encoding is None and _is_utf8(raw)):
        return decoded(raw, name)
    decodings = _decodings(raw, encoding)
    if not decodings:
        return decoded(raw, name)
    if encoding:
        return decodings[encoding].removeprefix("\ufeff")
    options = [Option(known, say(words.READS_AS, sample=_sample(text))) for known, text in decodings.items()]
    answer = questions.ask("encoding", say(words.WHICH_ENCODING), options, concerns_whole_file=True)
    return decodings[answer or next(iter(decodings))]


def _decodings(raw: bytes, encoding: str | None) -> dict[str, str]:
    """Return each different text that the bytes may be, by encoding, the likeliest first."""
    likely = from_bytes(raw[:_LOOKED_AT], cp_isolation=_EIGHT_BIT) if encoding is None else ()
    names = [encoding] if encoding else [*_EIGHT_BIT[:2], *(match.encoding for match in likely)]
    decodings: dict[str, str] = {}
    for known in dict.fromkeys(names):
        try:
            text = raw.decode(known)
        except UnicodeDecodeError:
            continue
        if text not in decodings.values():
            decodings[known] = text
    return decodings


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sample(text: str) -> str:
    """Return the surroundings of the first letter that encodings disagree about."""
    at = next((index for index, letter in enumerate(text) if not letter.isascii()), 0)
    return " ".join(text[max(0, at - _SAMPLE // 2) : at + _SAMPLE // 2].split())
