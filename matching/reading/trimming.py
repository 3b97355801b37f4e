"""Texts without their dates, durations and the separators that are left at their ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.reading.dates import DateSpan

_DURATION = re.compile(
    r"\(?\s*(?:\d+\s*(?:years?|yrs?\.?|months?|mos?\.?|jahre?|monate?|ans?|mois|años?|meses|anos?)[\s,]*)+\)?", re.IGNORECASE
)
_END_DURATION = re.compile(rf"^{_DURATION.pattern}$|[|(·,:–-]\s*{_DURATION.pattern}$|\({_DURATION.pattern}\)", re.IGNORECASE)
EDGES = " \t*|,;:•·–—-‐‑−/~⋄∙◦"


def without_spans(text: str, spans: Sequence[DateSpan]) -> str:
    """`text` without the dates, and without durations and separators at its ends."""
    for span in reversed(spans):
        text = text[: span.begin] + " | " + text[span.stop :] if span.begin > 0 else text[span.stop :]
    text = re.sub(r"\(\s*\|?\s*\)", " ", _END_DURATION.sub("", text))
    return trimmed(re.sub(r"\s+", " ", text).replace("| |", "|"))


def trimmed(text: str) -> str:
    """`text` without separators at its ends; a bracket goes only where its other half is missing."""
    text = text.strip(EDGES)
    while True:
        if text.endswith((")", "]")) and text.count(text[-1]) > text.count("(["[")]".index(text[-1])]):
            text = text[:-1].rstrip(EDGES)
        elif (text.startswith(("(", "[")) and text.count(text[0]) > text.count(")]"["([".index(text[0])])) or text.startswith(
            (")", "]")
        ):
            text = text[1:].lstrip(EDGES)
        elif text.endswith(("(", "[")):
            text = text[:-1].rstrip(EDGES)
        else:
            return text


def is_duration(text: str) -> bool:
    """Whether a text says how long something lasted and nothing else: "2 yrs 3 mos"."""
    return _DURATION.fullmatch(text.strip()) is not None
