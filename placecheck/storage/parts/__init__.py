"""The parts of the store, each one subject."""
