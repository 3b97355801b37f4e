"""Writes the licences of all that a bundle holds: a table first, then every text.

Usage: make_licences.py OUT [LIBRARIES]     LIBRARIES: a bundle's folder of system libraries
       make_licences.py --about             renews resources/licences/parts.toml, the short list of the About box
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundled_parts import ROOT, Part, all_parts, common_texts, data_parts, python_parts, runtime_parts

OPENING = """\
Rolefit and what is bundled with it
===================================

Rolefit itself is under the MIT licence. What it stands on has licences of its own: a table of them, then their texts.
The words, technologies and salary figures were trimmed or computed from their sources, as resources/README.md tells.
Qt and PySide6 are used under the LGPL version 3, unchanged and as separate files: you may replace them with your own build.
Qt itself contains parts by others; their list is at https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


def licences(parts: Sequence[Part]) -> str:
    """The whole file as text."""
    own = Part("Rolefit", "", "MIT", "own", text=(ROOT / "LICENSE").read_text(encoding="utf-8"))
    rows = [f"{part.name:<36} {part.version:<28} {part.licence}" for part in parts]
    texts = [_chapter(f"{part.name} {part.version}".strip(), part.text) for part in (own, *parts) if part.text]
    shared = [_chapter(name, text) for name, text in common_texts().items()]
    return "\n".join([OPENING, *rows, "", *texts, *shared])


def _chapter(title: str, text: str) -> str:
    return f"\n{'-' * 100}\n{title}\n{'-' * 100}\n\n{text.strip()}\n"


ABOUT = ROOT / "resources" / "licences" / "parts.toml"
ABOUT_HEAD = """\
# What Rolefit stands on and under which licence, for the About box. Made by .packaging/make_licences.py --about.

"""


def about(parts: Sequence[Part]) -> str:
    """The short list as TOML, without versions, so that it holds for every installation."""
    entries = [f'[[part]]\nname = "{part.name}"\nlicence = "{part.licence}"\nhome = "{part.home}"\n' for part in parts]
    return ABOUT_HEAD + "\n".join(entries)


def main() -> int:
    if sys.argv[1] == "--about":
        python = next(part for part in runtime_parts() if part.name == "Python")
        ABOUT.write_text(about([*data_parts(), python, *python_parts()]), encoding="utf-8")
        return 0
    parts = all_parts(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    Path(sys.argv[1]).write_text(licences(parts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
