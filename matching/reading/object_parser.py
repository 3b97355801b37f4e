"""pdfminer's document with a quicker reading of plain objects."""

from __future__ import annotations

from pdfminer.pdfdocument import PDFDocument


class QuickDocument(PDFDocument):
    """A `PDFDocument`."""
