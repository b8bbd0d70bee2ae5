"""The typeface, for screens and for print."""

from __future__ import annotations

import base64
from pathlib import Path

FAMILY = "Atkinson Hyperlegible Next"
FOLDER = Path(__file__).resolve().parent


def web_font(cut: str) -> str:
    """Return the name of the file that holds `cut` (`Regular`, `Bold`, `Italic`) for browsers."""
    return f"{FAMILY.replace(' ', '')}-{cut}.woff2"


def in_base64(cut: str) -> str:
    """Return that file's content, for a page that embeds its typeface."""
    return base64.b64encode((FOLDER / web_font(cut)).read_bytes()).decode()
