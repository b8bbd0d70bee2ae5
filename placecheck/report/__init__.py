"""What is printed: the summary as a PDF by Typst, and as one HTML file."""

from placecheck.report.summary import Paper, html, pdf

__all__ = ["Paper", "html", "pdf"]
