"""Guides as a reader meets them."""
