"""A text's fingerprint: the same words give the same fingerprint, however they are typeset."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LIST_MARKER = re.compile(r"^[\W_]*(?:\d{1,2}[.)](?!\d))?")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of `text`: NFKC, lower case, without apostrophes, punctuation or a leading list marker."""
    return _WORD.findall(_LIST_MARKER.sub("", _plain(text), count=1))


def words_as_heard(text: str) -> str:
    """Return what one hears where `text` is read aloud: its words and numbers in lower case, with one space between.

    Read aloud again, that stays as it is. Unlike `normalise`, it keeps a number at the beginning.
    """
    once = " ".join(_WORD.findall(_plain(text)))
    return " ".join(_WORD.findall(_plain(once)))  # lower case can come apart into characters that NFKC joins


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()


def normalise(text: str) -> str:
    """Return `text` as its words with one space between, the form that fingerprints and comparisons use."""
    return " ".join(words(text))


def text_fingerprint(*texts: str) -> str:
    """Return the first 16 hexadecimal digits of SHA-256 over the normalised texts, one a line."""
    return hashlib.sha256("\n".join(map(normalise, texts)).encode()).hexdigest()[:16]
