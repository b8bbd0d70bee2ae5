"""A bare page with thirty radios."""

import streamlit as st

for number in range(30):
    st.radio(f"Statement {number}", ["Not yet", "First signs", "Here and there", "Usually", "Always"], index=None)
