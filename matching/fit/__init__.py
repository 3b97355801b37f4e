"""From a résumé to fit, gaps and a salary expectation."""
