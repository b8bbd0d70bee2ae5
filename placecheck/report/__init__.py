"""Printed output: summaries and comparisons, as PDF, HTML and Word files."""

from placecheck.report.comparison import comparison_html, comparison_pdf
from placecheck.report.paper_size import Paper
from placecheck.report.summary import summary_html, summary_pdf
from placecheck.report.word import summary_docx

__all__ = ["Paper", "comparison_html", "comparison_pdf", "summary_docx", "summary_html", "summary_pdf"]
