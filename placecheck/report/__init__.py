"""What is printed: the summary as a PDF by Typst and as one HTML file, and several places beside each other."""

from placecheck.report.comparison import comparison_html, comparison_pdf
from placecheck.report.paper_size import Paper
from placecheck.report.summary import html, pdf
from placecheck.report.word import summary_docx

__all__ = ["Paper", "comparison_html", "comparison_pdf", "html", "pdf", "summary_docx"]
