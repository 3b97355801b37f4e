"""How the words of a résumé are parted for matching: addresses, list signs, clauses and broken lines."""

from __future__ import annotations

import pytest

from matching.reading.atoms import Atom, AtomReader, is_address
from tests.matching.reading.resume_texts import Made


def _atoms(text: str) -> tuple[Atom, ...]:
    return AtomReader(Made(text).document).atoms


@pytest.mark.parametrize(
    "word", ["me@python.example", "github.com/name", "https://go.dev", "www.rust.org", "java.example.org,", "name.me"]
)
def test_addresses_are_no_prose(word: str) -> None:
    assert is_address(word)
    assert [atom.text for atom in _atoms(f"see {word} there")] == ["see", "there"]


@pytest.mark.parametrize(
    "word", ["Node.js", "ASP.NET", ".NET", "(.NET)", "VB.NET,", "Vue.js/React", "D3.js", "3.11", "6.x", "e.g.", "Django."]
)
def test_names_with_dots_are_prose(word: str) -> None:
    assert not is_address(word)


def test_signs_part_clauses_and_sentences() -> None:
    atoms = _atoms("- Built Java; then Go. Rust, C")
    assert [atom.text for atom in atoms] == ["built", "java", "then", "go", "rust", "c"]
    assert [atom.clause - atoms[0].clause for atom in atoms] == [0, 0, 1, 1, 2, 2]
    assert [atom.opens for atom in atoms] == [True, False, False, False, True, False]
    assert [atom.listed for atom in atoms] == [False, False, True, False, False, True]


def test_names_reach_over_full_lines_only() -> None:
    full = _atoms("- Moved all of the nightly work to SQL\nServer at last and for good")
    assert not next(atom for atom in full if atom.text == "server").breaks
    short = _atoms("SQL\nServer of the whole large northern department store")
    assert next(atom for atom in short if atom.text == "server").breaks


def test_evidence_is_cut_to_the_name() -> None:
    reader = AtomReader(Made("- Wrote Java/Kotlin, daily").document)
    index = next(i for i, atom in enumerate(reader.atoms) if atom.text == "kotlin")
    (evidence,) = reader.evidence(index, index + 1)
    assert (evidence.text, evidence.quote) == ("Kotlin", "• Wrote Java/Kotlin, daily")
