"""One more try where the database ended a transaction so that another could go on: nothing of it was kept."""

from __future__ import annotations

import functools
from collections.abc import Callable
from types import FunctionType
from typing import ParamSpec, TypeVar

from placecheck.storage.errors import DeadlockError

Taken = ParamSpec("Taken")
Outcome = TypeVar("Outcome")
Kind = TypeVar("Kind", bound=type)


def again_after_deadlock(method: Callable[Taken, Outcome]) -> Callable[Taken, Outcome]:
    """Return `method`, a single transaction, which is called once more after a deadlock."""

    @functools.wraps(method)
    def twice(*arguments: Taken.args, **named: Taken.kwargs) -> Outcome:
        try:
            return method(*arguments, **named)
        except DeadlockError:
            return method(*arguments, **named)

    return twice


def each_again_after_deadlock(kind: Kind) -> Kind:
    """Let every public method of the class `kind`, its own and inherited ones, be called once more after a deadlock."""
    for name in dir(kind):
        method = getattr(kind, name)
        if not name.startswith("_") and isinstance(method, FunctionType):
            setattr(kind, name, again_after_deadlock(method))
    return kind
