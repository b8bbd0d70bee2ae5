"""A bare page with one Plotly chart."""

import plotly.graph_objects as go
import streamlit as st

st.title("A chart")
st.plotly_chart(go.Figure(go.Scatter(x=list(range(40)), y=[level % 5 for level in range(40)], mode="markers")))
