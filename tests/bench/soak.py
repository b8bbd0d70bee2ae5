"""A long day: phones in waves, dashboards, a backup every minute; memory, open files and answers are counted.

Run from anywhere: `python tests/bench/soak.py --minutes 240 --phones 300 --dashboards 20`. It prints a line each
minute and ends with an error where anything that was confirmed is lost. Linux only: memory and files are read from
/proc.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from bench_workshop import ASKED, WARM_UP, Sent, all_kept, begun
from phone import Phone
from serve import Server, ours
from visitor import Visitor

from placecheck.storage import Store, open_store
from placecheck.storage.backup.restore import check_backup

THINK = 20.0
"""Seconds from one answer of a person to the next, on average."""
PAGES = ("results", "answer", "history", "next-steps", "")


def main() -> None:
    """Run for as long as is asked, and say at the end whether anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=240)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--dashboards", type=int, default=20)
    parser.add_argument("--wave", type=float, default=10, help="minutes from one crowd to the next")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        store = open_store(data)
        with ours(data) as server:
            asyncio.run(soak(store, server, Path(folder), given))
        store.close()


async def soak(store: Store, server: Server, folder: Path, given: argparse.Namespace) -> None:
    """Send crowd after crowd, while dashboards are used and backups are made."""
    await asyncio.sleep(WARM_UP)
    until = time.monotonic() + given.minutes * 60
    sent: Sent = {}
    pages = [asyncio.create_task(dashboard(server, store, until)) for _ in range(given.dashboards)]
    minutes = asyncio.create_task(each_minute(store, server, folder, sent, until))
    while time.monotonic() < until:
        made = begun(store)
        phones = [Phone(server.address) for _ in range(given.phones)]
        came = await asyncio.gather(*(come_in(phone, made.code, until) for phone in phones))
        phones = [phone for phone, is_in in zip(phones, came, strict=True) if is_in]
        stop = min(until, time.monotonic() + given.wave * 60)
        await asyncio.gather(*(person(phone, sent.setdefault(phone, {}), stop) for phone in phones))
        for phone in phones:
            if phone._writer is not None:
                phone._writer.close()
        print(f"     {sum(map(len, sent.values()))} answers stand; nothing lost: {all_kept(store, sent)}", flush=True)
    await asyncio.gather(*pages, minutes)
    if not all_kept(store, sent):
        raise SystemExit(1)


async def come_in(phone: Phone, code: str, until: float) -> bool:
    """Join, trying again where the server lets nobody in just now, and say whether that was in time."""
    while time.monotonic() < until:
        try:
            await phone.join(code)
            return True
        except SystemExit as refused:  # how the phone of the bench says what it was answered
            print(f"     {str(refused)[:60]}", flush=True)
            await asyncio.sleep(10)
    return False


async def person(phone: Phone, sent: dict[str, int], until: float) -> None:
    """Answer now and then, in one's own time."""
    chance = random.Random()  # noqa: S311 (not for secrets)
    while time.monotonic() + (pause := chance.uniform(0, 2 * THINK)) < until:
        await asyncio.sleep(pause)
        indicator, level = chance.choice(ASKED), chance.randrange(5)
        if await phone.answer(indicator, level):
            sent[indicator] = level


async def dashboard(server: Server, store: Store, until: float) -> None:
    """Look at one page after the other, and leave each after a while, as people do."""
    chance = random.Random()  # noqa: S311 (not for secrets)
    while time.monotonic() < until:
        places = store.places()
        query = f"round={places[-1].assessments[-1].id}" if places else ""
        visitor = await Visitor(server.address, chance.choice(PAGES), query).open()
        for _ in range(chance.randrange(2, 8)):
            await asyncio.sleep(chance.uniform(1, 8))
            await visitor.rerun()
        await visitor.close()


async def each_minute(store: Store, server: Server, folder: Path, sent: Sent, until: float) -> None:
    """Make a backup, and print how much memory and how many files the server has."""
    minute, out = 0, folder / "backup.zip"
    while time.monotonic() < until:
        out.unlink(missing_ok=True)
        counts = await asyncio.to_thread(store.back_up, out)
        files = len(list(Path(f"/proc/{server.pid}/fd").iterdir()))
        answered = sum(map(len, sent.values()))
        print(f"{minute:4} min  {server.memory():4.0f} MB  {files:4} files  {answered:6} answers", flush=True)
        minute += 1
        if counts.places and minute % 10 == 0:
            await asyncio.to_thread(check_backup, out)
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(60)


if __name__ == "__main__":
    main()
