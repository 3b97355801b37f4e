"""The name of the person, whatever its parts: particles, capitals, suffixes, degrees, pronouns, one word, another script."""

from __future__ import annotations

import pytest

from matching.reading.contact import find_contact
from matching.reading.sections import find_sections
from tests.matching.reading.structure_pages import page_of

_REST = """
Backend Engineer
hello@example.org | +44 20 7946 0999 | Leeds, UK

# Experience
= Backend Engineer, Harrow Tiles Ltd, Leeds || Mar 2018 - Nov 2020
* Wrote stock services in Java.
"""


def _name_in(first: str) -> str:
    document = page_of(f"{first}{_REST}")
    return find_contact(document, find_sections(document)).name


@pytest.mark.parametrize("mark", ["! ", ""], ids=["large", "small"])
@pytest.mark.parametrize(
    "name",
    [
        "Muhammad ibn Yusuf al-Rashid",
        "Maria da Silva e Souza",
        "Juan Carlos de los Santos y Ortega",
        "Nguyễn Thị Minh Khai",
        "Siobhán O'Connor-Smythe",
        "MARIA DA SILVA E SOUZA",
        "Jean-Luc d'Alembert",
        "Siti Nurhaliza binti Tarudin",
        "T. J. Okonkwo",
        "Иван Петров",
    ],
)
def test_every_part_of_the_name_is_kept(name: str, mark: str) -> None:
    assert _name_in(f"{mark}{name}") == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Tom Field, PhD", "Tom Field"),
        ("Anna Berg (she/her)", "Anna Berg"),
        ("Prof. Dr. Hans-Peter von der Heide", "Hans-Peter von der Heide"),
        ("Chidi Anagonye, MBA, CISSP", "Chidi Anagonye"),
        ("Nora “Nell” Field", "Nora Field"),
    ],
)
def test_what_stands_round_the_name_is_left_out(printed: str, name: str) -> None:
    assert _name_in(f"! {printed}") == name


@pytest.mark.parametrize("name", ["Suharto", "李小龙"])
def test_a_name_of_one_word_in_large_print(name: str) -> None:
    assert _name_in(f"! {name}") == name
