"""A report written as PDF, HTML, JSON or CSV."""
