"""From the start of the window to its end: one for each user, its parts put together, garbage collected on its thread."""
