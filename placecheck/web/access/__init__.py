"""Who is let in: passphrases, accounts, groups that share a server."""
