"""A QR code, dark on light in either theme, since not every camera reads the other way round."""

from __future__ import annotations

import segno

QUIET_ZONE = 4
"""Modules of empty paper around it, which the standard (ISO/IEC 18004) asks for."""


def qr_svg(link: str) -> str:
    """Return the QR code of `link` as SVG of any size; readable with a sixth of it hidden.

    It goes with the page that shows it: one that is asked for by itself would be gone where the page has moved on.
    """
    drawn = segno.make(link, error="m", micro=False).svg_inline(border=QUIET_ZONE, light="#fff", omitsize=True)
    return drawn.replace("<svg ", '<svg shape-rendering="crispEdges" ', 1)
