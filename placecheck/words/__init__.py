"""The interface's own words: English in the modules next to this one, other languages as gettext catalogues.

A module here holds one screen's or one output's words as constants, each marked with `N_` so that Babel finds it:
`SAVED = N_("Saved")`, `VOICES = NN_("{n} voice", "{n} voices")`. Whoever shows a word says it: `say(words.SAVED)`,
`say(words.PAGE_OF, page=3, pages=7)`, `say_n(words.VOICES, 3)`. `translation` looks up what it is in the reader's
language. The rubric's words are not here: they are data in `rubrics/`.
"""

from placecheck.words.translation import (
    ENGLISH,
    N_,
    NN_,
    in_every_language,
    language,
    languages,
    said_in,
    say,
    say_n,
    speaking,
)

__all__ = [
    "ENGLISH",
    "NN_",
    "N_",
    "in_every_language",
    "language",
    "languages",
    "said_in",
    "say",
    "say_n",
    "speaking",
]
