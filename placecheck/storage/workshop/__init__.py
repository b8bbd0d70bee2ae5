"""Live workshops: their events, participants and answers."""
