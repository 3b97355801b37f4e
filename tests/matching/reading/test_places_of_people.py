"""Where a person lives, from address lines of several layouts."""

from __future__ import annotations

import pytest

from matching.reading.contact import find_contact
from matching.reading.sections import find_sections
from tests.matching.reading.structure_pages import page_of


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Leipzig", "Leipzig"),
        ("Galway | nora@example.org", "Galway"),
        ("12 Strawberry Hill, Dublin 8 Éire/Ireland", "Dublin, Ireland"),
        ("Address: Dublin 2, Ireland", "Dublin, Ireland"),
        ("12 Main Street\nDublin 4\nIreland", "Dublin, Ireland"),
        ("8 Fitzwilliam Square, Dublin 2, D02 X1Y2, Ireland", "Dublin, Ireland"),
        ("nora@example.org || Amiens, France", "Amiens, France"),
        ("80000 Amiens\nFrance", "Amiens, France"),
        ("Based in Tampere", "Tampere"),
    ],
)
def test_place_of_the_header(printed: str, place: str) -> None:
    document = page_of(
        f"! Nora Fielding\nBackend Engineer\n{printed}\n\n# Experience\n= Developer, Vale Foods || 2018 - 2020\n"
    )
    assert find_contact(document, find_sections(document)).place == place
