"""From the bytes of a PDF to a résumé that is understood."""
