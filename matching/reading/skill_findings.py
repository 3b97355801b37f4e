"""Puts the mentions of each skill together: its best place, its time, and what follows from it by the skill book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matching.knowledge.skills import Implication, SkillBook
from matching.months import MonthSpan
from matching.reading.resume import How, Mention, Position, SkillFinding
from matching.reading.skill_places import rank
from matching.reading.skill_time import spans_of, time_of

_HOW = (How.EXACT, How.ALIAS, How.FUZZY, How.IMPLIED)


def assemble(
    mentions: Mapping[str, Sequence[Mention]], positions: Sequence[Position], book: SkillBook
) -> tuple[SkillFinding, ...]:
    """The findings of a résumé.

    Args:
        mentions: by skill id, in reading order; each has at least one.
        positions: the jobs that `Mention.position` counts.
        book: what follows from what.

    Returns the skills that are named, in the order of `mentions`, then those that only follow from them.
    """
    direct = _direct(mentions, positions, book)
    spans = {id: spans_of(found, positions) for id, found in mentions.items()}
    return _with_implied(direct, spans, book)


def _direct(
    mentions: Mapping[str, Sequence[Mention]], positions: Sequence[Position], book: SkillBook
) -> dict[str, SkillFinding]:
    """A finding for each skill that is named."""
    found = {}
    for id, own in mentions.items():
        skill = book.skills[id]
        how = min((m.how for m in own), key=_HOW.index)
        where = min((m.where for m in own), key=rank)
        months, last = time_of(spans_of(own, positions))
        read_as = next((m.evidence[0].text for m in own if m.how is How.FUZZY), "") if how is How.FUZZY else ""
        found[id] = SkillFinding(id, skill.name, skill.category, how, where, months, last, tuple(own), read_as=read_as)
    return found


def _with_implied(
    direct: Mapping[str, SkillFinding], spans: Mapping[str, frozenset[MonthSpan]], book: SkillBook
) -> tuple[SkillFinding, ...]:
    """The direct findings, those that follow from others knowing so and inheriting time; then what only follows."""
    children: dict[str, list[tuple[Implication, SkillFinding]]] = {}
    for finding in direct.values():
        for implication in book.implications.get(finding.id, ()):
            children.setdefault(implication.parent, []).append((implication, finding))
    for pairs in children.values():
        pairs.sort(key=lambda pair: len(pair[0].via))
    found = []
    for finding in direct.values():
        found.append(_inherited(finding, children.get(finding.id, []), spans))
    for id, pairs in children.items():
        if id not in direct:
            skill = book.skills[id]
            mentions = tuple(
                Mention(m.evidence, m.where, How.IMPLIED, m.position) for _, child in pairs for m in child.mentions
            )
            where = min((m.where for m in mentions), key=rank)
            base = SkillFinding(id, skill.name, skill.category, How.IMPLIED, where, 0, None, mentions)
            found.append(_inherited(base, pairs, spans))
    return tuple(found)


def _inherited(
    finding: SkillFinding, pairs: Sequence[tuple[Implication, SkillFinding]], spans: Mapping[str, frozenset[MonthSpan]]
) -> SkillFinding:
    """A finding with the time of its children: seven years of Django are seven years of Python."""
    if not pairs:
        return finding
    own = spans.get(finding.id, frozenset()).union(*(spans.get(child.id, frozenset()) for _, child in pairs))
    months, last = time_of(own)
    # The best link to any child decides; "is_a" is better than "written_in".
    relation = min((implication.relation for implication, _ in pairs), key=("is_a", "written_in").index)
    return SkillFinding(
        finding.id,
        finding.name,
        finding.category,
        finding.how,
        finding.where,
        months,
        last,
        finding.mentions,
        tuple(dict.fromkeys(child.id for _, child in pairs)),
        relation,
        finding.read_as,
    )
