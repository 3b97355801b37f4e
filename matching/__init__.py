"""What is true of a résumé without a screen: reading, matching, explaining, salary. No Qt, no database, no network."""

__version__ = "0.1.0"
