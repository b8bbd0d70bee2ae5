"""Translate the interface's words: the catalogues of `locale`, and what a message is in the reader's language."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

LOCALE = Path(__file__).resolve().parent / "locale"
ENGLISH = "en"

language: ContextVar[str] = ContextVar("language", default=ENGLISH)
"""The language of whoever is being spoken to: a folder name below `locale`, or `en`."""


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Set the language of the enclosed block to `name`."""
    before = language.set(name)
    try:
        yield
    finally:
        language.reset(before)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name, which Babel looks for)
    """Mark `message` for translation where it is defined."""
    return message


def NN_(singular: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Mark a message that counts, in its singular and plural, for translation where it is defined."""
    return singular, many


def say(message: str, /, **values: object) -> str:
    """Say `message` in the reader's language, with `values` in place of its {names}."""
    return _catalogue(language.get()).gettext(message).format(**values)


def say_n(forms: tuple[str, str], n: int, /, **values: object) -> str:
    """Return one of the `forms`, chosen by how the reader's language counts `n`, which replaces {n} as in 1,200."""
    return _catalogue(language.get()).ngettext(*forms, n).format(n=f"{n:,}", **values)


def in_every_language(message: str) -> frozenset[str]:
    """Return `message` as it is said in each of the languages, as texts that were kept in any of them may hold it."""
    return frozenset(_catalogue(name).gettext(message) for name in languages())


def said_in(message: str) -> str:
    """Return the language in which `message` is said to the reader: theirs, or English where nobody translated it."""
    name = language.get()
    return name if _catalogue(name).gettext(message) != message else ENGLISH


@lru_cache(maxsize=8)
def _catalogue(name: str) -> gettext.NullTranslations:
    path = LOCALE / name / "LC_MESSAGES" / "placecheck.po"
    if name == ENGLISH or not path.exists():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=name)
    for message in [message for message in catalogue if message.pluralizable and not any(message.string or ())]:
        catalogue.delete(message.id, message.context)  # else English would be counted by this language's rule
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def languages() -> tuple[str, ...]:
    """Return the available languages, English first."""
    return (ENGLISH, *sorted(path.name for path in LOCALE.glob("*") if path.is_dir()))
