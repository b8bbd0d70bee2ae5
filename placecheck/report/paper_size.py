"""The sizes of paper that everything is printed on; their names on screens are in `words/on_paper.py`."""

from __future__ import annotations

from typing import Literal

Paper = Literal["a4", "letter"]

TYPST_PAPER: dict[Paper, str] = {"a4": "a4", "letter": "us-letter"}
"""What Typst calls each size."""
