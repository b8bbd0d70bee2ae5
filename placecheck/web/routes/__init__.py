"""Routes of the dashboard's own beside Streamlit's."""
