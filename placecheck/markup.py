"""HTML of our own: templates that escape every text, and the one script or style that a page's policy lets in."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def template_environment(*folders: Path, **more: Any) -> Environment:
    """Load templates from `folders`, the first that has one; escape everything and refuse unknown names."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **more,
    )


def csp_hash(text: str) -> str:
    """Return the hash by which a Content-Security-Policy allows the script or style `text` and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
