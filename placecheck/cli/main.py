"""Every command, in the order that `--help` shows them. What a command needs is imported when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from placecheck import __version__
from placecheck.cli import run, score

app = typer.Typer(
    name="placecheck",
    help="Look at your own place together: what is there, how sure you are, and what to try next.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def placecheck(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Hold what goes for every command."""
    if version:
        print(__version__)
        raise typer.Exit


app.command("run")(run.run)
app.command("score")(score.score)
