"""A visitor without a browser: speaks to a Streamlit page as its own scripts do, and waits until a run has ended."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Radio:
    """A question on the page: its options, and the fragment that is run again when it is answered."""

    options: list[str]
    fragment: str


@dataclass
class Visitor:
    """One connection to one page; `page` and `query` as in the address bar, without `/` and `?`."""

    address: str
    page: str = ""
    query: str = ""
    radios: dict[str, Radio] = field(default_factory=dict)
    received: int = 0
    """Bytes, all messages together."""
    _given: dict[str, WidgetState] = field(default_factory=dict)
    _hash: str = ""
    _socket: ClientConnection | None = None

    async def open(self) -> Self:
        """Connect, and let the page run for the first time."""
        self._socket = await connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],
            compression=None,
            max_size=None,
            proxy=None,
        )
        await self.rerun()
        return self

    async def close(self) -> None:
        await self._socket.close()

    async def rerun(self, fragment: str = "") -> None:
        """Let the page, or one fragment of it, run again, with everything that was given so far."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = self.query, self._hash
        state.page_name = "" if self._hash else self.page
        state.fragment_id = fragment
        state.widget_states.widgets.extend(self._given.values())
        await self._socket.send(message.SerializeToString())
        while not self._take(await self._socket.recv()):
            pass

    async def tap(self, radio: str, option: str) -> None:
        """Choose `option` of the radio with this id."""
        self._given[radio] = WidgetState(id=radio, string_value=option)
        await self.rerun(self.radios[radio].fragment)

    async def tap_any(self, chance: random.Random) -> None:
        """Choose something somewhere."""
        id_, radio = chance.choice(sorted(self.radios.items()))
        await self.tap(id_, chance.choice(radio.options))

    def _take(self, data: bytes) -> bool:
        """Note what a message from the server says; whether it says that the run has ended."""
        message = ForwardMsg.FromString(data)
        self.received += len(data)
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            self._note(message.delta)
        return kind == "script_finished" and message.script_finished in ENDED

    def _note(self, delta: Delta) -> None:
        element = delta.new_element
        if element.WhichOneof("type") == "exception":
            raise AssertionError(f"{self.page or '/'} failed: {element.exception.message}")
        if element.WhichOneof("type") == "radio":
            self.radios[element.radio.id] = Radio(list(element.radio.options), delta.fragment_id)


def now(loop: asyncio.AbstractEventLoop, visitor: Visitor) -> Visitor:
    """`visitor`, with the page open."""
    return loop.run_until_complete(visitor.open())
