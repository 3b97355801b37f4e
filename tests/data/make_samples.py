"""Draws the sample résumés in resources/samples/ from their texts: python tests/data/make_samples.py [FOLDER].

The people are invented. The drawing is the same to the byte every time, so that a test can compare.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"
INK, SOFT, ACCENT = HexColor("#14181B"), HexColor("#4E5860"), HexColor("#0B6B63")
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=13, textColor=INK)
STRONG = ParagraphStyle("strong", parent=BODY, fontName="Helvetica-Bold", fontSize=10)
DATES = ParagraphStyle("dates", parent=BODY, textColor=SOFT, alignment=TA_RIGHT)
NAME = ParagraphStyle("name", parent=STRONG, fontSize=20, leading=25)
HEADLINE = ParagraphStyle("headline", parent=BODY, fontSize=11, textColor=SOFT, leading=15)
HEADING = ParagraphStyle("heading", parent=STRONG, fontSize=11, leading=15, textColor=ACCENT, spaceBefore=9, spaceAfter=2)


def _heading(text: str) -> list[Flowable]:
    return [Paragraph(text, HEADING), HRFlowable(width="100%", thickness=0.6, color=HexColor("#DFE3E6"), spaceAfter=4)]


def _job(job: dict[str, Any], width: float) -> list[Flowable]:
    head = Table(
        [[Paragraph(f"{job['title']}, {job['company']}, {job['place']}", STRONG), Paragraph(job["dates"], DATES)]],
        colWidths=[width - 110, 110],
        style=[
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ],
    )
    items = [ListItem(Paragraph(text, BODY)) for text in job["bullets"]]
    bullets = ListFlowable(items, bulletType="bullet", start="•", leftIndent=12, bulletFontSize=9, bulletFontName="Helvetica")
    return [head, bullets, Spacer(1, 5)]


def _section(section: dict[str, Any], width: float) -> list[Flowable]:
    flow = _heading(section["heading"])
    if "text" in section:
        flow.append(Paragraph(section["text"], BODY))
    flow += [Paragraph(item, BODY) for item in section.get("items", [])]
    for job in section.get("jobs", []):
        flow += _job(job, width)
    return flow


def _single(resume: dict[str, Any]) -> tuple[list[Frame], list[Flowable]]:
    width = LETTER[0] - 120
    flow: list[Flowable] = [Paragraph(resume["name"], NAME), Paragraph(resume["headline"], HEADLINE)]
    flow.append(Paragraph("  |  ".join(resume["contact"]), BODY))
    for section in resume["sections"]:
        flow += _section(section, width)
    return [Frame(60, 50, width, LETTER[1] - 95, 0, 0, 0, 0)], flow


def _sidebar(resume: dict[str, Any]) -> tuple[list[Frame], list[Flowable]]:
    side, main, gap = 130.0, LETTER[0] - 110 - 130 - 26, 26.0
    height = LETTER[1] - 95
    frames = [Frame(55, 50, side, height, 0, 0, 0, 0), Frame(55 + side + gap, 50, main, height, 0, 0, 0, 0)]
    flow: list[Flowable] = [*_heading("Contact"), *(Paragraph(item, BODY) for item in resume["contact"])]
    for section in resume["sections"]:
        if section.get("column") == "side":
            flow += _section(section, side)
    flow += [FrameBreak(), Paragraph(resume["name"], NAME), Paragraph(resume["headline"], HEADLINE)]
    for section in resume["sections"]:
        if section.get("column") != "side":
            flow += _section(section, main)
    return frames, flow


def make_sample(text: Path, folder: Path) -> Path:
    """Draw one sample from its text file and return the PDF's path."""
    return draw(tomllib.loads(text.read_text("utf-8")), folder)


def draw(resume: dict[str, Any], folder: Path) -> Path:
    """Draw a résumé from its text into `folder` and return the PDF's path."""
    frames, flow = (_sidebar if resume["layout"] == "sidebar" else _single)(resume)
    target = folder / f"{resume['file']}.pdf"
    document = BaseDocTemplate(
        str(target),
        pagesize=LETTER,
        invariant=1,
        title=f"Résumé of {resume['name']} (invented sample)",
        author="Rolefit",
        lang="en-US",
    )
    document.addPageTemplates(PageTemplate("page", frames))
    document.build(flow)
    return target


def main() -> None:
    """Draw all samples into the folder given, or over those of the project."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for text in sorted(FOLDER.glob("*.toml")):
        print(make_sample(text, folder))


if __name__ == "__main__":
    main()
