"""`python -m placecheck`, the same as the `placecheck` command."""

from placecheck.cli import main

if __name__ == "__main__":
    main()
