"""What a part of a résumé is about, by its lines alone: for headings that no list knows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from matching.knowledge.headings import heading_words, plain
from matching.reading.resume import SectionKind
from matching.reading.rows import Row

_DEGREE = re.compile(
    r"\b(?:B\.?\s?Sc|M\.?\s?Sc|B\.?A|M\.?A|B\.?Eng|M\.?Eng|Ph\.?\s?D|MBA|B\.?S|M\.?S|B\.?E|B\.?Tech|M\.?Tech)\b\.?"
)


def speaks(text: str) -> bool:
    """Whether a line names a language that people speak."""
    names = heading_words().languages.names
    words = plain(text).split()
    return any(word in names for word in words) or any(f"{a} {b}" in names for a, b in itertools.pairwise(words))


def names_degree(text: str) -> bool:
    """Whether a line names a degree."""
    words = heading_words().degrees
    padded = f" {plain(text)} "
    return bool(_DEGREE.search(text)) or any(f" {word} " in padded for word, level in words.words if level != "diploma")


def names_job(row: Row) -> bool:
    """Whether a row holds a job title with a date in or beside it, and is no degree and no break."""
    words = heading_words()
    rest = plain(_rest(row))
    titled = words.titles.nouns.found_in(rest) and len(rest.split()) <= 9
    return titled and not names_degree(row.text) and not words.organisations.breaks.found_in(rest)


def _rest(row: Row) -> str:
    return " ".join(cell.rest for cell in row.cells)


def kind_by_content(rows: Sequence[Row]) -> SectionKind:
    """The kind that most of the rows speak for; OTHER where they say nothing."""
    if not rows:
        return SectionKind.OTHER
    dated = sum(any(not span.single for span in row.spans) and len(_rest(row).split()) <= 9 for row in rows)
    jobs = sum(names_job(row) for row in rows if not row.line.bullet)
    degrees = sum(names_degree(row.text) for row in rows if not row.line.bullet)
    if degrees and degrees >= jobs:
        return SectionKind.EDUCATION
    if dated and jobs:
        return SectionKind.EXPERIENCE
    certificates = sum(heading_words().certificates.marks.found_in(row.plain) for row in rows)
    if 2 * certificates >= len(rows):
        return SectionKind.CERTIFICATIONS
    spoken = sum(speaks(row.text) and len(row.line.words) <= 6 for row in rows)
    if spoken * 2 > len(rows):
        return SectionKind.LANGUAGES
    return SectionKind.SKILLS if _is_list(rows) else SectionKind.OTHER


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether the rows are a list of short names, not sentences."""
    short = sum(len(row.line.words) <= 4 or row.text.count(",") >= 2 for row in rows)
    sentences = sum(row.text.rstrip().endswith(".") for row in rows)
    return len(rows) >= 3 and short >= 0.7 * len(rows) and not sentences
