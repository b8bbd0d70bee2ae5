"""A phone in a hall: one connection that stays open, and the few requests that our script makes."""

from __future__ import annotations

import asyncio
import re
from urllib.parse import urlencode, urlsplit

CONNECTIONS_AT_ONCE = 50
"""How many people join at the same moment."""


class Phone:
    """One person's phone, at the server at `address`."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host, self.port, self.origin = parts.hostname, parts.port, address
        self.cookie = self.token = ""
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def join(self, code: str) -> None:
        """Join the workshop, as the page would."""
        _, head, page = await self.ask("GET", f"/join/{code}")
        self._keep(head)
        await self.ask("POST", f"/join/{code}", token=_token(page), perspective="", expect=303, keep=True)
        _, _, page = await self.ask("GET", "/join/code")
        self.token = _token(page)

    async def answer(self, indicator: str, level: int) -> bool:
        """Tap a level; whether it was confirmed as saved."""
        given = {"token": self.token, "had": "", "story": "", "level": str(level)}
        status, _, body = await self.ask("POST", f"/join/ask/{indicator}", **given, expect=None)
        return status == 200 and b'"saved":true' in body

    async def ask(
        self, method: str, path: str, *, expect: int | None = 200, keep: bool = False, **fields: str
    ) -> tuple[int, bytes, bytes]:
        """One request; status, head and body. Connects again where the server let the connection go."""
        body = urlencode(fields).encode() if method == "POST" else b""
        head = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}", f"Cookie: {self.cookie}"]
        if method == "POST":
            head += [f"Origin: {self.origin}", "Content-Type: application/x-www-form-urlencoded"]
            head += [f"Content-Length: {len(body)}"] + ([] if keep else ["Accept: application/json"])
        request = "\r\n".join([*head, "", ""]).encode() + body
        try:
            answer = await self._sent(request)
        except (ConnectionError, asyncio.IncompleteReadError):
            self._writer = None
            answer = await self._sent(request)
        if expect is not None and answer[0] != expect:
            raise SystemExit(f"{method} {path}: {answer[0]} {answer[2][:200]!r}")
        if keep:
            self._keep(answer[1])
        return answer

    async def _sent(self, request: bytes) -> tuple[int, bytes, bytes]:
        if self._writer is None or self._writer.is_closing():
            self._reader, self._writer = await asyncio.open_connection(self.host, self.port)
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        body = await self._reader.readexactly(int(length[1])) if length else b""
        return int(head.split(b" ", 2)[1]), head, body

    def _keep(self, head: bytes) -> None:
        found = dict(re.findall(r"set-cookie: (\w+)=([^;\r]*)", head.decode(), re.IGNORECASE))
        kept = dict(pair.split("=", 1) for pair in self.cookie.split("; ") if pair) | found
        self.cookie = "; ".join(f"{name}={value}" for name, value in kept.items())

    @property
    def code(self) -> str:
        """The personal code."""
        return re.search(r"placecheck_voice=(\w+)", self.cookie)[1]


def _token(page: bytes) -> str:
    return re.search(rb'name="token" value="(\w+)"', page)[1].decode()


async def all_join(phones: list[Phone], code: str) -> None:
    """Let everyone join, some at a time."""
    for at in range(0, len(phones), CONNECTIONS_AT_ONCE):
        await asyncio.gather(*(phone.join(code) for phone in phones[at : at + CONNECTIONS_AT_ONCE]))
