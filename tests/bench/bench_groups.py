"""A thousand groups on one service: how soon it is open, its memory, wrong codes, and one group beside another's load.

Run from anywhere: `python tests/bench/bench_groups.py`. Held against the same app with one group, in the same run; with
`--postgres`, both on one PostgreSQL server. The load runs on the same machine. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench_workshop import answers, begun, nth
from phone import Phone, all_join
from postgres import postgres
from serve import Server, ours
from sqlalchemy import make_url
from table import head, line, pairs, shown, told

from placecheck.storage import Store, open_store
from placecheck.storage.engine.pg_schema import address_of_schema, schema_address
from placecheck.storage.engine.store_index import StoreIndex

GROUPS = 1000
STARTS, ROUNDS = 3, 4
MAX_MEMORY = 350
MAX_START = 3.0
WARM_UP = 8.0
QUIET, BUSY, SECONDS = 30, 150, 12.0
BETWEEN_TAPS = 0.3
WRONG = "/join/BCDFG"
LETTERS = "BCDFGHJKMNPQRSTVWXZ"


class Side:
    """A server's data: so many groups, all their stores made, each with nothing in it."""

    def __init__(self, folder: Path, number: int, address: str) -> None:
        self.folder, self.address = folder, address
        self.names = [f"group-{n:04}" for n in range(number)]
        folder.mkdir()
        lines = "".join(f"  {name}: {{passphrase: words-of-{name}}}\n" for name in self.names)
        (folder / "groups.yaml").write_text(f"groups:\n{lines}")
        make_schemas(address, number) if address else make_folders(folder / "data" / "groups", self.names)

    def store(self, name: str) -> Store:
        """The store of a group."""
        schema = f"g_{name.replace('-', '_')}"
        return open_store(
            address_of_schema(self.address, schema) if self.address else self.folder / "data" / "groups" / name
        )

    def index(self) -> StoreIndex:
        """Every store is listed, as by a server that ran for a day."""
        index = StoreIndex(self.address or self.folder / "data" / "groups")
        for name in sorted(index.unlisted()):
            index.rewrite(name, index.identity(name), ())
        return index

    @contextmanager
    def served(self) -> Iterator[Server]:
        """The app with these groups."""
        before = os.environ.get("PLACECHECK_GROUPS")
        os.environ["PLACECHECK_GROUPS"] = str(self.folder / "groups.yaml")
        try:
            with ours(self.folder / "data", self.address) as app:
                yield app
        finally:
            os.environ.pop("PLACECHECK_GROUPS") if before is None else os.environ.update(PLACECHECK_GROUPS=before)


def make_folders(groups: Path, names: Sequence[str]) -> None:
    """A store in a folder for each, copied from the first."""
    open_store(groups / names[0]).close()
    for name in names[1:]:
        shutil.copytree(groups / names[0], groups / name)


def make_schemas(address: str, number: int) -> None:
    """A store in a schema for each: the tables of the first, copied without foreign keys, which nothing here uses."""
    import psycopg

    open_store(schema_address(address, "g_group_0000")).close()
    with psycopg.connect(address, autocommit=True) as server:
        found = server.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'g_group_0000'")
        tables = [row[0] for row in found]
        for schema in (f"g_group_{n:04}" for n in range(1, number)):
            copied = (f'CREATE TABLE {schema}."{one}" (LIKE g_group_0000."{one}" INCLUDING ALL)' for one in tables)
            filled = f"INSERT INTO {schema}.alembic_version SELECT * FROM g_group_0000.alembic_version"  # noqa: S608 (our own names)
            server.execute("; ".join([f"CREATE SCHEMA {schema}", *copied, filled]))


def starts(sides: Sequence[Side]) -> None:
    """How long until it answers, in turns."""
    taken: list[list[float]] = [[], []]
    for turn in range(STARTS + 1):
        for which in (0, 1) if turn % 2 else (1, 0):
            before = time.perf_counter()
            with sides[which].served():
                taken[which].append(time.perf_counter() - before)
    many, one = (side[1:] for side in taken)
    pairs("start until it answers", many, one, allowed=1.5)
    seconds = statistics.median(many)
    line(
        "the same, on a machine that does nothing else",
        shown(seconds),
        shown(MAX_START),
        seconds / MAX_START,
        allowed=1,
    )


async def wrong_codes(apps: Sequence[Server], asked: int = 12) -> None:
    """A code that nobody has, typed again and again, in turns."""
    phones = [Phone(app.address) for app in apps]
    taken: list[list[float]] = [[], []]
    for turn in range(asked):
        for which in (0, 1) if turn % 2 else (1, 0):
            before = time.perf_counter()
            await phones[which].ask("GET", WRONG + LETTERS[turn], expect=404)
            taken[which].append(time.perf_counter() - before)
    pairs("a phone's wrong code", *taken, allowed=3)


async def beside(side: Side, app: Server) -> None:
    """One group's phones alone and beside another's, in turns; then while every other store is opened."""
    quiet, busy = [await crowd(side, app, side.names[n], size) for n, size in ((0, QUIET), (-1, BUSY))]
    taken: list[list[float]] = [[], []]
    for turn in range(ROUNDS):
        for with_load in (True, False) if turn % 2 else (False, True):
            load = asyncio.create_task(answers(busy, SECONDS, {})) if with_load else None
            times = await answers(quiet, SECONDS, {})
            if load:
                await load
            taken[0 if with_load else 1].append(nth(times, 0.95))
    pairs(f"p95 of {QUIET} phones beside another group's {BUSY}, against alone", *taken, allowed=2)
    index = side.index()
    for name in side.names[1:-1]:  # as after an upgrade, or when a folder was put in another's place
        schema = f"g_{name.replace('-', '_')}"
        index.rewrite(schema if side.address else name, None, ())
    index.close()
    alone = [seconds for _ in range(ROUNDS * 3) for seconds in await tapped_at_once(quiet)]
    before = time.perf_counter()
    opened = asyncio.create_task(Phone(app.address).ask("GET", f"{WRONG}Z", expect=404))
    times: list[float] = []
    while not opened.done():
        times += await tapped_at_once(quiet)
    await opened
    stores = len(side.names) - 2
    told(f"{stores} stores opened, one after the other, by one code", f"{time.perf_counter() - before:.1f} s", "")
    pairs(
        f"p95 of {QUIET} phones that tap at the same moment, again and again",
        [nth(times, 0.95)],
        [nth(alone, 0.95)],
        allowed=2,
    )


async def tapped_at_once(phones: list[Phone]) -> list[float]:
    """Everyone taps at the same moment; what each took. It lasts as long as the server lets a phone save again."""
    times, _ = await asyncio.gather(answers(phones, 0.0, {}), asyncio.sleep(BETWEEN_TAPS))
    return times


async def crowd(side: Side, app: Server, name: str, size: int) -> list[Phone]:
    """So many phones in a workshop of a group."""
    store = side.store(name)
    made = begun(store)
    store.close()
    phones = [Phone(app.address) for _ in range(size)]
    await all_join(phones, made.code)
    return phones


def measure(addresses: tuple[str, str]) -> None:
    """Every row, with data in the two databases, or in folders where they have no name."""
    with tempfile.TemporaryDirectory(prefix="bench-groups-") as name, ExitStack() as stack, asyncio.Runner() as runner:
        many, one = sides = [
            Side(Path(name) / f"of-{number}", number, address)
            for number, address in zip((GROUPS, 1), addresses, strict=True)
        ]
        for side in sides:
            side.index().close()
        head(f"{GROUPS:,} groups, in {'PostgreSQL' if addresses[0] else 'SQLite'}; the reference is the same with one")
        starts(sides)
        app, alone = (stack.enter_context(side.served()) for side in (many, one))
        runner.run(asyncio.sleep(WARM_UP))
        told("memory, nobody there", *(f"{server.memory():.0f} MB" for server in (app, alone)))
        runner.run(wrong_codes((app, alone)))
        runner.run(beside(many, app))
        most = app.most_memory()
        line("most memory after all of it", f"{most:.0f} MB", f"{MAX_MEMORY} MB", most / MAX_MEMORY, allowed=1)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--postgres", action="store_true")
    if not parser.parse_args().postgres:
        measure(("", ""))
        return
    with postgres() as server:
        import psycopg

        with psycopg.connect(server.address, autocommit=True) as connection:
            connection.execute("CREATE DATABASE of_one")
        of_one = make_url(server.address).set(database="of_one").render_as_string(hide_password=False)
        measure((server.address, of_one))
        head("The database")
        told("memory of PostgreSQL after all of it", f"{server.memory():.0f} MB", "")


if __name__ == "__main__":
    main()
