"""The counselor's desk without a screen: clients and their résumés, kept, changed and imported; the store has a thread."""
