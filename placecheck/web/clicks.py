"""What a click does, when another comes at once (docs/decisions/0132)."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.runtime.scriptrunner import RerunException


def unbroken(act: Callable[..., object]) -> Callable[..., None]:
    """`act` as a callback that is done to its end, even where the next click comes meanwhile.

    At the first touch of the session Streamlit would leave it there, half done. It is begun anew then: what it keeps
    comes last in it.
    """

    def callback(*args: object, **named: object) -> None:
        try:
            act(*args, **named)
        except RerunException:
            act(*args, **named)
            raise

    return callback
