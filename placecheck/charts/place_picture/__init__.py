"""The picture of a place: one drawing as SVG, the same on screen, paper and wall."""
