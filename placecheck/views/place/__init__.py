"""What the cards of a place mean to a reader: what is here, what was heard, what became of it."""
