"""Change the code a little, one place at a time, and see whether a test notices: `make mutants`.

A sample of the changes of each room of `rooms.yaml` is drawn with a fixed seed, so that the same code always gives the
same sample; what survives is listed with its change, here and in `.mutants/ROOM.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from changes import changes_of
from trial import Trial

CHECKOUT = Path(__file__).resolve().parent.parent.parent
RESULTS = CHECKOUT / ".mutants"
ROOMS = Path(__file__).with_name("rooms.yaml")
PYTEST = ("-q", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-W", "ignore")
CHOICE = ("-m", "not slow and not browser and not shared", "-k", "not postgres")


def main() -> None:
    rooms = yaml.safe_load(ROOMS.read_text(encoding="utf-8"))
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rooms", nargs="*", help=f"which rooms: {', '.join(rooms)}; all without one")
    options.add_argument("--sample", type=int, default=150, help="how many changes of each room; 0 for every one")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    if unknown := set(chosen.rooms) - set(rooms):
        options.error(f"There is no room {', '.join(sorted(unknown))} in {ROOMS.name}. Name one of {', '.join(rooms)}.")
    os.chdir(CHECKOUT)
    if len(chosen.rooms) == 1:
        print(try_room(chosen.rooms[0], rooms[chosen.rooms[0]], chosen.sample, chosen.seed))
        return
    columns = ("room", "changes there are", "tried", "noticed", "survived", "never ended", "met no test")
    print(f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|", flush=True)
    for room in chosen.rooms or rooms:  # a process each: what one room's tests leave behind is not there for the next
        sampled = ("--sample", str(chosen.sample), "--seed", str(chosen.seed))
        subprocess.run([sys.executable, __file__, room, *sampled], check=True)


def try_room(room: str, plan: dict[str, list[str]], sample: int, seed: int) -> str:
    """Try a sample of one room's changes, print the survivors, and return the room's row of figures."""
    files = sorted({path for pattern in plan["change"] for path in Path().glob(pattern) if path.suffix == ".py"})
    every = [change for path in files for change in changes_of(path)]
    tried = random.Random(seed).sample(every, sample) if 0 < sample < len(every) else every
    RESULTS.mkdir(exist_ok=True)
    log = RESULTS / f"{room}.jsonl"
    trial = Trial(tried, log)
    left_out = [f"--deselect={test}" for test in plan.get("without", ())]
    pytest.main([*PYTEST, *CHOICE, *left_out, *plan["tests"]], plugins=[trial])
    for line in log.read_text(encoding="utf-8").splitlines():
        result = json.loads(line)
        if result["verdict"] != "noticed":
            print(f"{result['verdict']} by {result['tests']} tests: {result['change']}\n")
    count = trial.verdicts
    kinds = ("noticed", "survived", "endless", "no test")
    row = (len(every), sum(count[kind] for kind in kinds), *(count[kind] for kind in kinds))
    return f"| {room} | " + " | ".join(map(str, row)) + " |"


if __name__ == "__main__":
    main()
