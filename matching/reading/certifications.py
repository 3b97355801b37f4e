"""Certificates, with issuer, year and the skills they are evidence of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import find_spans
from matching.reading.document import Document
from matching.reading.place_names import is_place
from matching.reading.resume import Certification, Evidence, Section, SectionKind
from matching.reading.rows import Row, find_rows
from matching.reading.sections import section_rows
from matching.reading.trimming import without_spans

_EDGES = " \t|,;:•·–—-‐‑()[]/~."
_MOST_WORDS = 16
_LABEL = re.compile(r"\s*([^:]{3,40}?)\s*:\s+(\S.*)")
# What is left of "issued May 2021, expires May 2024" where the dates, here a bar or the end, are out of the text.
_DATED = re.compile(
    r"\W*\b(?:issued|obtained|earned|awarded|acquired|completed|expire[sd]|expir(?:y|ation)(?: date)?|valid|renewed"
    r"|erworben|ausgestellt|gültig|obtenue?|délivrée?|valable|obtenid[oa]|expedid[oa]|emitid[oa]|válid[oa])"
    r"(?:\s+(?:on|in|from|until|till|through|bis|am|en|em|le|jusqu.en|hasta|até))?\s*:?\s*(?:\||$).*$",
    re.IGNORECASE,
)
_HYPHENS = ("-", "‐", "‑", "\u00ad")  # at the end of a row, where a word goes on in the next


def find_certifications(document: Document, sections: Sequence[Section]) -> tuple[Certification, ...]:
    """Certificates in reading order: what stands in parts headed so, and elsewhere only lines with a well-known mark."""
    rows = find_rows(document)
    rights = _right_edges(rows.rows)
    found: list[Certification] = []
    for section in sections:
        members = section_rows(rows, section)
        if section.kind is SectionKind.CERTIFICATIONS:
            found += _headed(members, rights)
        elif section.kind in {SectionKind.EDUCATION, SectionKind.OTHER, SectionKind.SKILLS, SectionKind.AWARDS}:
            for row in members:
                labelled = _LABEL.match(row.text)
                if labelled and heading_words().sections.phrases.get(plain(labelled[1])) == SectionKind.CERTIFICATIONS:
                    found += [_certificate(row, name) for name in _listed(labelled[2])]
                elif _marked(row):
                    found.append(_certificate(row, _name(row)))
    seen: dict[str, Certification] = {}
    for certificate in found:
        seen.setdefault(plain(certificate.name), certificate)
    return tuple(seen.values())


def _right_edges(rows: Sequence[Row]) -> dict[tuple[int, int], float]:
    """By page and column: where its longest row ends, in points."""
    edges: dict[tuple[int, int], float] = {}
    for row in rows:
        place = (row.line.page, row.line.column)
        edges[place] = max(edges.get(place, 0.0), row.x1)
    return edges


def _headed(members: Sequence[Row], rights: Mapping[tuple[int, int], float]) -> list[Certification]:
    """The certificates of a part headed so: each row or list item that names one, wrapped lines joined. `rights`: where the
    columns end."""
    result: list[Certification] = []
    open_row: Row | None = None
    bold = [row for row in members if row.bold]
    if 2 <= len(bold) < len(members) or (bold and bold[0] is members[0] and len(members) > 1):
        members = bold
    for row in members:
        if open_row is not None and result and _wraps(open_row, row, rights[row.line.page, row.line.column]):
            last = result.pop()
            name = _joined(open_row, last.name, _name(row))
            result.append(_certificate(row, name, last))
            open_row = row
            continue
        open_row = None
        for name in _names(row, members):
            result.append(_certificate(row, name))
            open_row = row
    return result


def _listed(text: str) -> list[str]:
    """The names behind a label ("Certifications: CKA, AWS Certified Developer"), parted at commas and semicolons."""
    parts = re.split(r"\s*[;,|]\s+(?![^(]*\))", text)
    return [name for part in parts if (name := _tidy(re.sub(r"[\s,|]+\)", ")", without_spans(part, find_spans(part)))))]


def _names(row: Row, members: Sequence[Row]) -> list[str]:
    """Names of certificates in a row; several where cells or semicolons part them, or commas behind a label."""
    labelled = _LABEL.match(row.text)
    if labelled and (kind := heading_words().sections.phrases.get(plain(labelled[1]))):
        return _listed(labelled[2]) if kind == SectionKind.CERTIFICATIONS else []
    pieces = [cell.rest for cell in row.cells if cell.rest and not is_place(cell.rest)]
    if len(pieces) > 1 and not all(_is_certificate(piece, row, members) for piece in pieces):
        pieces = pieces[:1] if _is_certificate(pieces[0], row, members) else pieces[-1:]
    pieces = [part for piece in pieces for part in re.split(r"\s*;\s+|\s+•\s+", piece)]
    return [name for piece in pieces if _is_certificate(piece, row, members) and (name := _tidy(piece))]


def _is_certificate(text: str, row: Row, members: Sequence[Row]) -> bool:
    """Whether a piece names a certificate and not its issuer, a sentence, a driving licence or a degree."""
    words = heading_words().certificates
    bare = plain(text)
    if (
        not bare
        or len(bare.split()) > _MOST_WORDS
        or words.refused.found_in(bare)
        or (text.rstrip().endswith(".") and len(bare.split()) > 6)
    ):
        return False
    if any(" " in plain(name) and plain(name) == bare for name, _, _ in words.issuers):
        return False
    if words.words.found_in(bare) or words.marks.found_in(bare):
        return True
    return not _is_issuer(bare) and not _belongs_to_above(row, members)


def _is_issuer(bare: str) -> bool:
    words = heading_words().certificates
    return any(listed.is_whole(bare) or plain(name) == bare for name, listed, _ in words.issuers)


def _belongs_to_above(row: Row, members: Sequence[Row]) -> bool:
    """Whether a row without a certificate's word is a further line of an entry: issuer, date or detail below a name.

    Where lines of nothing but dates stand between names, a name is what follows such a line.
    """
    place = next((i for i, other in enumerate(members) if other.index == row.index), 0)
    if place == 0 or row.line.bullet:
        return False
    above = members[place - 1]
    if sum(_only_dates(other) for other in members) >= 2:
        return not _only_dates(above)
    return above.line.block == row.line.block and ((above.bold and not row.bold) or above.size > row.size + 0.3)


def _only_dates(row: Row) -> bool:
    return all(cell.only_dates for cell in row.cells)


def _wraps(above: Row, row: Row, right: float) -> bool:
    """Whether `row` goes on with the name in the row above it; `right` is where their column ends."""
    if row.index != above.index + 1:  # something else stands between them
        return False
    if row.line.bullet or above.line.block != row.line.block or abs(above.size - row.size) > 0.3 or above.bold != row.bold:
        return False
    hyphen = above.text.rstrip().endswith(_HYPHENS)
    unfinished = above.text.rstrip().endswith((",", " in", " of", " for", " and", " &", ":", "–"))
    bracket = row.text.startswith("(") or row.text[:1].islower()
    first = row.line.words[0].box
    full = above.x1 + 0.2 * row.size + first[2] - first[0] > right and not above.spans and len(above.line.words) >= 2
    below = (
        len(row.line.words) <= 4 and row.line.gap_before < 0.45 and not heading_words().certificates.marks.found_in(row.plain)
    )
    return hyphen or unfinished or bracket or (full and below and not _is_issuer(row.plain))


def _joined(above: Row, first: str, second: str) -> str:
    """A name that goes on in the next row; `above` is the row it began in, as printed."""
    text = above.text.rstrip()
    if text.endswith(_HYPHENS) and not text.endswith(" -"):
        return first.rstrip("".join(_HYPHENS)) + second
    sign = {",": ",", ":": ":", "–": " –", "—": " —", "-": " -"}.get(text[-1:], "")  # lost where the name was tidied
    return f"{first}{'' if first.endswith(text[-1:]) else sign} {second}".strip()


def _name(row: Row) -> str:
    return _tidy(" ".join(cell.rest for cell in row.cells if cell.rest and not is_place(cell.rest)))


def _tidy(text: str) -> str:
    text = _DATED.sub("", re.sub(r"\(\s*\)|https?://\S+", "", text)).strip(" \t|,;:•·–—/~")
    return re.sub(r"\s{2,}", " ", text)


def _marked(row: Row) -> bool:
    """Whether a row outside a part about certificates is one: short, with a well-known mark."""
    words = heading_words().certificates
    begins = row.plain.split(" ", 1)[0] in {
        "certificate",
        "certified",
        "certification",
        "zertifikat",
        "certificado",
        "certificat",
    }
    return len(row.line.words) <= 10 and not row.line.bullet and (begins or words.marks.found_in(row.plain))


def _certificate(row: Row, name: str, begun: Certification | None = None) -> Certification:
    words = heading_words().certificates
    bare = plain(name)
    issuer = next((who for who, listed, _ in words.issuers if listed.found_in(bare)), "")
    skills = tuple(skill for skill, listed in words.evidence if listed.found_in(bare))
    years = [point.year for span in row.spans if (point := span.start or span.end)]
    evidence = Evidence(row.line.page, row.line.box, row.text, row.text)
    before = begun.evidence if begun else ()
    return Certification(name, issuer, years[0] if years else (begun.year if begun else None), (*before, evidence), skills)
