"""A small sound rubric in a folder of its own, for tests to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

SMALL = Path(__file__).resolve().parents[1] / "data" / "bad" / "base" / "rubric"


@pytest.fixture
def small(tmp_path) -> Path:
    """The folder of a small rubric in which a check finds no fault."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def spoil(small) -> Callable[..., Path]:
    """Put one text for another in a file of the small rubric, and give the folder."""

    def put(file: str, old: str, new: str) -> Path:
        path = small / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        return small

    return put
