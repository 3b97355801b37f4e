"""Draws résumés whose person, company and file are called by hostile strings: python tests/data/make_hostile.py FOLDER.

Markup that names files and hosts, control and direction signs, formulas, paths, placeholders, letters without end. A window
shows them as they are and opens nothing of what they name: CANARY is the file never to be opened, HOST never to be asked.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

CANARY, HOST = "canary-8d1f.png", "hostile.example"
LONGEST_FILE_NAME = 240  # bytes; file systems stop at 255
LETTERS = ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/TTF/DejaVuSans.ttf")  # else reportlab's own
LINES = (
    "Moved order history to PostgreSQL and redesigned the schema",
    "Added Redis as a read cache and wrote REST APIs in Java with Spring Boot",
    "Packaged services with Docker and ran them on AWS",
)


def strings(folder: Path) -> dict[str, str]:
    """The twelve, by what they try. `folder` holds the canary."""
    return {
        "file-image": f'<img src="file://{folder}/{CANARY}">',
        "host-image": f'<b>Bold</b><img src="http://{HOST}/x.png"><a href="http://{HOST}/">link</a>',
        "right-to-left": "\u202egnp.exe \u2067Ada\u2069",
        "ten-thousand": "W" * 10_000,
        "formula": f'=HYPERLINK("http://{HOST}/","Ada")',
        "zero-width": "Zero\u200bWidth\u200d Na\u2060me\ufeff",
        "escapes": "\x1b[31mRed\x1b[0m\x07 \x1b]0;title\x07Ada",
        "line-break": "Line One\nLine Two\tTab",
        "path": f"../../{CANARY}",
        "mnemonics": "&File && &Quit Ada",
        "placeholders": "%1 %n %s {name} {0} ${HOME} Ada",
        "beyond": "Zoë \u2603\u0301 Ada\u0301\u0323 \U0001f600",
    }


@dataclass(frozen=True, slots=True)
class HostileFile:
    """A résumé on disk and the string it is about."""

    what: str
    text: str
    path: Path


def file_name(text: str) -> str:
    """The string as a file may be called: whatever a file system takes, at most so long; one has a byte that is no UTF-8."""
    raw = text.replace("/", "%2F").encode("utf-8")[:LONGEST_FILE_NAME].decode("utf-8", "ignore")
    return f"{raw}.pdf"


def draw(path: Path, text: str) -> None:
    """A page with the string as the largest line, as a company, and in a sentence."""
    letters = next((font for font in LETTERS if Path(font).exists()), "Vera.ttf")
    pdfmetrics.registerFont(TTFont("Hostile", letters))
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    shown = "".join(c for c in text if ord(c) < 0x10000)  # reportlab writes wrong numbers for what lies beyond
    lines = [(22, shown), (10, "Backend Engineer, Chicago, IL"), (10, "ada@example.org"), (13, "Experience")]
    lines += [(11, f"Backend Engineer, {shown}"), (10, "March 2021 – Present"), *((10, f"• {line}") for line in LINES)]
    lines += [(11, f"Software Engineer, {shown}"), (10, "2018 – 2021"), (10, f"• Built {shown} in Java and SQL")]
    lines += [(13, "Skills"), (10, "Java, Python, SQL, Git, Linux, Docker, Kubernetes")]
    y = 740.0
    for size, line in lines:
        canvas.setFont("Hostile", size)
        canvas.drawString(50, y, line)
        y -= size * 1.7
    canvas.save()


def make_hostile(folder: Path) -> list[HostileFile]:
    """Draw all into `folder`, with the canary beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CANARY).write_bytes(b"never to be opened")
    made = []
    for what, text in strings(folder).items():
        name = os.fsencode(file_name(text))
        if what == "beyond":
            name = b"caf\xe9 " + name  # no UTF-8: Python hands it on with a lone surrogate
        path = Path(os.fsdecode(os.path.join(os.fsencode(folder), name)))  # noqa: PTH118 - bytes
        draw(folder / "drawn.pdf", text)
        (folder / "drawn.pdf").rename(path)
        made.append(HostileFile(what, text, path))
    return made


if __name__ == "__main__":
    print(len(make_hostile(Path(sys.argv[1]))), "files")
