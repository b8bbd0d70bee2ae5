"""One module a page: `render(session)` is its outline. Streamlit would take a folder called `pages` for its own."""
