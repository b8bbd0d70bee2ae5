"""A bare page with one radio that says what was chosen."""

import streamlit as st

if st.session_state.pop("taken back", False):
    st.session_state["level"] = None
if st.radio("How is it here?", ["Not yet", "First signs", "Here and there", "Usually"], index=None, key="level"):
    st.markdown("Saved.")
    if st.button("Take back"):
        st.session_state["taken back"] = True
        st.rerun()
else:
    st.markdown("Not answered yet.")
