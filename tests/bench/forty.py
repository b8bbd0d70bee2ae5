"""A rubric of forty indicators, five dimensions of eight."""

from __future__ import annotations

from typing import Any

DIMENSIONS, INDICATORS, LEVELS = 5, 8, 5


def rubric_data() -> dict[str, Any]:
    """The rubric as a file would hold it."""
    about = dict.fromkeys(("title", "about", "wording", "authors", "licence", "cite_as"), "For the bench.")
    return about | {
        "id": "forty",
        "edition": "1",
        "levels": [{"name": f"Level {level}"} for level in range(LEVELS)],
        "dimensions": [
            {
                "id": f"d{d}",
                "name": f"D{d}",
                "about": "For the bench.",
                "indicators": [
                    {
                        "id": f"d{d}-i{i}",
                        "name": f"I{i}",
                        "statement": f"Statement {d} {i}.",
                        "look_for": "Look.",
                        "levels": [f"Level {level} of {d} {i}" for level in range(LEVELS)],
                    }
                    for i in range(INDICATORS)
                ],
            }
            for d in range(DIMENSIONS)
        ],
    }
