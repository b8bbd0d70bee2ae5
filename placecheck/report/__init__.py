"""Printed output: summaries and comparisons, as PDF, HTML and Word files. A command loads only the kind it writes."""
