"""From a place as written to the official wage area it lies in. Facts in `resources/salaries/places.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from matching.errors import FactError
from matching.knowledge.salaries import Area, load_salaries

_FILE = "salaries/places.toml"


class PlaceKind(StrEnum):
    """What is known of a place: an area, only the country, a place abroad, or nothing."""

    AREA = "area"
    NATIONAL = "national"
    ABROAD = "abroad"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written and what it was found to be; `reason` says how, in half a sentence."""

    written: str
    kind: PlaceKind
    area: Area | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of places: cities by (folded name, state), nicknames of areas, states, names abroad."""

    cities: Mapping[tuple[str, str], str]
    city_codes: Mapping[str, tuple[str, ...]]
    nicknames: Mapping[str, str]
    unstated: Mapping[str, str]
    states: Mapping[str, str]
    state_names: Mapping[str, str]
    remote: tuple[str, ...]
    country: frozenset[str]
    abroad: frozenset[str]
    abroad_cities: frozenset[str]
    country_codes: frozenset[tuple[str, str]]
    around_states: re.Pattern[str]
    no_place: re.Pattern[str]


def fold_place(text: str) -> str:
    """A place's name without case, accents, dots and double spaces, "St." and "Ft." written out."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ı", "i").replace("ø", "o"))
    text = "".join(c for c in text if not unicodedata.combining(c)).replace(".", " ").replace("’", "'")
    text = re.sub(r"\s+", " ", re.sub(r"[()]", " ", text)).strip()
    text = re.sub(r"\bst\b(?= \w)", "saint", text)
    text = re.sub(r"\bft\b(?= \w)", "fort", text)
    # "d c" and "u s a" were dotted
    return re.sub(r"\b(\w) (?=\w\b)", r"\1", text)


@cache
def load_gazetteer() -> Gazetteer:
    """Read and check the place names. Raises FactError naming file, entry and key."""
    raw = tomllib.loads((files("resources") / _FILE).read_text("utf-8"))
    areas = load_salaries().areas
    states: dict[str, str] = dict(raw["states"])
    cities = _cities(areas, raw["suburbs"], states)
    codes: dict[str, list[str]] = {}
    for (city, _), code in cities.items():
        if code not in codes.setdefault(city, []):
            codes[city].append(code)
    for code in [*raw["nicknames"], *raw["unstated"].values()]:
        if code not in areas:
            raise FactError(_FILE, "nicknames or unstated", code, "is no area")
    return Gazetteer(
        cities=cities,
        city_codes={city: tuple(found) for city, found in codes.items()},
        nicknames={fold_place(name): code for code, names in raw["nicknames"].items() for name in names},
        unstated={fold_place(name): code for name, code in raw["unstated"].items()},
        states=states,
        state_names={
            **{fold_place(name): code for code, names in raw["state_abbreviations"].items() for name in names},
            **{fold_place(name): code for code, name in states.items()},
        },
        remote=tuple(raw["remote"]["words"]),
        country=frozenset(fold_place(name) for name in raw["united_states"]["names"]),
        abroad=frozenset(fold_place(name) for key in ("countries", "regions") for name in raw["abroad"][key]),
        abroad_cities=frozenset(fold_place(name) for name in raw["abroad"]["cities"]),
        country_codes=frozenset((fold_place(n), code) for code, listed in raw["country_codes"].items() for n in listed),
        around_states=_around(raw["state_parts"]["before"], raw["state_parts"]["after"]),
        no_place=re.compile(rf"\b(?:{'|'.join(re.escape(fold_place(word)) for word in raw['no_place']['words'])})(?!\w)"),
    )


def _cities(
    areas: Mapping[str, Area], suburbs: Mapping[str, Mapping[str, list[str]]], states: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """The area's code for each city and its state: those in the areas' names first, then the suburbs. Raises FactError."""
    cities: dict[tuple[str, str], str] = {}
    for area in areas.values():
        for city, state in _cities_of(area.name):
            cities.setdefault((fold_place(city), state), area.code)
    for code, by_state in suburbs.items():
        if code not in areas:
            raise FactError(_FILE, f"suburbs.{code}", "code", "is no area")
        for state, names in by_state.items():
            if state not in states:
                raise FactError(_FILE, f"suburbs.{code}", state, "is no state")
            for name in names:
                cities.setdefault((fold_place(name), state), code)
    return cities


def _around(before: list[str], after: list[str]) -> re.Pattern[str]:
    """What may stand around a state's name without making it a city."""
    return re.compile(f"^(?:{'|'.join(map(re.escape, before))}) | (?:{'|'.join(map(re.escape, after))})$")


def _cities_of(area_name: str) -> list[tuple[str, str]]:
    """(city, state) pairs in an area's official name, such as "Portland-Vancouver-Hillsboro, OR-WA"."""
    if "nonmetropolitan" in area_name or ", " not in area_name:
        return []
    names, _, states = area_name.rpartition(", ")
    parts = [part for part in re.split(r"--?|/", names) if part]
    pairs = [(names, state) for state in states.split("-")]
    for city in parts:
        short = re.sub(r" (Town|County|City)$", "", city) if city in ("Amherst Town", "Barnstable Town", "Boise City") else city
        pairs += [(short.removeprefix("Urban "), state) for state in states.split("-")]
    return pairs


def find_place(written: str) -> Place:
    """The area that a place as written lies in.

    A city is looked up with its state where one is written; a name that several states share needs one, but for a few
    large cities. A state alone, "remote" or nothing gives the country as a whole (scoring rule 11).
    """
    names = load_gazetteer()
    parts = _parts(written, names)
    if not parts:
        return Place(written, PlaceKind.UNKNOWN, reason="no place is known")
    whole = " ".join(parts)
    if code := _part_of_state(whole, names):
        return Place(written, PlaceKind.NATIONAL, reason=f"only the state {names.states[code]} is known, not the area")
    parts = _split_trailing_state(parts, names)
    state = next((s for part in reversed(parts) if (s := _state_of(part, names, alone=part == parts[0]))), "")
    found = _city_area(parts, state, names)
    if found and not _abroad(parts, state, names):
        return Place(written, PlaceKind.AREA, load_salaries().areas[found], f"“{written}” lies in this official area")
    if _abroad(parts, state, names):
        return Place(written, PlaceKind.ABROAD, reason=f"“{written}” lies outside the United States")
    if any(word in whole for word in names.remote):
        return Place(written, PlaceKind.NATIONAL, reason="remote work has no area of its own")
    if state:
        return Place(written, PlaceKind.NATIONAL, reason=f"only the state {names.states[state]} is known, not the area")
    if any(part in names.country for part in parts):
        return Place(written, PlaceKind.NATIONAL, reason="only the country is known")
    return Place(written, PlaceKind.UNKNOWN, reason=f"no official area is known for “{written}”")


def _part_of_state(whole: str, names: Gazetteer) -> str:
    """The state of which a part is written and nothing nearer: "Upstate New York", "Washington State"."""
    if whole in names.nicknames or whole in names.state_names:
        return ""
    return names.state_names.get(names.around_states.sub("", whole), "")


_CODES = re.compile(r"\b(\d{4,5}(-\d{4})?|[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)\b")  # postal codes


def _parts(written: str, names: Gazetteer) -> list[str]:
    """The parts of a place as written, folded, without postal codes and words that are no place."""
    parts = [fold_place(part) for part in re.split(r"[,;|/·•–—()]| - ", written)]
    parts = [names.no_place.sub("", _CODES.sub("", part)).strip(" :-") for part in parts]
    return [re.sub(r"\s+", " ", part) for part in parts if part]


def _split_trailing_state(parts: list[str], names: Gazetteer) -> list[str]:
    """Part "austin tx" without a comma into city and state; names that are cities as they stand stay whole."""
    split: list[str] = []
    for part in parts:
        head, _, tail = part.rpartition(" ")
        if head and part not in names.city_codes and part not in names.nicknames and part not in names.state_names:
            if tail.upper() in names.states and (head, tail.upper()) in names.cities:
                split += [head, tail]
                continue
            long = next((n for n in names.state_names if part.endswith(" " + n)), "")
            if long:
                split += [part.removesuffix(long).strip(), long]
                continue
        split.append(part)
    return split


def _state_of(part: str, names: Gazetteer, *, alone: bool) -> str:
    if part in names.state_names and not (alone and part in ("washington", "new york")):
        return names.state_names[part]
    return part.upper() if len(part) == 2 and part.upper() in names.states and not (alone and part == "la") else ""


def _city_area(parts: list[str], state: str, names: Gazetteer) -> str:
    if (whole := " ".join(parts)) in names.nicknames:
        return names.nicknames[whole]
    for part in parts if state else reversed(parts):  # without a state the larger unit says more: "Williamsburg, Brooklyn"
        for name in _forms(part):
            if state and (name, state) in names.cities:
                return names.cities[name, state]
            if name in names.nicknames:
                return names.nicknames[name]
            if not state:
                if name in names.unstated:
                    return names.unstated[name]
                codes = names.city_codes.get(name, ())
                if len(codes) == 1:
                    return codes[0]
    return ""


_AROUND_CITIES = re.compile(
    r"^(greater|metro|metropolitan|downtown|midtown|uptown|central) | (metropolitan|metro|metroplex|city|area|region|county)$"
)


def _forms(part: str) -> list[str]:
    """A part of a place as it may stand in the tables: as written, without "Greater" and "Area", the first of two cities."""
    bare = part
    while (shorter := _AROUND_CITIES.sub("", bare)) != bare:
        bare = shorter
    return list(dict.fromkeys([part, bare, bare.split("-")[0].strip()]))


def _abroad(parts: list[str], state: str, names: Gazetteer) -> bool:
    """Whether a country, region or city abroad is written; a state or "USA" beside it outweighs a city's name."""
    american = any(part in names.country for part in parts)
    if american:
        return False
    if any(part in names.abroad and part != "georgia" for part in parts[1:] or parts):
        # "ON" and "BC" are regions abroad; no state has these letters.
        return True
    if any((part, state) in names.country_codes for part in parts):
        return True
    if any(_foreign_code(part, names) for part in parts[1:]):
        return True
    if not state and any(form in names.abroad_cities for part in parts for form in _forms(part)) and not _known(parts, names):
        return True
    if state and not (state == "GA" and parts[0] in names.abroad_cities):  # Georgia is a state and a country
        return False
    return parts[0] in names.abroad_cities or " ".join(parts) in names.abroad_cities or ", ".join(parts) in names.abroad_cities


def _known(parts: list[str], names: Gazetteer) -> bool:
    """Whether a part after the first is a place in the United States by its name alone ("London Bridge, Bay Area")."""
    return any(form in names.nicknames or form in names.unstated for part in parts[1:] for form in _forms(part))


def _foreign_code(part: str, names: Gazetteer) -> bool:
    """Whether a part is two letters that are no state of the United States: the code of another country ("Girona, ES")."""
    return len(part) == 2 and part.isalpha() and part.upper() not in names.states and part not in names.nicknames


def search_areas(text: str, most: int = 20) -> tuple[Area, ...]:
    """Areas for a search box: those whose name or city begins with the words typed first, then those that contain them."""
    wanted = fold_place(text)
    areas = load_salaries().areas
    names = load_gazetteer()
    if not wanted:
        return tuple(sorted(areas.values(), key=lambda a: a.name)[:most])
    ranked: dict[str, tuple[int, str]] = {}
    for nickname, code in names.nicknames.items():
        if nickname.startswith(wanted):
            ranked[code] = min(ranked.get(code, (9, "")), (0, areas[code].name))
    for (city, state), code in names.cities.items():
        if f"{city} {state.casefold()}".startswith(wanted) or f"{city}, {state.casefold()}".startswith(wanted):
            ranked[code] = min(ranked.get(code, (9, "")), (1, areas[code].name))
    for area in areas.values():
        if wanted in fold_place(area.name):
            ranked.setdefault(area.code, (2, area.name))
    return tuple(areas[code] for code, _ in sorted(ranked.items(), key=lambda item: item[1])[:most])
