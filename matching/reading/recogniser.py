"""Where the program is that recognises text in pictures; apart from `recognition`, which needs a PDF parser."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

# Where the installer for Windows puts it, without adding it to the path.
_WINDOWS_HOME = Path("C:/Program Files/Tesseract-OCR/tesseract.exe")


def find_recogniser() -> str:
    """The Tesseract program's path, or "" where there is none."""
    found = shutil.which("tesseract")
    if found is None and sys.platform == "win32" and _WINDOWS_HOME.is_file():
        found = str(_WINDOWS_HOME)
    return found or ""
