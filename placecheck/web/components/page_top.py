"""Open each page at its top, with the focus on its heading."""

from __future__ import annotations

from placecheck.views.page_names import PageName
from placecheck.web.components.component import define_component
from placecheck.web.state.session import ASSESSMENT, DIMENSION, INDICATOR, PASSAGE, VOICE, Session

_component = define_component("page_top")

EXTRA_PARAMETERS: dict[str, tuple[str, ...]] = {
    PageName.ANSWER: (DIMENSION, VOICE),
    PageName.CLOSER_LOOK: (INDICATOR,),
    PageName.PASSAGE: (PASSAGE,),
}
"""What of the address makes another page of the same one, by page."""


def open_at_top(session: Session, address: str) -> None:
    """Scroll to the top and focus the heading whenever `address`, or its subject, has changed."""
    about = [session.query_param(name) or "" for name in (ASSESSMENT, *EXTRA_PARAMETERS.get(address, ()))]
    _component(key="page-top", data={"page": "\n".join((address, *about))})
