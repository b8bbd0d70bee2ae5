"""Rows that are appended and never updated, and what they add up to."""
