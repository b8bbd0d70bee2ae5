"""What it means to a reader: frozen values of words and numbers, for screen, paper and terminal alike."""
