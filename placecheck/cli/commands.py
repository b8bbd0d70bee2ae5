"""Every command, in the order that `--help` shows them. A command is imported when it is called for, and no other."""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from placecheck import __version__

COMMANDS = {
    "run": "run:run",
    "score": "score:score",
    "compare": "compare:compare",
    "report": "report:report",
    "publish": "publish:publish",
    "case": "case:case",
    "form": "form:form",
    "import": "store:import_",
    "export": "store:export",
    "place": "place:app",
    "network": "network:network",
    "sample": "sample:sample",
    "example": "example:example",
    "backup": "backup:backup",
    "restore": "backup:restore",
    "notes": "notes:app",
    "ideas": "ideas:ideas",
    "treasury": "treasury:app",
    "lot": "lot:lot",
    "check": "rubric:check",
    "show": "rubric:show",
    "migrate": "migrate:migrate",
    "new-rubric": "rubric:new_rubric",
    "add-rubric": "own_rubrics:add_rubric",
    "remove-rubric": "own_rubrics:remove_rubric",
    "completion": "completion:completion",
    "schema": "schema:schema",
}
"""Under each name the module beside this one, and what to call in it: a function, or a Typer of several commands."""

HIDDEN = {"schema"}

TYPER_OPTIONS: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}


class _LazyCommands(UserDict[str, Any]):
    """The commands by name, each made when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        module, _, member = super().__getitem__(name).partition(":")
        command = getattr(import_module(f"placecheck.cli.{module}"), member)
        if not isinstance(command, typer.Typer):
            alone = typer.Typer(**TYPER_OPTIONS)
            alone.command(name, hidden=name in HIDDEN)(command)
            command = alone
        return typer.main.get_command(command)


class _Group(typer.core.TyperGroup):
    """Typer would inspect every command before it runs one: a third of what `placecheck score` took to start."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands = _LazyCommands(COMMANDS)


app = typer.Typer(
    name="placecheck",
    help="Look at your own place together: what is there, how sure you are, and what to try next.",
    no_args_is_help=True,
    cls=_Group,
    **TYPER_OPTIONS,
)


@app.callback(invoke_without_command=True)
def placecheck(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Handle the options that every command has."""
    if version:
        print(__version__)
        raise typer.Exit
