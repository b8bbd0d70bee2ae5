"""Read one archive. Run `python -m placecheck.exchange.package_worker NAME BYTES` with the archive on standard input.

It writes lines of JSON: a rubric that it needs, which is answered on standard input, and what the archive holds. The
process limits its own memory and processor time where the system can; the caller limits the wall-clock time.
"""

from __future__ import annotations

import json
import sys
from dataclasses import astuple
from functools import cache
from typing import Any

from placecheck.errors import InputError
from placecheck.exchange.zip_package import places_in, read_package
from placecheck.process_limits import limit_process
from placecheck.rubric import Rubric, UnknownRubricError

MAX_CPU = 10
"""Seconds of processor time: an archive as long as they may be, and in order, takes half as many."""


@cache
def _find_rubric(id_: str, edition: str) -> Rubric:
    """Return the rubric that the caller has under this id and edition.

    Raises:
        UnknownRubricError: The caller has no such rubric.
    """
    _send("rubric", [id_, edition])
    answer = json.loads(sys.stdin.buffer.readline())
    if isinstance(answer, list):
        raise UnknownRubricError(*answer)
    return Rubric.model_validate(answer)


def _send(kind: str, content: Any) -> None:
    sys.stdout.write(json.dumps([kind, content]) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the archive on standard input and print what it holds."""
    limit_process(seconds=MAX_CPU)
    name, size = sys.argv[1], int(sys.argv[2])
    raw = sys.stdin.buffer.read(size)
    try:
        assessments, findings = read_package(raw, name, _find_rubric)
        places = places_in(raw, name)
    except InputError as error:
        _send("refused", [astuple(finding) for finding in error.findings])
        return
    for _, assessment in assessments:
        _send("assessment", assessment.model_dump(mode="json"))
    for place_file in places:
        _send("place", place_file.model_dump(mode="json"))
    _send("findings", [astuple(finding) for finding in findings])


if __name__ == "__main__":
    main()
