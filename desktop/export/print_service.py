"""Where the print system is asked on Linux: by its file on this computer, not by a network address. No Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SOCKET = "/run/cups/cups.sock"  # CUPS on Debian, Fedora, openSUSE, Arch
CHOSEN = ("/etc/cups/client.conf", "~/.cups/client.conf")  # a print server that somebody set on purpose


def stay_on_this_computer() -> None:
    """Without its file and without a server that was chosen, CUPS would knock at port 631 of this computer: it need not."""
    if sys.platform == "linux" and not any(Path(file).expanduser().exists() for file in CHOSEN):
        os.environ.setdefault("CUPS_SERVER", SOCKET)
