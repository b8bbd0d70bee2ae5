"""The pages for phones in a workshop: plain HTML below `/join`, which works without JavaScript.

A person joins with the code from the big screen and receives a personal code, in a cookie that no script can read.
Every page shows and changes the answers of that one voice, and shows what the room may see, never another voice's data.
"""

from placecheck.phone.routes import PREFIX, phone_routes

__all__ = ["PREFIX", "phone_routes"]
