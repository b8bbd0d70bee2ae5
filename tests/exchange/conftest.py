"""Assessments to send out and take back in."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import strategies as st

from placecheck.assessment import Assessment, read_assessment

BESIDE = Path(__file__).resolve().parents[1] / "assessment"
STRATEGIES = runpy.run_path(str(BESIDE / "conftest.py"))


@pytest.fixture(scope="session")
def any_assessment() -> st.SearchStrategy[Assessment]:
    return STRATEGIES["assessments"]()


@pytest.fixture(scope="session")
def any_story() -> st.SearchStrategy[str]:
    """Text as people and machines really give it, several lines of it included."""
    return STRATEGIES["stories"]()


@pytest.fixture(scope="session")
def sample() -> Assessment:
    """One assessment that uses every key of the format."""
    return read_assessment(BESIDE / "sample.yaml")[1]
