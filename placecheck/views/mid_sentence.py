"""A name as it is written inside a sentence."""

from __future__ import annotations


def within_sentence(name: str) -> str:
    """Return `name` with a small first letter, unless that is a capital of its own, as in "NHS led" or "Chez Nous"."""
    first_word, second_word, *_ = [*name.split(maxsplit=2), "", ""]
    has_capitals = any(letter.isupper() for letter in (*first_word[1:], *second_word[:1]))
    return name if has_capitals else name[:1].lower() + name[1:]
