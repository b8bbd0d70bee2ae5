"""HTML of our own: templates that escape every text, and the one script or style that a page's policy lets in."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def templates(folder: Path, **more: Any) -> Environment:
    """The templates in `folder`: everything is escaped, and a name that is not there is a fault."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **more,
    )


def only(text: str) -> str:
    """What a Content-Security-Policy names a script or a style by, so that it lets in `text` and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
