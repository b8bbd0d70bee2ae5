"""Who should decide what, as a reader meets it."""
