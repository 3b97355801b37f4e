"""The command line: its arguments, and what `rolefit score` and `rolefit report` print. No Qt but for opening the window."""
