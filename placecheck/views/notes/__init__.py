"""The notes: what was discussed, passage by passage."""
