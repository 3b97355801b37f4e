"""What a report file shows: paper, name and contact or not, a note, a logo, who made it. The same choices for every format."""

from __future__ import annotations

from dataclasses import dataclass

ALL_PARTS = ("fit", "gaps", "salary", "evidence", "pages")


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices for a report.

    Args:
        paper: "a4" or "letter".
        show_name: whether the person's name and contact stand on it; without them the file's name is left out too.
        note: the counselor's words, plain text.
        logo: a PNG picture, or nothing.
        parts: which parts to show, of `ALL_PARTS`.
        printed: the date to print, as it shall stand there.
        language: of the fixed words: "en" or "de".
        by: the counselor's name for the foot, plain text; nothing where it is empty.
        by_line: what stands behind it, such as an organisation or a phone number.
    """

    paper: str = "a4"
    show_name: bool = True
    note: str = ""
    logo: bytes = b""
    parts: tuple[str, ...] = ALL_PARTS
    printed: str = ""
    language: str = "en"
    by: str = ""
    by_line: str = ""
