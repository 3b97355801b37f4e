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
        ("Currently in Lisbon, Portugal", "Lisbon, Portugal"),
        ("Remote (Galway, Ireland)", "Galway, Ireland"),
        ("Galway, Ireland (Remote)", "Galway, Ireland"),
        ("Remote — Lagos, Nigeria", "Lagos, Nigeria"),
        ("Remote / Berlin", "Berlin"),
        ("Remote | Oslo, Norway", "Oslo, Norway"),
        ("Remote, US", "Remote, US"),
        ("Remote", "Remote"),
        ("2100 København Ø", "København"),
        ("Berlin, Germany (open to relocation)", "Berlin, Germany"),
        ("Berlin, Germany, willing to relocate", "Berlin, Germany"),
        ("CH-8004 Zürich", "Zürich"),
        ("1012 AB Amsterdam", "Amsterdam"),
        ("20 Bay Street, Toronto, ON M5V 2T6, Canada", "Toronto, ON, Canada"),
        ("Rua das Acácias, 120 – Porto, Portugal – 4050-021", "Porto, Portugal"),
        ("Recife, PE – Brasil", "Recife, PE – Brasil"),
        ("Washington, D.C.", "Washington, D.C."),
        ("San Francisco Bay Area", "San Francisco Bay Area"),
        ("Greater Boston Area", "Greater Boston Area"),
        ("Born 12 May 1990 in Graz, Austria", ""),
    ],
)
def test_place_of_the_header(printed: str, place: str) -> None:
    document = page_of(
        f"! Nora Fielding\nBackend Engineer\n{printed}\n\n# Experience\n= Developer, Vale Foods || 2018 - 2020\n"
    )
    contact = find_contact(document, find_sections(document))
    assert contact.place == place
    assert contact.phones == ()  # a postcode is no phone number


@pytest.mark.parametrize(
    ("printed", "phones"),
    [
        ("Lisbon, Portugal – 1200-109 – Tel. 912 345 678", ("912 345 678",)),
        ("São Paulo, SP, 01310-100", ()),
        ("Denver, CO 80202-1234", ()),
        ("Shibuya-ku, Tokyo 150-0002", ()),
        ("Phone 555-0123", ("555-0123",)),
        ("T: +27 21 555 0134  M: +27 82 555 0199", ("+27 21 555 0134", "+27 82 555 0199")),
        ("+49 (0)30 1234567", ("+49 (0)30 1234567",)),
        ("(212) 555-0142 ext. 7", ("(212) 555-0142",)),
        ("1-555-210-1234", ("1-555-210-1234",)),
        ("Passport No. 123456789", ()),
        ("ID: 8001015009087 | Mobile 0171 1234567", ("0171 1234567",)),
        ("0043 660 1234567", ("0043 660 1234567",)),
    ],
)
def test_phones_of_the_header(printed: str, phones: tuple[str, ...]) -> None:
    document = page_of(f"! Nora Fielding\n{printed}\n\n# Experience\n= Developer, Vale Foods || 2018 - 2020\n")
    assert find_contact(document, find_sections(document)).phones == phones
