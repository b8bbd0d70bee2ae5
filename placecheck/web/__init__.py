"""The dashboard; the only home of Streamlit."""
