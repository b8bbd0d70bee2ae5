"""A live workshop as its people see it."""
