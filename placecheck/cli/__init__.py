"""The same things from a terminal. Exit 0 done, 1 the input is invalid, 2 wrong usage."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the `placecheck` command; what is wrong with the input goes to stderr, one finding a line."""
    # A third of what a short command took went into looking for garbage among what had just been imported, once more at
    # its end, and for plugins of pydantic in every installed package.
    gc.set_threshold(100_000, *gc.get_threshold()[1:])
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    if not os.environ.get("HOME", "x"):  # an empty one would put the data folder at the root of the disk
        del os.environ["HOME"]

    from placecheck.cli.commands import app
    from placecheck.cli.output import configure_output_encoding
    from placecheck.errors import PlacecheckError
    from placecheck.paths import NoHomeError
    from placecheck.secret_files import load_secret_files
    from placecheck.words import say, storing

    configure_output_encoding()
    if "_PLACECHECK_COMPLETE" in os.environ:  # a shell asks what may come next
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()

    try:
        load_secret_files()
        app(prog_name="placecheck")
    except PlacecheckError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    except ModuleNotFoundError as error:
        if not error.name or error.name.partition(".")[0] == "placecheck":
            raise
        print(say(storing.LACKS_PACKAGE, package=error.name.partition(".")[0]), file=sys.stderr)
        sys.exit(1)
    except NoHomeError as error:
        print(say(storing.NO_HOME, where=error.args[0] or ""), file=sys.stderr)
        sys.exit(1)
    finally:
        gc.freeze()
