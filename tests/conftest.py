"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from placecheck.rubric import Rubric, find_rubric

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def checkout() -> Path:
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout that holds the notes as received; tests that need it are skipped without it."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "notes").is_dir():
        pytest.skip("the notes are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    """The Better Way rubric."""
    return find_rubric()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """A file stays on one worker, and all browser tests on one: two browsers on two cores only wait for each other.

    `--dist loadgroup` would say the same, but forgets its groups under pytest 9.2 (pytest-xdist issue 1386).
    """
    from xdist.scheduler import LoadFileScheduling

    class OneBrowser(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "browser" if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)

    return OneBrowser(config, log)
