"""A first rubric of one's own: a small folder with a comment beside each key, ready to be changed."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from string import Template

from placecheck.errors import PlacecheckError
from placecheck.fingerprint import normalise, words
from placecheck.paths import is_reserved_name, private_folder
from placecheck.resources import resource_folder
from placecheck.rubric.cache import own_folder
from placecheck.rubric.model import About
from placecheck.source import parsed

TEMPLATE = Path(__file__).resolve().parent / "template"

TO_REPLACE = ("about", "wording", "authors", "cite_as")
"""The keys of the template that say what to write, and nothing of a rubric."""

SCHEMA_LINE = "# yaml-language-server"
"""How the line of a file begins that tells an editor where the schema is."""


def new_rubric(name: str, into: Path) -> Path:
    """Write a rubric called `name` to a new folder below `into`, and give that folder's path.

    Raises:
        PlacecheckError: The name gives no id, where the folder is there already, or where it cannot be written.
    """
    id_ = rubric_id(name)
    target = into / id_
    if target.exists():
        raise PlacecheckError(f"{target} is there already. Choose another name, or take it away first.")
    rubrics = resource_folder("rubrics")
    dictionary = _way(target, rubrics / "README.md")
    try:
        if into == own_folder():
            private_folder(into)  # the answers will be kept beside it
        for inside, text in _texts(name, _way(target, rubrics / "schema"), dictionary).items():
            written = target / inside
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(text, encoding="utf-8")
    except OSError as error:
        what = f"{error.filename or target} cannot be written ({error.strerror})."
        raise PlacecheckError(f"{what} Name another folder, or check who may write there.") from None
    return target


def template_files(name: str) -> dict[str, bytes]:
    """Return the files of a rubric called `name`, to be taken to any machine.

    Raises:
        PlacecheckError: The name gives no id.
    """
    texts = _texts(name, "", "the page `rubrics/README.md` of placecheck")
    return {
        path: "".join(line for line in text.splitlines(keepends=True) if not line.startswith(SCHEMA_LINE)).encode()
        for path, text in texts.items()
    }


def placeholders(rubric: About) -> tuple[str, ...]:
    """Return the keys of `rubric` under which the template's own words are still, for others to replace."""
    template = parsed(_texts("Our rubric", "", "")["rubric.yaml"], "rubric.yaml").data
    return tuple(key for key in TO_REPLACE if normalise(template[key]) in normalise(getattr(rubric, key)))


def rubric_id(name: str) -> str:
    """Return an id made from the letters of `name`: lower case, without accents, with a hyphen between words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    id_ = "-".join(words(plain))[:60].strip("-")
    if not id_[:1].isalpha():
        raise PlacecheckError(f"The name `{name}` gives no id. Begin it with a letter from a to z.")
    return f"{id_}-rubric" if is_reserved_name(id_) else id_


def _texts(name: str, schemas: str, dictionary: str) -> dict[str, str]:
    """Return the template's files by their path, filled in; `schemas` is the way from the rubric's folder to them."""
    values = {"id": rubric_id(name), "title": _quoted(name), "dictionary": dictionary}
    texts = {}
    for source in sorted(TEMPLATE.rglob("*.yaml")):
        inside = source.relative_to(TEMPLATE)
        deeper = "../" * (len(inside.parts) - 1)
        template = Template(source.read_text(encoding="utf-8"))
        texts[inside.as_posix()] = template.substitute(values | {"schemas": f"{deeper}{schemas}"})
    return texts


def _quoted(name: str) -> str:
    return '"' + " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _way(start: Path, to: Path) -> str:
    """Return how to get from the folder `start` to `to`: a relative path, or an address where the two share no disk."""
    try:
        return Path(os.path.relpath(to.resolve(), start.resolve())).as_posix()
    except ValueError:
        return to.resolve().as_uri()
