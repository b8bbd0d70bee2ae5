"""`placecheck completion`: the script that lets a shell complete commands, options and their values."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

VARIABLE = "_PLACECHECK_COMPLETE"
"""The environment variable by which a shell asks the program what may come next."""


class Shell(StrEnum):
    """A shell that can complete commands."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.", show_default=False)],
) -> None:
    """Print what lets a shell complete placecheck's commands and options: `eval "$(placecheck completion bash)"`."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    print(get_completion_script(prog_name="placecheck", complete_var=VARIABLE, shell=shell.value))
