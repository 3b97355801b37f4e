"""What needs a screen or a disk: command line, window, store, export."""
