"""The typeface, for screens and for print."""

from pathlib import Path

FAMILY = "Atkinson Hyperlegible Next"
FOLDER = Path(__file__).resolve().parent
