"""Look at your own place together, in the light of what the Better Way notes say a good place is like."""

__version__ = "2026.2.0"
