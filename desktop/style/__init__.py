"""Colours, type and icons from one set of tokens."""
