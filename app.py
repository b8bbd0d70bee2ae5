"""placecheck as an ASGI application: `placecheck run`, `uvicorn app:app` and `streamlit run app.py` all start it."""

from placecheck.web.server import build

app = build()
