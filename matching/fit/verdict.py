"""How well a résumé meets one requirement: the best of what the requirement lists, before any weight is known."""

from __future__ import annotations

from dataclasses import dataclass

from matching.fit import wording
from matching.fit.report import GapKind
from matching.fit.strength import Place, Scales, Shown
from matching.knowledge.roles import Requirement, RoleProfile
from matching.reading.resume import Evidence, Resume, SkillFinding

_FULL = 1000
_DEGREES = ("bachelor", "master", "phd")
_WEAK = (Place.LISTED, Place.CLAIMED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Strength in thousandths with its range, and what it stands on; `stale_after` and `months` serve the sentence."""

    strength: int
    low: int
    high: int
    best: Shown | None
    second: Shown | None = None
    several: int = 0
    stale_after: int = 0
    months: tuple[int, int] | None = None  # worked, asked for
    work: str = ""
    undated: bool = False
    ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def kind(self) -> GapKind:
        """What kind of gap is left (scoring rule 9)."""
        if not self.strength or (self.best is None and self.months is None):
            return GapKind.MISSING
        if self.best and self.best.place in _WEAK:
            return GapKind.LISTED_ONLY
        return GapKind.STALE if self.best and self.best.place is Place.STALE else GapKind.PARTLY

    def why(self, out_of: int, earned: int) -> str:
        """One sentence with the numbers."""
        if self.months:
            worked, asked = self.months
            return wording.years(worked, asked, self.work, self.strength, out_of, earned, self.undated)
        if self.best is None:
            return wording.nothing(out_of)
        if self.several:
            return wording.two_skills(self.best, self.second, self.several, self.strength, out_of, earned, self.stale_after)
        return wording.sentence(self.best, out_of, earned, self.stale_after)


def judge(requirement: Requirement, resume: Resume, profile: RoleProfile, scales: Scales) -> Verdict:
    """The verdict on one requirement."""
    if requirement.years:
        return _years(requirement.years, resume, profile.work)
    skills = _skills(requirement, scales)
    options = skills + _other_options(requirement, resume, profile, scales)
    stale_after = profile.strengths.stale_after
    if not options:
        return Verdict(0, 0, 0, None, stale_after=stale_after)
    if requirement.several:
        return _two(skills, requirement.several, stale_after)
    ordered = sorted(options, key=_strongest_first)
    ids = tuple(dict.fromkeys(id for option in ordered for id in option.ids))
    return Verdict(
        ordered[0].strength, max(o.low for o in options), max(o.high for o in options), ordered[0],
        stale_after=stale_after, ids=ids, evidence=_evidence(ordered),
    )  # fmt: skip


def _strongest_first(shown: Shown) -> tuple[int, bool]:
    """Of equals, what is written goes before what follows from it: PostgreSQL before "relational databases"."""
    return -shown.strength, bool(shown.from_skill)


def _evidence(ordered: list[Shown]) -> tuple[Evidence, ...]:
    """One item of each thing that counts first, then the rest: what is cut off at the end is never a whole thing."""
    firsts = [item for shown in ordered for item in shown.evidence[:1]]
    return tuple(dict.fromkeys([*firsts, *(item for shown in ordered for item in shown.evidence)]))


def _skills(requirement: Requirement, scales: Scales) -> list[Shown]:
    """What the skills of a requirement show, in the order it lists them, those of its categories after."""
    found = scales.found
    listed = [found[id] for id in requirement.skills if id in found]
    kin = sorted((s for s in found.values() if s.category in requirement.categories and s not in listed), key=_by_id)
    shown = [scales.skill(finding) for finding in (*listed, *kin)]
    for less in requirement.less:
        weaker = [scales.skill(found[id]) for id in less.skills if id in found]
        shown += [s.at_most(less.most) for s in weaker if s]
    return [s for s in shown if s]


def _by_id(finding: SkillFinding) -> str:
    return finding.id


def _two(skills: list[Shown], several: int, stale_after: int) -> Verdict:
    """The best skill earns all but the share `several`; the second best earns that."""
    ordered = sorted(skills, key=_strongest_first)

    def both(strengths: list[int]) -> int:
        first, second = [*sorted(strengths, reverse=True), 0, 0][:2]
        return (first * (_FULL - several) + second * several) // _FULL

    return Verdict(
        both([s.strength for s in skills]), both([s.low for s in skills]), both([s.high for s in skills]),
        ordered[0] if ordered else None, ordered[1] if len(ordered) > 1 else None, several, stale_after,
        ids=tuple(s.ids[0] for s in ordered), evidence=_evidence(ordered),
    )  # fmt: skip


def _other_options(requirement: Requirement, resume: Resume, profile: RoleProfile, scales: Scales) -> list[Shown]:
    """What deeds, the degree and certificates show."""
    options = [scales.deeds(requirement.deeds, requirement.name.lower())] if requirement.deeds else []
    if requirement.degree:
        options += _degree(resume, profile)
    if requirement.certificates:
        options += [_other(requirement.certificates, c.name, c.evidence) for c in resume.certifications if c.skills]
    if requirement.courses:
        related = [e for e in resume.education if e.related and e.finished and e.level in _DEGREES]
        options += [_other(requirement.courses, "A degree in computing, as a course in it", e.evidence) for e in related]
    return [option for option in options if option]


def _other(strength: int, label: str, evidence: tuple[Evidence, ...]) -> Shown:
    return Shown(strength, strength, strength, Place.OTHER, (), label, evidence)


def _degree(resume: Resume, profile: RoleProfile) -> list[Shown]:
    """Strengths of the degrees held, and of long work in their place (scoring rule 6)."""
    rules = profile.degree
    options = []
    for education in resume.education:
        if education.level in _DEGREES:
            full = rules.related if education.related else rules.other_field
            strength = full if education.finished else min(full, rules.studying)
            state = "" if education.finished else ", not finished yet"
            subject = f" in {education.field}" if education.field else ""
            options.append(_other(strength, f"{_LEVEL_NAMES[education.level]}{subject}{state}", education.evidence))
    asked = max((r.years for r in profile.requirements), default=0)
    if asked and (resume.months_backend or 0) >= 12 * asked:
        options.append(_other(rules.equivalent, f"At least {asked} years of {profile.work} in place of a degree", ()))
    return options


_LEVEL_NAMES = {"bachelor": "A bachelor's degree", "master": "A master's degree", "phd": "A doctorate"}


def _years(asked: int, resume: Resume, work: str) -> Verdict:
    """Months of the role's work against those asked for; jobs without dates count nothing and leave the upper end open."""
    worked, needed = resume.months_backend or 0, 12 * asked
    strength = (2 * _FULL * min(worked, needed) + needed) // (2 * needed)
    undated = any(resume.positions[i].backend for i in resume.undated_positions)
    evidence = tuple(item for p in resume.positions if p.backend and p.span for item in p.evidence)
    return Verdict(
        strength, strength, _FULL if undated else strength, None,
        months=(worked, needed), work=work, undated=undated, evidence=evidence,
    )  # fmt: skip
