"""A visitor without a browser: speaks to a Streamlit page as its own scripts do, and waits until a run has ended."""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass, field
from typing import Self

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Asked:
    """A question on the page: its options, and the fragment that is run again when it is answered.

    A form of ours sends the answer by itself, `about` with it and `to` an address of the app.
    """

    options: list[str]
    fragment: str
    to: str = ""
    about: dict[str, str] = field(default_factory=dict)


@dataclass
class Visitor:
    """One connection to one page; `page` and `query` as in the address bar, without `/` and `?`."""

    address: str
    page: str = ""
    query: str = ""
    asked: dict[str, Asked] = field(default_factory=dict)
    received: int = 0
    """Bytes, all messages together."""
    _given: dict[str, WidgetState] = field(default_factory=dict)
    _hash: str = ""
    _socket: ClientConnection | None = None
    _client: httpx2.AsyncClient | None = None

    async def open(self) -> Self:
        """Connect, and let the page run for the first time."""
        self._socket = await connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],
            compression=None,
            max_size=None,
            proxy=None,
        )
        one_each = httpx2.Limits(max_keepalive_connections=0)  # the server would close them between two taps
        self._client = httpx2.AsyncClient(base_url=self.address, trust_env=False, limits=one_each)
        await self.rerun()
        return self

    async def close(self) -> None:
        await self._client.aclose()
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

    async def tap(self, id_: str, option: str) -> None:
        """Choose `option` of the question with this id, until it is kept and nothing is left to draw."""
        asked = self.asked[id_]
        if asked.to:
            reply = await self._client.post(asked.to, json={**asked.about, "parts": {"choice": option}})
            reply.raise_for_status()
        else:
            self._given[id_] = WidgetState(id=id_, string_value=option)
            await self.rerun(asked.fragment)

    async def tap_any(self, chance: random.Random) -> None:
        """Choose something somewhere."""
        id_, asked = chance.choice(sorted(self.asked.items()))
        await self.tap(id_, chance.choice(asked.options))

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
            self.asked[element.radio.id] = Asked(list(element.radio.options), delta.fragment_id)
        if element.WhichOneof("type") == "bidi_component":
            data = json.loads(element.bidi_component.json)
            if "asks" in data:
                levels = [level["value"] for level in data["asks"]["levels"]]
                self.asked[element.bidi_component.id] = Asked(levels, delta.fragment_id, data["to"], data["about"])


def now(loop: asyncio.AbstractEventLoop, visitor: Visitor) -> Visitor:
    """`visitor`, with the page open."""
    return loop.run_until_complete(visitor.open())
