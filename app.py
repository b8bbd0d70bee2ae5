"""placecheck as an ASGI application: `placecheck run`, `uvicorn app:app` and `streamlit run app.py` serve the same."""

import streamlit as st

from placecheck.web.server.app import SCRIPT, app_arguments

app = st.App(SCRIPT, **app_arguments())  # `streamlit run` reads this file and looks for this very call
