"""One script for each version of the tables, in order. A script that was ever released is never changed."""
