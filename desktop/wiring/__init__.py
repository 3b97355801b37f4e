"""Joins the windows to what they do: facts are shown, wishes reach cases, clients, settings, reports and prints."""
