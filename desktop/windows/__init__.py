"""The main window and its panels: they lay out, show values and emit intents."""
