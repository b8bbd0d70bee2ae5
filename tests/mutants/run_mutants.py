"""Change the code a little, one place at a time, and see whether a test notices: `make mutants`.

Each room of `rooms.yaml` is copied into `.mutants/ROOM`, where mutmut makes its changed copies. A sample of them is
drawn with a fixed seed, so that the same code always gives the same sample; what survives is listed with its change.
"""

from __future__ import annotations

import argparse
import configparser
import json
import os
import random
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import yaml

CHECKOUT = Path(__file__).resolve().parent.parent.parent
WORKSHOP = CHECKOUT / ".mutants"
ROOMS = Path(__file__).with_name("rooms.yaml")
LEFT_OUT = {".git", ".mutants", ".venv", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
PYTEST = ("-m", "not slow and not browser and not shared", "-p", "no:cacheprovider", "--hypothesis-seed=0")
WITHOUT_A_SERVER = "not live_connection and not postgres and not make_one_store"
"""mutmut's copies answer in a process that forks; a server that a test starts beside it refuses its connection."""
SURVIVED, NO_TEST = 0, 33
"""How mutmut writes down a change that no test noticed, and one that no test came by."""

MUTMUT = ("-c", "import sys; from mutmut.__main__ import cli; sys.argv[0] = 'mutmut'; sys.exit(cli())")
"""`python -m mutmut` would load its own module twice and lose count of what it sees."""

LIST_MUTANTS = """
import sys
from pathlib import Path
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name
for path in map(Path, sys.argv[1:]):
    for name in mutate_file_contents(str(path), path.read_text(encoding="utf-8")).mutant_names:
        print(get_mutant_name(path, name))
"""


def main() -> None:
    rooms = yaml.safe_load(ROOMS.read_text(encoding="utf-8"))
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rooms", nargs="*", help=f"which rooms: {', '.join(rooms)}; all without one")
    options.add_argument("--sample", type=int, default=150, help="how many changes of each room; 0 for every one")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    if unknown := set(chosen.rooms) - set(rooms):
        options.error(f"There is no room {', '.join(sorted(unknown))} in {ROOMS.name}. Name one of {', '.join(rooms)}.")
    figures = [try_room(room, rooms[room], chosen.sample, chosen.seed) for room in chosen.rooms or rooms]
    print("\n| room | changes there are | tried | noticed | survived | met no test |\n|---|---|---|---|---|---|")
    print("\n".join(figures))


def try_room(room: str, plan: dict[str, list[str]], sample: int, seed: int) -> str:
    """Try a sample of one room's changes, print the survivors, and return the room's row of figures."""
    folder = prepare(room, plan)
    every = list_mutants(folder, plan["change"])
    tried = sorted(random.Random(seed).sample(every, sample)) if 0 < sample < len(every) else every
    run(folder, *MUTMUT, "run", "--max-children", "1", *tried, output=folder / "mutmut.log")
    verdicts = read_verdicts(folder, tried)
    survivors = [name for name in tried if verdicts[name] == SURVIVED]
    alone = [name for name in tried if verdicts[name] == NO_TEST]
    for name in survivors:
        print(run(folder, *MUTMUT, "show", name))
    print("\n".join(f"# {name}: no test came by" for name in alone))
    noticed = len(tried) - len(survivors) - len(alone)
    return f"| {room} | {len(every)} | {len(tried)} | {noticed} | {len(survivors)} | {len(alone)} |"


def prepare(room: str, plan: dict[str, list[str]]) -> Path:
    """A folder that looks like the checkout, with what mutmut shall do in it written down."""
    folder = WORKSHOP / room
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "mutants").mkdir(
        parents=True
    )  # there before Python starts, which else forgets it as a place to import from
    parts = sorted(path.name for path in CHECKOUT.iterdir() if path.name not in LEFT_OUT)
    for part in parts:
        (folder / part).symlink_to(CHECKOUT / part)
    settings = configparser.ConfigParser()
    settings["mutmut"] = {
        "source_paths": "placecheck",
        "only_mutate": "\n" + "\n".join(plan["change"]),
        "also_copy": "\n" + "\n".join(part for part in parts if part not in {"placecheck", "tests"}),
        "pytest_add_cli_args_test_selection": "\n" + "\n".join(plan["tests"]),
        "pytest_add_cli_args": "\n" + "\n".join((*PYTEST, "-k", WITHOUT_A_SERVER)),
    }
    with (folder / "setup.cfg").open("w", encoding="utf-8") as file:
        settings.write(file)
    return folder


def list_mutants(folder: Path, patterns: list[str]) -> list[str]:
    """The names of every change that mutmut can make in the files of these patterns."""
    files = [path.relative_to(folder).as_posix() for path in sorted((folder / "placecheck").rglob("*.py"))]
    changed = [path for path in files if any(fnmatch(path, pattern) for pattern in patterns)]
    return run(folder, "-c", LIST_MUTANTS, *changed).split()


def run(folder: Path, *arguments: str, output: Path | None = None) -> str:
    """Run Python in `folder`, where what it starts in turn finds the changed package first."""
    environment = os.environ | {"PYTHONPATH": str(folder / "mutants"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if output:
        output.write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{folder.name}: {(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def read_verdicts(folder: Path, tried: list[str]) -> dict[str, int | None]:
    """What became of each change: the exit code of the tests, as mutmut keeps it beside each file."""
    verdicts: dict[str, int | None] = {}
    for path in (folder / "mutants").rglob("*.meta"):
        verdicts |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {name: verdicts.get(name) for name in tried}


if __name__ == "__main__":
    main()
