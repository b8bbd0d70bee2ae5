"""`placecheck example`: the examples that documents name, as files of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from placecheck.errors import PlacecheckError
from placecheck.words import say, storing


class NoExampleError(PlacecheckError):
    """Raised where there is no example of that name, or its file is there already."""


def example(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Its name; without one, all are listed.")] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="The new file; else NAME.yaml, here.")
    ] = None,
) -> None:
    """Write an example place to a file, to try things with; or list the examples."""
    known = _examples()
    if name is None:
        print("\n".join(known))
        return
    source = known.get(name.removesuffix(".yaml"))
    if source is None:
        raise NoExampleError(_no_example(name, list(known)))
    target = out or Path(f"{name.removesuffix('.yaml')}.yaml")
    try:
        with target.open("xb") as file:
            file.write(source.read_bytes())
    except FileExistsError:
        raise NoExampleError(say(storing.EXAMPLE_THERE, file=target)) from None
    except OSError as error:
        raise NoExampleError(say(storing.EXAMPLE_NOT_WRITTEN, file=target, reason=error.strerror or error)) from None
    print(say(storing.EXAMPLE_WRITTEN, file=target))


def _examples() -> dict[str, Path]:
    """Return the files of the examples by name: the assessments, then what belongs to a place, called NAME-place."""
    from placecheck.resources import resource_folder

    folder = resource_folder("examples")
    assessments = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    return assessments | {f"{path.stem}-place": path for path in sorted(folder.glob("places/*.yaml"))}


def _no_example(name: str, known: list[str]) -> str:
    from placecheck.source.wording import near_or_all

    everything = say(storing.EXAMPLES_ARE, known=", ".join(known))
    return f"{say(storing.NO_EXAMPLE, name=name)} {near_or_all(name, known, everything)}"
