"""What the wheel carries beside the code. A checkout installed for editing carries nothing: it has its own files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = ("app.py", ".streamlit", "rubrics", "examples")


class CarryTheData(BuildHookInterface[Any]):
    """Put the data where `placecheck.resources` looks for it, in wheels only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the carried files to `build_data`; `version` is `standard`, or `editable` for `pip install -e`."""
        if version == "editable":
            return
        for name in CARRIED:
            if (Path(self.root) / name).exists():
                build_data["force_include"][name] = f"placecheck/_carried/{name}"
