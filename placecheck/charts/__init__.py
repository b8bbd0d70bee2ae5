"""What it looks like: figure(view) gives a Plotly figure; one theme."""
