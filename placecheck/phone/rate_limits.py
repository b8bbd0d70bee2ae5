"""How often phones may try what. Each limit is for one process; a hall of 500 may share one address."""

from __future__ import annotations

from placecheck.phone.token_bucket import Rate

WRONG_CODES, WRONG_CODES_OF_ALL = Rate(20, 30), Rate(200, 3)
"""Wrong codes, of either kind: 20 at once from one address, 200 from all; then 2 and 20 a minute."""

GUESSES, MAX_GUESS_WAIT = Rate(1, 0.5), 20.0
"""Codes from an address that sent too many wrong ones: each waits its turn, at most so many seconds."""

JOINS, MAX_JOIN_WAIT = Rate(30, 0.25), 60.0
"""People let in, for each address: 30 at once, then four in a second, waiting at most so many seconds.

So a hall of 60 waits 8 seconds at most, and the facilitator has time to close joining to a script.
"""

JOINS_OF_ONE_PHONE = Rate(8, 60)
"""People let in on one phone, by the cookie that it had before."""

SAVES = Rate(60, 0.25)
"""Changes, for each voice: more than any thumb makes."""
