"""A QR code, dark on light in either theme, since not every camera reads the other way round."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET_ZONE = 4
"""Modules of empty paper around it, which the standard (ISO/IEC 18004) asks for."""


def qr_png(link: str, *, dot: int = 12) -> bytes:
    """Return the QR code of `link` as PNG, `dot` pixels a module; readable with a sixth of it hidden."""
    out = BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="png", scale=dot, border=QUIET_ZONE)
    return out.getvalue()
