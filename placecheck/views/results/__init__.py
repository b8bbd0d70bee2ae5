"""Where a place stands, in words and numbers."""
