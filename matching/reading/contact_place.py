"""Where the person lives, as written: "Chicago, IL", "Galway, Ireland", from the lines about the person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.knowledge.headings import heading_words, plain
from matching.reading.document import Document
from matching.reading.place_names import is_place
from matching.reading.rows import line_cells

_STRONG = re.compile(r"\s*(?:\||•|·|⋄|∙|◦|~|\s/{1,2}\s|;|\s(?=(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|co)/))\s*")
_CODE = re.compile(
    r"\b(?:[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]\d[\dW]\s?[A-Z\d]{4}|(?:[A-Z]{1,3}-)?\d{4}\s[A-Z]{2}(?=\s[A-Z])|(?:[A-Z]{1,3}-)?\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3}|\d{3}\s\d{2}(?!\s?\d)|[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?)\b"
)
_LABEL = re.compile(r"^(?:[^\W\d_]+[-\w]*\s){0,2}?(?P<label>[^\W\d_]+(?: in)?)\s*:\s*", re.UNICODE)
_BASED = re.compile(r"(?:(?:currently )?(?:based|living|located|resident)|currently) in\s+(?=[^\W\d_])", re.IGNORECASE)
_BORN = re.compile(
    r"\b(?:born|birth|geboren|geburtsort|née?|naissance|nacid[oa]|nacimiento|nascid[oa]|nascimento)\b", re.IGNORECASE
)
_MOVES = re.compile(
    r"[\s,;(–—-]+(?:open|willing|able|ready|happy|prepared)\s+(?:to|for)\s+(?:relocat|move|travel)\w*[^,;)]*\)?", re.IGNORECASE
)
_REMOTE = re.compile(r"(?P<before>[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+)?)\s*(?:\(|,|/|\s[–—-]\s|:)\s*(?P<place>[^()]+)\)?")
_CONTACT = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\+?\(?\d[\d ().\-–]{6,}\d")


def find_place(document: Document, own: Sequence[int], name: str) -> str:
    """The first thing in the lines about the person that is a place; a labelled address before others; "" where none is."""
    lines = document.lines
    pieces: list[tuple[bool, str]] = []
    for i in own:
        for cell in line_cells(lines[i].words, lines[i].size):
            pieces += _pieces(cell.text)
    own_words = {plain(name), *plain(name).split()}  # a name on two lines may begin with a town's: "Sofia" / "Lindqvist"
    pieces = [(labelled, text) for labelled, text in pieces if text and plain(text) not in own_words]
    remote = ""
    for wanted in (True, False):
        for number, (labelled, text) in enumerate(pieces):
            if labelled is wanted and (place := place_in(text, labelled)):
                if plain(place) in heading_words().places.remote:
                    remote = remote or place  # said only where no town is
                    continue
                town = _town(pieces[number - 1][1]) if number and plain(place) in heading_words().places.names else ""
                country = (
                    pieces[number + 1][1] if number + 1 < len(pieces) and plain(place) in heading_words().places.cities else ""
                )
                if plain(country) in heading_words().places.names:
                    return f"{place}, {country}"
                return f"{town}, {place}" if town else place
    return remote


def _pieces(text: str) -> list[tuple[bool, str]]:
    """The parts of a cell, each with whether a label such as "Address:" stands before it."""
    result = []
    for part in _STRONG.split(text):
        found = _LABEL.match(part)
        labelled = bool(found and plain(found["label"]) in heading_words().places.labels)
        first = plain(part).split(" ", 1)[0]
        bare = part[found.end() :] if found and labelled else part
        if not labelled and first in {"address", "location", "anschrift", "adresse", "wohnort"} and " " in part.strip():
            labelled, bare = True, part.strip().split(" ", 1)[1]
        if not labelled and (based := _BASED.match(part.strip())):
            labelled, bare = True, part.strip()[based.end() :]
        around = [piece.strip(" ,;:-–—") for piece in _CONTACT.split(bare)]
        result += [(labelled, piece) for piece in around if piece] or [(labelled, "")]
    return result


def place_in(text: str, labelled: bool = False) -> str:
    """The place at the end of an address, without street and postcode; "" where the text ends in none."""
    text = _MOVES.sub("", text).strip()
    if (alone := _without_remote(text)) != text and (place := place_in(alone, labelled)):
        return place
    if (
        heading_words().organisations.schools.found_in(plain(text))
        or len(text) > 90
        or _ends_sentence(text)
        or _BORN.search(text)
    ):
        return ""
    parts = [part for piece in _between_signs(_without_district(text)) if (part := _CODE.sub("", piece).strip(" -–/"))]
    parts = [_without_quarter(part) for part in parts if not re.fullmatch(r"[\d\W]+", part)]
    if not parts:
        return ""
    for start in range(len(parts)):
        tail = ", ".join(parts[start:])
        if not re.search(r"\d", tail) and is_place(tail) and len(parts) - start <= 3:
            return _short(parts[start:])
    return parts[-1] if labelled and not re.search(r"\d", parts[-1]) and len(parts[-1].split()) <= 3 else ""


def _between_signs(text: str) -> list[str]:
    """The parts of an address between commas, and between dashes where the whole is no place ("120 – Porto", "PE – Brasil")."""
    pieces = re.split(r",\s*", text)
    return [part for piece in pieces for part in ([piece] if is_place(piece) else re.split(r"\s[–—]\s", piece))]


def _without_quarter(text: str) -> str:
    """A city without the letters of its postal district: "København Ø"."""
    found = re.fullmatch(r"(.{3,})\s[A-ZØ]{1,2}", text)
    return found[1] if found and plain(found[1]) in heading_words().places.cities and not is_place(text) else text


def _ends_sentence(text: str) -> bool:
    """Whether a full stop ends `text`, and not an abbreviation ("Washington, D.C.")."""
    return text.rstrip().endswith(".") and not re.search(r"\b[A-Z]\.[A-Z]\.$", text.rstrip())


def _without_remote(text: str) -> str:
    """`text` as the town alone where "Remote" stands beside it: "Remote (Galway, Ireland)", "Galway, Ireland (Remote)"."""
    remote = heading_words().places.remote
    found = _REMOTE.fullmatch(text)
    if found and plain(found["before"]) in remote:
        return found["place"].strip()
    found = re.fullmatch(r"(.+?)\s*(?:\(|,|/|\s[–—-]\s)\s*([^()/,]+)\)?", text)
    return found[1].strip() if found and plain(found[2]) in remote else text


def _without_district(text: str) -> str:
    """`text` with "Dublin 8 Éire/Ireland" as "Dublin, Ireland": no number behind a known city, one name for a country."""
    words = heading_words().places

    def city(found: re.Match[str]) -> str:
        return f"{found[1]}, " if plain(found[1]) in words.cities else found[0]

    def country(found: re.Match[str]) -> str:
        both = plain(found[1]) in words.names and plain(found[2]) in words.names
        return found[2] if both else found[0]

    named = re.sub(r"([^\W\d_]{3,})/([^\W\d_]{3,})", country, text)
    return re.sub(r"([^\W\d_]{3,})\s\d{1,2}(?=,|\s|$)\s*,?\s*", city, named).strip(" ,")


def _short(parts: Sequence[str]) -> str:
    """City and what follows; a district before a city that is known falls away."""
    cities = heading_words().places.cities
    if len(parts) == 3 and plain(parts[1]) in cities:
        return ", ".join(parts[1:])
    return ", ".join(parts)


def _town(text: str) -> str:
    """The town of an address line with a postcode ("9718 DL G-Town")."""
    bare = _without_district(text.strip())
    if bare != text.strip() and plain(bare) in heading_words().places.cities:
        return bare
    found = re.fullmatch(
        r"(?:[A-Z]{1,2}-)?(?:\d{4,6}|\d{2}-\d{3}|\d{3}\s\d{2})(?:\s[A-Z]{2})?\s+([A-ZÄÖÜÉ][\w .\-’']+)", text.strip()
    )
    return found[1] if found else ""
