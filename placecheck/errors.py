"""Every error that a person can meet: what is wrong, where it is, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fault", "remark"]

MAX_FINDINGS = 100
"""How many findings of one file a person is told at once: a file with thousands has one cause."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding in what a person gave.

    `file` is the name as the person gave it, `line` counts from 1 (0 where the whole file is meant), `key` is the
    path of keys down to the place (`voices[2].answers.mixing`), empty for the file itself. `what` says what was
    found, `hint` what would be right. A `fault` stops the work; a `remark` does not.
    """

    file: str
    line: int
    key: str
    what: str
    hint: str
    severity: Severity = "fault"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        key = f"{self.key}: " if self.key else ""
        remark = "(remark) " if self.severity == "remark" else ""
        return f"{where}: {remark}{key}{self.what} {self.hint}".rstrip()


class PlacecheckError(Exception):
    """The base of every error that placecheck raises on purpose; its text is fit to be read by anyone."""


class InputError(PlacecheckError):
    """What a person gave cannot be taken as it is. `findings` holds each fault; none was mended by guessing."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(map(str, self.findings)))


def refuse(file: str, line: int, key: str, what: str, hint: str) -> InputError:
    """Return an error of a single finding, ready to raise."""
    return InputError([Finding(file, line, key, what, hint)])


def bounded(findings: Iterable[Finding], most: int = MAX_FINDINGS) -> Iterator[Finding]:
    """Yield the first `most` of `findings`; where there are more, a last one says from which line on."""
    for count, finding in enumerate(findings):
        if count == most:
            yield Finding(finding.file, finding.line, "", "More faults stand from here on.", "Mend those above first.")
            return
        yield finding
