"""Some four hundred places as people write them: suburbs, boroughs, metros, postal codes, states, and the same names abroad."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.knowledge.places import PlaceKind, find_place
from matching.knowledge.salaries import load_salaries

_TABLE = tomllib.loads((Path(__file__).parents[2] / "data" / "places.toml").read_text("utf-8"))
_AREAS = [(written, area) for area, listed in _TABLE["areas"].items() for written in listed]
_KINDS = [(written, kind) for kind, listed in _TABLE["kinds"].items() for written in listed]


@pytest.mark.parametrize(("written", "area"), _AREAS)
def test_a_place_as_people_write_it_lies_in_its_area(written: str, area: str) -> None:
    found = find_place(written)
    assert found.area is not None, found
    assert found.area.name == area


@pytest.mark.parametrize(("written", "kind"), _KINDS)
def test_a_place_without_an_area_is_told_apart(written: str, kind: str) -> None:
    found = find_place(written)
    assert (found.kind, found.area) == (PlaceKind(kind), None)
    assert found.reason


def test_the_first_city_of_every_metropolitan_area_is_found() -> None:
    areas = [a for a in load_salaries().areas.values() if ", " in a.name and "nonmetropolitan" not in a.name]
    assert len(areas) > 380
    lost = []
    for area in areas:
        cities, _, states = area.name.rpartition(", ")
        city = cities if cities.startswith("Winston-Salem") else cities.split("-")[0].split("/")[0]
        city = city.removesuffix(" Town").removeprefix("Urban ")
        found = find_place(f"{city}, {states.split('-')[0]}")
        if found.area is not area:
            lost.append((city, area.name, found))
    assert lost == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_some_kind_of_place(written: str) -> None:
    found = find_place(written)
    assert (found.area is not None) == (found.kind is PlaceKind.AREA)
    assert found.reason
