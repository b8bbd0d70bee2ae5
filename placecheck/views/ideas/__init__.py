"""Ideas as a reader meets them."""
