"""Writes the kept text of the first two pages of every example place anew. By hand, when they are meant to change."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from placecheck.cli.commands import app

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KEPT = Path(__file__).with_name("first_pages")


def main() -> None:
    """Print every place, and keep what its first two pages say, a line a line of print."""
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "summary.pdf"
        for path in sorted(EXAMPLES.glob("*.yaml")):
            app(["report", str(path), "-o", str(out)], standalone_mode=False)
            command = ["pdftotext", "-raw", "-nopgbrk", "-f", "1", "-l", "2", str(out), "-"]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            (KEPT / f"{path.stem}.txt").write_text(said, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
