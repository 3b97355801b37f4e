"""Who the résumé is about and how to reach them: name, e-mails, phones, links, place, all as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.reading.contact_name import find_name
from matching.reading.contact_place import find_place
from matching.reading.document import Document, Line
from matching.reading.resume import Contact, Evidence, Section, SectionKind

_EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9_][\w.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\w-])")
_PHONE = re.compile(
    r"(?<![\w@/.,-])(?:\(?\+\s?\(?\d{1,3}\)?|\(\d{2,5}\)|1(?=[\s.-]\(?[2-9]\d\d\)?[\s.-])|\d{2,5})"
    r"(?:(?:[\s./\-–‑()]{0,2}|\s[/–-]\s)\d{1,5}){2,7}(?![\w@/])"
)
_LINK = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s|,;()<>]+|www\.[^\s|,;()<>]+|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|co|de|fr|es|uk|br|eu|ch|at|app|ai|info|example)"
    r"(?:/[^\s|,;()<>]*)?)(?![\w@])",
    re.IGNORECASE,
)
_MOST_PLACE_WORDS = 6
_FAX = re.compile(r"\b(?:fax|telefax)\b\W*$", re.IGNORECASE)
_POSTCODE = re.compile(r"\d{4}-\d{3}|\d{5}-\d{3,4}|\d{3}-\d{4}")  # Portugal, Brazil and the USA, Japan
_CALLED = re.compile(
    r"\b(?:t|p|m|c|tel|tél|telefon[eo]?|téléphone|teléfono|telephone|phone|ph|mobile?|móvil|mob|cell|celular|call|handy|gsm|fon|portable|telem[oó]vel|whatsapp)\b\W{0,3}$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(  # what such words call a number is no phone
    r"\b(?:passport|reisepass|personalausweis|passeport|pasaporte|id|dni|nie|nif|cpf|cnpj|rg|ssn|tax|vat|zip|plz|visa|licen[cs]e|membership"
    r"|registration|matrikel\w*|credential|orcid)\b(?:\s*(?:no|nr|number|card|code|id))?\W{0,4}$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:18|19|20)\d\d\s*[-–/.]\s*(?:(?:18|19|20)\d\d|\d\d)")


def find_contact(document: Document, sections: Sequence[Section]) -> Contact:
    """Contact details from the header, from parts headed as contact, from page headers and footers; e-mails from anywhere but
    references where none stands there. Other people's details are not taken."""
    lines = document.lines
    own = contact_lines(document, sections)
    emails, phones, links, proof = _details(lines, own)
    if not emails:
        anywhere = _own_lines_elsewhere(document, sections)
        emails, beside, _, more = _details(lines, [i for i in anywhere if "@" in lines[i].text])
        proof += more
        own = sorted({*own, *more, *_beside(lines, more)})
        phones = phones or beside
    if not phones:
        _, phones, _, _ = _details(lines, _own_lines_elsewhere(document, sections)[:12])
    name, name_line = find_name(document, sections, own, emails)
    place = find_place(document, own, name)
    if name_line is not None:
        proof.insert(0, name_line)
    found = [i for i in proof if i < len(lines)]
    evidence = tuple(_line_evidence(lines[i]) for i in dict.fromkeys(found))
    return Contact(
        name=name,
        emails=tuple(emails),
        phones=tuple(phones),
        links=tuple(links),
        place=place,
        evidence=evidence,
        in_furniture=bool(found) and all(lines[i].furniture for i in found),
    )


def _beside(lines: Sequence[Line], found: Sequence[int]) -> set[int]:
    """Short lines right above and below lines with an e-mail, as in a block of contact details at the foot of a page."""
    near = {(i, j) for i in found for j in (i - 1, i + 1) if 0 <= j < len(lines)}
    return {
        j
        for i, j in near
        if lines[i].page == lines[j].page
        and len(lines[j].words) <= _MOST_PLACE_WORDS
        and abs(lines[i].box[1] - lines[j].box[1]) < 2 * lines[i].size
    }


def contact_lines(document: Document, sections: Sequence[Section]) -> list[int]:
    """Lines that are about the person: header, contact parts, page headers and footers; in reading order."""
    chosen = {index for section in sections if section.kind is SectionKind.HEADER for index in section.lines}
    chosen |= {
        section.heading_line for section in sections if section.kind is SectionKind.HEADER and section.heading_line is not None
    }
    chosen |= {i for i, line in enumerate(document.lines) if line.furniture}
    return sorted(chosen)


def _own_lines_elsewhere(document: Document, sections: Sequence[Section]) -> list[int]:
    others = {SectionKind.REFERENCES, SectionKind.PUBLICATIONS, SectionKind.PROJECTS}
    away = {index for section in sections if section.kind in others for index in section.lines}
    return [i for i in range(len(document.lines)) if i not in away]


def _details(lines: Sequence[Line], chosen: Sequence[int]) -> tuple[list[str], list[str], list[str], list[int]]:
    """E-mails, phones, links and the lines they stand in; each once, in reading order."""
    emails: dict[str, str] = {}
    phones: dict[str, str] = {}
    links: dict[str, str] = {}
    proof: list[int] = []
    for i in chosen:
        before = len(emails) + len(phones) + len(links)
        text = lines[i].text
        for email in _EMAIL.findall(text):
            emails.setdefault(email.casefold(), email)
        for phone in phones_in(text):
            phones.setdefault(re.sub(r"\D", "", phone)[-9:], phone)
        for link in _links(lines[i]):
            links.setdefault(link.casefold().removeprefix("https://").removeprefix("http://").rstrip("/"), link)
        if len(emails) + len(phones) + len(links) > before:
            proof.append(i)
    return list(emails.values()), list(phones.values()), list(links.values()), proof


def phones_in(text: str) -> list[str]:
    """Phone numbers of a line: 7 to 15 digits, no years, no figures of an address; fax numbers are left out."""
    found = []
    bare = _EMAIL.sub(" ", re.sub(r"https?://\S+|www\.\S+", " ", text))
    for match in _PHONE.finditer(bare):
        number = match[0].strip(" .-–")
        if "(" in number[1:] and not number.startswith(("+", "(")):
            number = number[number.index("(") :]
        digits = re.sub(r"\D", "", number)
        least = 7 if number[0] in "+(" or re.search(r"[A-Za-z☎]\W{0,3}$", bare[: match.start()]) else 9
        if not least <= len(digits) <= 15 or _YEARS.search(number) or _FAX.search(bare[: match.start()]):
            continue
        if _NUMBERED.search(bare[: match.start()]):
            continue
        if (
            _POSTCODE.fullmatch(number)
            and re.search(r"\w", bare[: match.start()])
            and not _CALLED.search(bare[: match.start()])
        ):
            continue  # behind the name of a town
        if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", number) or (re.fullmatch(r"\d+", number) and len(digits) < 9):
            continue
        found.append(number if number.count("(") == number.count(")") else number.replace("(", "").replace(")", ""))
    return found


def _links(line: Line) -> list[str]:
    """Printed addresses of a line and the targets of its links, without e-mail and phone."""
    text = _EMAIL.sub(" ", line.text)
    printed = [link.rstrip(".,;:") for link in _LINK.findall(text)]
    targets = [word.link for word in line.words if word.link.startswith(("http://", "https://"))]
    return [*printed, *targets]


def _line_evidence(line: Line) -> Evidence:
    return Evidence(line.page, line.box, line.text, line.text)
