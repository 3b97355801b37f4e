"""Finds the skills of a résumé: names in their true sense, each with its places, its time, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matching.knowledge.senses import SenseBook, load_senses
from matching.knowledge.skills import SkillBook
from matching.months import YearMonth
from matching.reading.atoms import AtomReader
from matching.reading.document import Document
from matching.reading.negation import Scopes
from matching.reading.notices import other_language
from matching.reading.resume import (
    Certification,
    How,
    Mention,
    Position,
    RejectedMention,
    Section,
    SectionKind,
    SkillFinding,
    Where,
)
from matching.reading.senses import Judge
from matching.reading.skill_findings import assemble
from matching.reading.skill_matches import Match, find_matches
from matching.reading.skill_places import Places
from matching.reading.typos import find_typos

# Kinds of sections in which no misspelt name is looked for: names of people and places stand there.
_NO_TYPOS = (SectionKind.HEADER, SectionKind.REFERENCES, SectionKind.EDUCATION, SectionKind.LANGUAGES, SectionKind.INTERESTS)


@dataclass(frozen=True, slots=True)
class SkillsFound:
    """The skills of a résumé, direct ones first in reading order, then implied ones; and the words that are none."""

    skills: tuple[SkillFinding, ...]
    rejected: tuple[RejectedMention, ...]


def find_skills(
    document: Document,
    sections: Sequence[Section],
    positions: Sequence[Position],
    certifications: Sequence[Certification],
    book: SkillBook,
    as_of: YearMonth,
) -> SkillsFound:
    """All skills of a résumé with evidence.

    Args:
        document, sections, positions, certifications: the résumé as read so far.
        book: the skills that are known.
        as_of: the month of the reading; positions are resolved against it already.

    Returns the accepted skills and the refused mentions, each with the place it stands on.
    """
    rules = load_senses()
    reader = AtomReader(document)
    places = Places(reader, sections, positions, certifications, rules)
    matches = find_matches(reader.atoms, book, rules)
    judge = Judge(reader.atoms, matches, book, rules, places.in_skills, places.is_head)
    for match in matches:
        kind = book.skills[match.spelling.skill].kind
        match.reason = places.blocked(match, judge.context.company(match))
        if not match.reason:
            match.reason = places.too_wide(match, kind, judge.context.is_item(match))
            match.wide = bool(match.reason)
    judge.decide()
    matches = sorted((*matches, *_typos(reader, places, matches, book, rules)), key=lambda match: match.start)
    _turn_round(reader, matches, rules)
    mentions = _mentions(reader, places, matches, book, rules)
    _add_certificates(mentions, certifications, book)
    return SkillsFound(assemble(mentions, positions, book), _rejected(reader, matches, book))


def _typos(reader: AtomReader, places: Places, matches: Sequence[Match], book: SkillBook, rules: SenseBook) -> list[Match]:
    lines = reader.document.lines
    usable = [
        places.kind_of(i) not in _NO_TYPOS and i not in places.headings and i not in places.names for i in range(len(lines))
    ]
    heads = {line for p in places.positions for line in p.lines if line not in p.bullets}
    return find_typos(reader.atoms, matches, book, rules, [ok and i not in heads for i, ok in enumerate(usable)])


def _turn_round(reader: AtomReader, matches: Sequence[Match], rules: SenseBook) -> None:
    """Refuse the mentions that are denied, wished for or about other people."""
    scopes = Scopes(reader.atoms, matches, rules, other_language(reader.document))
    for match in matches:
        if match.accepted:
            match.reason = scopes.reason(match)
    for match in matches:
        match.accepted = match.accepted and not match.reason


def _mentions(
    reader: AtomReader, places: Places, matches: Sequence[Match], book: SkillBook, rules: SenseBook
) -> dict[str, list[Mention]]:
    """The accepted mentions by skill id, in reading order."""
    found: dict[str, list[Mention]] = {}
    for match in matches:
        if match.accepted:
            where, position = places.where(match)
            how = How.FUZZY if match.fuzzy else How(match.spelling.how)
            mention = Mention(reader.evidence(match.start, match.stop), where, how, position)
            found.setdefault(match.spelling.skill, []).append(mention)
            _add_named_within(found, reader, match, mention, book, rules)
    return found


def _add_named_within(
    found: dict[str, list[Mention]],
    reader: AtomReader,
    match: Match,
    mention: Mention,
    book: SkillBook,
    rules: SenseBook,
) -> None:
    """A longer name that begins with another skill's name names that one, too: "AWS Fargate" says AWS."""
    for stop in range(match.start + 1, match.stop):
        key = " ".join(atom.text for atom in reader.atoms[match.start : stop])
        for spelling in book.spellings.get(key, ()):
            if spelling.skill in rules.named_within and spelling.skill != match.spelling.skill:
                inner = Mention(reader.evidence(match.start, stop), mention.where, How(spelling.how), mention.position)
                found.setdefault(spelling.skill, []).append(inner)


def _add_certificates(mentions: dict[str, list[Mention]], certifications: Sequence[Certification], book: SkillBook) -> None:
    """A certificate is evidence of its subjects, also where its name does not hold theirs ("CKA")."""
    for certificate in certifications:
        for skill in certificate.skills:
            known = mentions.get(skill, [])
            if skill not in book.skills or not certificate.evidence or any(m.where is Where.CERTIFICATE for m in known):
                continue
            mention = Mention(certificate.evidence, Where.CERTIFICATE, How.ALIAS)
            mentions.setdefault(skill, []).append(mention)


def _rejected(reader: AtomReader, matches: Sequence[Match], book: SkillBook) -> tuple[RejectedMention, ...]:
    """The refused mentions in reading order, with reason and place; one for each line and skill. Wide fields named in passing
    are left out: they are no mistake, only no skill."""
    found: dict[tuple[str, int, str], RejectedMention] = {}
    for match in matches:
        if match.accepted or not match.reason or match.wide:
            continue
        evidence = reader.evidence(match.start, match.stop)[0]
        line = reader.atoms[match.start].line
        skill = book.skills[match.spelling.skill]
        found.setdefault((skill.id, line, match.reason), RejectedMention(evidence.text, skill.id, match.reason, evidence))
    return tuple(found.values())
