"""The pages that phones get in a workshop: plain HTML below `/join`, which works without any script.

A person joins with the code from the big screen and is given a personal code, kept in a cookie that no script can read.
Every address below shows and changes what that one voice said, and what the room may see; none names another voice.
"""

from placecheck.phone.routes import PREFIX, phone_routes

__all__ = ["PREFIX", "phone_routes"]
