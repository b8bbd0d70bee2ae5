"""Charts: views drawn as Plotly figures, as SVG or as HTML, all in one theme."""
