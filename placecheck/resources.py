"""Where the data that travels with the program stands: in the checkout, or carried inside the installed package."""

from __future__ import annotations

from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent
_PACKAGE = Path(__file__).resolve().parent / "_carried"


def resource_folder(name: str) -> Path:
    """Return the folder or file `name` (`rubrics`, `examples`, `app.py`), from the package if it includes one."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _CHECKOUT / name
