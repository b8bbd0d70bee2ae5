"""What Streamlit runs for every visitor at every click: set the scene, then the page that was asked for."""

from placecheck.web.main import main

main()
