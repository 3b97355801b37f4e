"""Holds a résumé against a role profile: points for each requirement, with the sentence and the places they stand on."""

from __future__ import annotations

from collections.abc import Mapping

from matching.fit.report import GroupResult, ProfileMatch, RequirementResult, State, VariantResult
from matching.fit.strength import Scales
from matching.fit.verdict import Verdict, judge
from matching.knowledge.market import market_skills
from matching.knowledge.roles import Requirement, RoleProfile
from matching.reading.resume import Resume

_FULL = 1000
_MOST_EVIDENCE = 12


def match_profile(
    resume: Resume, profile: RoleProfile, variant: str | None = None, *, uncertain: bool = False, missing_pages: bool = False
) -> ProfileMatch:
    """Points of a résumé under a role, by the rules and values of its profile.

    Args:
        variant: another weighting of the role, by id.
        uncertain: columns may have been mixed in reading; `missing_pages`: pages could not be read. Both widen `high`.

    Raises ValueError for an unknown variant. Pure: equal arguments give equal results.
    """
    out_of = profile.out_of(variant)
    scales = Scales(resume, profile, uncertain or missing_pages)
    verdicts = {r.id: judge(r, resume, profile, scales) for r in profile.requirements}
    groups = tuple(
        GroupResult(
            group.id,
            group.name,
            tuple(_result(r, verdicts[r.id], out_of[r.id]) for r in profile.requirements if r.group == group.id),
        )
        for group in profile.groups
    )
    variants = tuple(VariantResult(v.id, v.name, _score(verdicts, profile.out_of(v.id)), v.sources) for v in profile.variants)
    market = tuple((skill.id, skill.name, skill.id in scales.found) for skill in market_skills())
    return ProfileMatch(profile.id, profile.name, profile.edition, variant or "", groups, variants, market)


def best_variant(match: ProfileMatch) -> VariantResult | None:
    """The variant with the highest score, the first of equals; None for a role without variants."""
    return max(match.variants, key=lambda v: v.score, default=None)


def points(out_of: int, strength: int) -> int:
    """Tenths: `out_of` times a strength in thousandths, rounded half up (scoring rule 1)."""
    return (2 * out_of * strength + _FULL) // (2 * _FULL)


def _score(verdicts: Mapping[str, Verdict], out_of: Mapping[str, int]) -> int:
    return sum(points(out_of[id], verdict.strength) for id, verdict in verdicts.items())


def _result(requirement: Requirement, verdict: Verdict, out_of: int) -> RequirementResult:
    earned = points(out_of, verdict.strength)
    return RequirementResult(
        id=requirement.id,
        name=requirement.name,
        group=requirement.group,
        points=earned,
        out_of=out_of,
        strength=verdict.strength,
        state=State.NOT_FOUND if not verdict.strength else State.MET if earned == out_of else State.PARTLY,
        kind=None if earned == out_of else verdict.kind,
        why=verdict.why(out_of, earned),
        evidence=verdict.evidence[:_MOST_EVIDENCE],
        sources=requirement.sources,
        low_points=points(out_of, verdict.low),
        high_points=points(out_of, verdict.high),
        fulfilled_by=verdict.ids,
    )
