"""A first rubric of one's own: a small folder with a comment beside each key, ready to be changed."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from string import Template

from placecheck.carried import folder
from placecheck.errors import PlacecheckError
from placecheck.fingerprint import words

TEMPLATE = Path(__file__).resolve().parent / "template"


def new_rubric(name: str, into: Path) -> Path:
    """Write a rubric called `name` to a new folder below `into`, and give that folder's path.

    Raises PlacecheckError where the name gives no id, where the folder is there already, or where it cannot be written.
    """
    id_ = _slug(name)
    target = into / id_
    if target.exists():
        raise PlacecheckError(f"{target} is there already. Choose another name, or take it away first.")
    rubrics = folder("rubrics")
    values = {
        "id": id_,
        "title": _quoted(name),
        "schemas": _way(target, rubrics / "schema"),
        "dictionary": _way(target, rubrics / "README.md"),
    }
    try:
        for source in sorted(TEMPLATE.rglob("*.yaml")):
            inside = source.relative_to(TEMPLATE)
            deeper = "../" * (len(inside.parts) - 1)
            text = Template(source.read_text(encoding="utf-8"))
            written = target / inside
            written.parent.mkdir(parents=True, exist_ok=True)
            here = values | {"schemas": f"{deeper}{values['schemas']}"}
            written.write_text(text.substitute(here), encoding="utf-8")
    except OSError as error:
        what = f"{error.filename or target} cannot be written ({error.strerror})."
        raise PlacecheckError(f"{what} Name another folder, or check who may write there.") from None
    return target


def _slug(name: str) -> str:
    """An id from the letters of `name`: small, without accents, with a hyphen between words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    id_ = "-".join(words(plain))[:60].strip("-")
    if not id_[:1].isalpha():
        raise PlacecheckError(f"The name `{name}` gives no id. Begin it with a letter from a to z.")
    return id_


def _quoted(name: str) -> str:
    return '"' + " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _way(start: Path, to: Path) -> str:
    """How to get from the folder `start` to `to`: a relative path, or an address where the two share no disk."""
    try:
        return Path(os.path.relpath(to.resolve(), start.resolve())).as_posix()
    except ValueError:
        return to.resolve().as_uri()
