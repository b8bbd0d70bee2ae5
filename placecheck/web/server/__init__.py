"""The ASGI application: what is served, and how."""
