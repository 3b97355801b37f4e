"""How strongly a résumé shows a skill or a deed, in thousandths: by where and when (scoring rules 3, 4 and 10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from matching.knowledge.roles import RoleProfile, Strengths
from matching.reading.resume import Activity, Evidence, How, Mention, Resume, SkillFinding, Where
from matching.reading.text import letters_only

_JOBLIKE = (Where.EXPERIENCE, Where.PROJECT)


class Place(StrEnum):
    """Where something stands, as far as its strength depends on it."""

    RECENT = "recent"
    STALE = "stale"
    UNDATED = "undated"
    PROJECT = "project"
    CERTIFICATE = "certificate"
    LISTED = "listed"
    SHOWN = "shown"
    ONCE = "once"
    CLAIMED = "claimed"
    ELSEWHERE = "elsewhere"
    OTHER = "other"  # degree, years: not a place on the page


@dataclass(frozen=True, slots=True)
class Shown:
    """How strongly one thing is shown: thousandths, with the range that uncertain reading leaves.

    `ids` are the skill or activity ids that count, `label` their names for people, `count` the sentences of a deed and
    `figure` whether one holds a number; `implied` says that another skill stands for it (`from_skill` names that one)."""

    strength: int
    low: int
    high: int
    place: Place
    ids: tuple[str, ...]
    label: str
    evidence: tuple[Evidence, ...] = ()
    count: int = 1
    figure: bool = False
    from_skill: str = ""
    written_in: bool = False

    def at_most(self, most: int) -> Shown:
        """The same with a ceiling in thousandths."""
        return replace(self, strength=min(self.strength, most), low=min(self.low, most), high=min(self.high, most))


class Scales:
    """Weighs mentions and deeds of one résumé by the strengths of one role.

    Args:
        missing: pages are missing or columns may be mixed, so that what is only listed may be shown where nobody could read
            (scoring rule 10).
    """

    def __init__(self, resume: Resume, profile: RoleProfile, missing: bool) -> None:
        self._resume = resume
        self._rules: Strengths = profile.strengths
        self._missing = missing
        self._found = {skill.id: skill for skill in resume.skills}
        self._latest = _latest_end(resume)
        self._in_field = _jobs_in_field(resume, profile)

    @property
    def found(self) -> dict[str, SkillFinding]:
        """The skills of the résumé by id."""
        return self._found

    def skill(self, finding: SkillFinding) -> Shown | None:
        """The best of a skill's own mentions and of the skills that stand for it; None where only negative ones are left."""
        own = [m for m in finding.mentions if m.how is not How.IMPLIED and not m.negative]
        options = [self._mention(finding, m) for m in own]
        less = self._rules.written_in_less if finding.relation == "written_in" else 0
        for name, mentions in self._standing_for(finding):
            options += [self._mention(finding, m, less, name) for m in mentions]
        return _best(options)

    def _standing_for(self, finding: SkillFinding) -> list[tuple[str, list[Mention]]]:
        """The mentions of skills that imply `finding`, through all of them, with their names."""
        seen, queue, result = {finding.id}, list(finding.implied_by), []
        while queue:
            child = self._found.get(queue.pop(0))
            if child is None or child.id in seen:
                continue
            seen.add(child.id)
            queue += child.implied_by
            result.append((child.name, [m for m in child.mentions if m.how is not How.IMPLIED and not m.negative]))
        if not any(mentions for _, mentions in result):
            carried = [m for m in finding.mentions if m.how is How.IMPLIED and not m.negative]
            result.append((", ".join(finding.implied_by), carried))
        return result

    def _mention(self, finding: SkillFinding, mention: Mention, less: int = 0, from_skill: str = "") -> Shown:
        strength, low, high, place = self._by_place(mention)
        return Shown(
            strength - less, low - less, high - less, place, (finding.id,), finding.name, mention.evidence,
            from_skill=from_skill, written_in=bool(less),
        )  # fmt: skip

    def _by_place(self, mention: Mention) -> tuple[int, int, int, Place]:
        rules = self._rules
        position = None if mention.position is None else self._resume.positions[mention.position]
        if mention.where is Where.EXPERIENCE and position and position.span:
            if self._latest - (position.span.stop - 1) <= rules.stale_after:
                return rules.recent, rules.recent, rules.recent, Place.RECENT
            return rules.stale, rules.stale, rules.stale, Place.STALE
        if mention.where is Where.EXPERIENCE and position:  # an undated job: maybe long ago, maybe now
            return rules.undated, rules.listed, rules.recent, Place.UNDATED
        if mention.where is Where.EXPERIENCE:
            return rules.undated, rules.undated, rules.undated, Place.UNDATED
        if mention.where is Where.PROJECT:
            return rules.undated, rules.undated, rules.undated, Place.PROJECT
        if mention.where is Where.CERTIFICATE:
            return rules.undated, rules.undated, rules.undated, Place.CERTIFICATE
        return rules.listed, rules.listed, rules.recent if self._missing else rules.listed, Place.LISTED

    def deeds(self, kinds: tuple[str, ...], label: str) -> Shown | None:
        """What was done of these kinds, all sentences together; None where nothing was found."""
        found = [a for a in self._resume.activities if a.kind in kinds]
        if not found:
            return None
        done = [a for a in found if a.where in _JOBLIKE and self._counts(a)]
        elsewhere = [a for a in found if a.where in _JOBLIKE and not self._counts(a)]
        rules = self._rules
        claimed = [a for a in found if a.where not in _JOBLIKE]
        if done:
            full = len(_sentences(done)) > 1 or any(a.has_figure for a in done)
            strength, place, used = (rules.deed_shown, Place.SHOWN, done) if full else (rules.deed_once, Place.ONCE, done)
        elif claimed:
            strength, place, used = rules.deed_claimed, Place.CLAIMED, claimed
        else:
            strength, place, used = rules.deed_elsewhere, Place.ELSEWHERE, elsewhere
        high = rules.deed_shown if self._missing and place is Place.CLAIMED else strength
        return Shown(
            strength, strength, high, place, tuple(dict.fromkeys(a.kind for a in used)), label,
            _evidence(used), len(_sentences(used)), any(a.has_figure for a in used),
        )  # fmt: skip

    def _counts(self, activity: Activity) -> bool:
        """Whether it was done in a job of this field, or in a project."""
        if activity.where is Where.PROJECT:
            return True
        if activity.position is None:
            return bool(self._in_field)
        return activity.position in self._in_field


def _latest_end(resume: Resume) -> int:
    """The last month of the person's own latest dated job; 0 where no job has a date."""
    if resume.latest_end is not None:
        return resume.latest_end
    return max((p.span.stop - 1 for p in resume.positions if p.span), default=0)


def _jobs_in_field(resume: Resume, profile: RoleProfile) -> frozenset[int]:
    """The jobs that are the role's work by themselves, or by the tools and deeds in their lines whatever their title; what
    stands in no job counts as job -1."""
    asked = [profile.requirement(id) for id in profile.field.requirements]
    named: dict[int, set[str]] = {}
    for skill in resume.skills:
        met = {r.id for r in asked if skill.id in r.skills or skill.category in r.categories}
        for mention in skill.mentions if met else ():
            if mention.where in _JOBLIKE and not mention.negative:
                named.setdefault(-1 if mention.position is None else mention.position, set()).update(met)
    for activity in resume.activities:
        if activity.kind in profile.field.deeds and activity.where in _JOBLIKE:
            named.setdefault(-1 if activity.position is None else activity.position, set()).add(f"deed {activity.kind}")
    jobs = {i for i, position in enumerate(resume.positions) if position.backend}
    return frozenset(jobs | {i for i, met in named.items() if len(met) >= profile.field.needed})


def _sentences(activities: Iterable[Activity]) -> set[str]:
    """The different sentences: the same one written twice is one."""
    return {letters_only(a.sentence) for a in activities}


def _evidence(activities: list[Activity]) -> tuple[Evidence, ...]:
    """Their places, those with a figure first, otherwise in reading order."""
    ordered = sorted(activities, key=lambda a: not a.has_figure)
    return tuple(dict.fromkeys(item for a in ordered for item in a.evidence))


def _best(options: list[Shown]) -> Shown | None:
    """The strongest, with the widest range all of them leave and the evidence of all, the strongest first."""
    if not options:
        return None
    ordered = sorted(options, key=lambda s: (-s.strength, bool(s.from_skill)))
    first = ordered[0]
    evidence = tuple(dict.fromkeys(item for option in ordered for item in option.evidence))
    return replace(first, low=max(o.low for o in options), high=max(o.high for o in options), evidence=evidence)
