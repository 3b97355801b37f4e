"""Facts and looks, no logic. Read through importlib.resources."""
