"""The command line's first file: decides between scoring in the terminal and the window. Imports Qt only for the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Entry of `rolefit` and `python -m desktop`; returns the exit status of the contract."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--reader-child"]:  # a frozen bundle starts itself as the reading process
        from matching.reading.reader_child import main as child

        return child()
    if arguments[:1] == ["--draw-pages"]:  # and as the process that draws pages
        from desktop.pages.renderer import main as draw

        draw()
        return 0
    if not arguments:  # a click on the icon: nothing to parse
        from desktop.running.opening import open_window

        return open_window([], None)
    from desktop.terminal.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
