"""What is missing to the full score, the most valuable first, each with the exact gain and advice that asks for truth."""

from __future__ import annotations

from matching.fit.report import Effort, Gap, GapKind, ProfileMatch, RequirementResult
from matching.knowledge.advice import Advice, advice_for
from matching.knowledge.roles import RoleProfile
from matching.reading.resume import Evidence, Resume

_TIME_TAKES = (GapKind.PARTLY, GapKind.STALE)


def find_gaps(match: ProfileMatch, resume: Resume, profile: RoleProfile) -> tuple[Gap, ...]:
    """Every requirement below full, by points, then group order of the profile, then id (scoring rule 9).

    A gap's points are what the score rises by if it alone is closed: the points of a score are a plain sum, so this is the
    requirement's own open points.
    """
    order = {group.id: place for place, group in enumerate(profile.groups)}
    open_ones = [result for result in match.requirements if result.points < result.out_of]
    ranked = sorted(open_ones, key=lambda r: (r.points - r.out_of, order[r.group], r.id))
    below = {result.id for result in open_ones}
    return tuple(_gap(result, resume, profile, below) for result in ranked)


def _gap(result: RequirementResult, resume: Resume, profile: RoleProfile, below: set[str]) -> Gap:
    kind = result.kind or GapKind.PARTLY
    advice = advice_for(profile.id, result.id, result.name)
    hint = _hint(advice, resume) if kind is GapKind.MISSING else None
    return Gap(
        requirement=result.id,
        name=result.name,
        group=result.group,
        points=result.out_of - result.points,
        kind=kind,
        effort=_effort(advice, kind, profile, result.id),
        advice=advice.texts[kind],
        evidence_hint=advice.evidence,
        wording_hint=advice.wording,
        check_first=advice.check if hint else "",
        after=tuple(id for id in advice.after if id in below),
        evidence=result.evidence or hint or (),
    )


def _effort(advice: Advice, kind: GapKind, profile: RoleProfile, id: str) -> Effort:
    """Years and degrees take as long in part as from nothing."""
    requirement = profile.requirement(id)
    takes_time = kind in _TIME_TAKES and (requirement.years or requirement.degree)
    return advice.efforts[GapKind.MISSING if takes_time else kind]


def _hint(advice: Advice, resume: Resume) -> tuple[Evidence, ...] | None:
    """The places of what suggests that the person may have it already; None where nothing does."""
    skills = {skill.id: skill.mentions[0].evidence if skill.mentions else () for skill in resume.skills}
    deeds = {activity.kind: activity.evidence for activity in reversed(resume.activities)}
    found = [hint for hint in advice.hints if hint in skills or hint in deeds]
    if not found:
        return None
    return tuple(dict.fromkeys(item for id in found[:3] for item in (skills.get(id) or deeds.get(id) or ())))
