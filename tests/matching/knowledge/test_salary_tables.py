"""Salary tables and places: derived figures follow from their formula, places find their area, mistakes are named."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from statistics import NormalDist

import pytest

from matching.knowledge.places import PlaceKind, find_place, fold_place, search_areas
from matching.knowledge.salaries import load_salaries, spread_from_levels, step_for


def test_spread_solves_the_mean_of_the_lowest_third() -> None:
    normal = NormalDist()
    for sigma in (0.2, 0.357, 0.6):
        lowest_third = 3 * normal.cdf(normal.inv_cdf(1 / 3) - sigma)
        assert math.isclose(spread_from_levels(lowest_third * 100_000, 100_000), sigma, rel_tol=1e-9)
    with pytest.raises(ValueError, match="between"):
        spread_from_levels(100, 100)


@pytest.mark.shared
def test_derived_percentiles_equal_the_domain_table(shared: Path) -> None:
    table = shared / "domain" / "salary" / "oflc_2025_26_derived_percentiles_all_areas.csv"
    areas = load_salaries().areas
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found = areas[row["area_code"]].percentiles
            for key in ("p10", "p25", "p50", "p75", "p90"):
                assert abs(getattr(found, key) - float(row[f"{key}_derived"])) <= 100, row["area_name"]


@pytest.mark.shared
def test_guide_phrases_stand_in_the_guides(shared: Path) -> None:
    for figure in load_salaries().guides:
        assert figure.phrase in (shared / "seeds" / figure.guide).read_text("utf-8")


def test_all_530_areas_have_rising_percentiles() -> None:
    areas = load_salaries().areas
    assert len(areas) == 530
    for area in areas.values():
        points = area.percentiles
        assert 0 < points.p10 < points.p25 < points.p50 < points.p75 < points.p90


def test_steps_cover_every_amount_once() -> None:
    tables = load_salaries()
    assert step_for(tables.experience, 0).ratio < step_for(tables.experience, 7).ratio == 1.0
    assert step_for(tables.company_size, 1_000_000).ratio > 1
    with pytest.raises(ValueError, match="no step"):
        step_for(tables.company_size, 0)


@pytest.mark.parametrize(
    ("written", "area"),
    [
        ("Chicago, IL", "Chicago-Naperville-Elgin, IL-IN"),
        ("Palo Alto, California", "San Jose-Sunnyvale-Santa Clara, CA"),
        ("Brooklyn, NY", "New York-Newark-Jersey City, NY-NJ"),
        ("Bellevue, WA", "Seattle-Tacoma-Bellevue, WA"),
        ("Bay Area", "San Francisco-Oakland-Fremont, CA"),
        ("NYC", "New York-Newark-Jersey City, NY-NJ"),
        ("Washington, D.C.", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Portland, ME", "Portland-South Portland, ME"),
        ("Portland", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("austin tx", "Austin-Round Rock-San Marcos, TX"),
        ("St. Louis, MO", "St. Louis, MO-IL"),
        ("Saint Paul, Minnesota", "Minneapolis-St. Paul-Bloomington, MN-WI"),
        ("New York, NY 10001", "New York-Newark-Jersey City, NY-NJ"),
        ("Dublin, OH", "Columbus, OH"),
        ("Winston-Salem, NC", "Winston-Salem, NC"),
        ("Ft. Worth, TX", "Dallas-Fort Worth-Arlington, TX"),
        ("San Francisco Bay Area, USA", "San Francisco-Oakland-Fremont, CA"),
        ("Seattle, WA | USA", "Seattle-Tacoma-Bellevue, WA"),
        ("Boise, Idaho", "Boise City, ID"),
        ("Vancouver, WA", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("Louisville, CO", "Boulder, CO"),
    ],
)
def test_a_place_finds_its_area(written: str, area: str) -> None:
    found = find_place(written)
    assert found.area is not None
    assert found.area.name == area


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", PlaceKind.UNKNOWN),
        ("Springfield", PlaceKind.UNKNOWN),
        ("Remote", PlaceKind.NATIONAL),
        ("Texas", PlaceKind.NATIONAL),
        ("Paris, TX", PlaceKind.NATIONAL),
        ("United States", PlaceKind.NATIONAL),
        ("Paris", PlaceKind.ABROAD),
        ("London, UK", PlaceKind.ABROAD),
        ("Toronto, ON", PlaceKind.ABROAD),
        ("Vancouver, BC", PlaceKind.ABROAD),
        ("10115 Berlin", PlaceKind.ABROAD),
        ("Kraków, Polska", PlaceKind.ABROAD),
        ("San Jose, Costa Rica", PlaceKind.ABROAD),
        ("Tbilisi, Georgia", PlaceKind.ABROAD),
        ("Cambridge, UK", PlaceKind.ABROAD),
        ("İstanbul", PlaceKind.ABROAD),
    ],
)
def test_places_without_an_area_are_told_apart(written: str, kind: PlaceKind) -> None:
    found = find_place(written)
    assert found.kind is kind
    assert found.reason


def test_folding_a_place() -> None:
    assert fold_place(" Ste.  Geneviève ") == "ste genevieve"
    assert fold_place("Washington D.C.") == "washington dc"


def test_search_ranks_nicknames_and_beginnings_first() -> None:
    assert search_areas("nyc")[0].name == "New York-Newark-Jersey City, NY-NJ"
    assert search_areas("palo")[0].name == "San Jose-Sunnyvale-Santa Clara, CA"
    assert len(search_areas("")) == 20
    assert search_areas("no such place") == ()
