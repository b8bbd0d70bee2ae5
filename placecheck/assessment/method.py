"""The version of the scoring method: by which rules answers are counted and added up."""

METHOD = "2"
"""It goes up when a change of code can change a number."""
