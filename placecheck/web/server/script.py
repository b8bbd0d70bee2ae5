"""What Streamlit runs for every visitor at every click: set the scene, then the page that was asked for."""

from placecheck.web.navigation import run_page

run_page()
