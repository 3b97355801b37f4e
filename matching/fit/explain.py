"""How the score works, told from the role profile itself, so that it cannot go stale; and any score worked out on paper."""

from __future__ import annotations

from dataclasses import dataclass

from matching.fit.report import ProfileMatch
from matching.fit.wording import join, share, tenths
from matching.knowledge.market import market_list
from matching.knowledge.roles import Requirement, RoleProfile


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A part of the help page: paragraphs, then rows of a table (the first row is its head; no rows, no table)."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


def how_the_score_works(profile: RoleProfile) -> tuple[HelpSection, ...]:
    """The help page of a role, with every value as its profile has it."""
    return (
        _overview(profile),
        _weights(profile),
        _places(profile),
        _deeds(profile),
        _alternatives(profile),
        _experience(profile),
        _result(),
        _nothing(profile),
        _variants(profile),
        _market(),
    )


def worked_example(match: ProfileMatch, name: str) -> HelpSection:
    """The score of a résumé as one does it with pencil and paper: each requirement's product, each group's sum, the total."""
    rows: list[tuple[str, ...]] = [("Requirement", "Reckoning", "Points")]
    for group in match.groups:
        for result in group.requirements:
            product = f"{tenths(result.out_of)} × {share(result.strength)} = {tenths(result.points)}"
            rows.append((result.name, product, tenths(result.points)))
        sum_up = " + ".join(tenths(r.points) for r in group.requirements)
        rows.append((f"{group.name}, together", f"{sum_up} = {tenths(group.points)}", tenths(group.points)))
    total = " + ".join(tenths(group.points) for group in match.groups)
    rows.append(("Score", f"{total} = {tenths(match.score)}", tenths(match.score)))
    paragraphs = (
        f"This is the whole reckoning for {name}. Each line is what the requirement counts, times how strongly the résumé "
        "shows it, rounded half up to a tenth. The report gives the second number with the sentence that makes it.",
    )
    return HelpSection("example", f"Worked out on paper: {name}", paragraphs, tuple(rows))


def plain_text(sections: tuple[HelpSection, ...]) -> str:
    """The sections as text for a terminal."""
    parts = []
    for section in sections:
        rows = ["  " + " | ".join(row) for row in section.rows]
        parts.append("\n".join([section.title, "=" * len(section.title), *section.paragraphs, *rows]))
    return "\n\n".join(parts) + "\n"


def _overview(profile: RoleProfile) -> HelpSection:
    out_of = profile.out_of()
    rows = [("Group", "Points", "Requirements")]
    for group in profile.groups:
        members = [r for r in profile.requirements if r.group == group.id]
        names = ", ".join(f"{r.name} {tenths(out_of[r.id])}" for r in members)
        rows.append((group.name, tenths(sum(out_of[r.id] for r in members)), names))
    text = (
        f"The role “{profile.name}” (edition {profile.edition}) asks for {len(profile.requirements)} things. Each counts a "
        "fixed number of points, together 100. A résumé earns of each as much as it shows, and the score is their plain sum."
    )
    return HelpSection("overview", "What is measured", (text,), tuple(rows))


def _weights(profile: RoleProfile) -> HelpSection:
    scale = join([f"{name} {points}" for name, points in profile.scale.items()])
    example = max(profile.requirements, key=lambda r: len(r.guides))
    paragraphs = [
        "How much a requirement counts follows from the role guides. In each guide its strongest mention counts "
        f"({scale}); the guides are added up, and the sums are turned into 100 points in proportion.",
        _weight_of(example, profile),
    ]
    for ceiling in profile.ceilings:
        names = join([profile.requirement(id).name for id in ceiling.members])
        paragraphs.append(f"{ceiling.reason} At most {tenths(ceiling.most)}: {names}.")
    return HelpSection("weights", "Where the weights come from", tuple(paragraphs))


def _weight_of(requirement: Requirement, profile: RoleProfile) -> str:
    strongest: dict[str, int] = {}
    for guide, points in requirement.mentions:
        strongest[guide] = max(points, strongest.get(guide, 0))
    summed = " + ".join(str(points) for points in strongest.values())
    guides = "one guide" if len(strongest) == 1 else f"{len(strongest)} guides"
    return (
        f"For example “{requirement.name}”: {summed} = {requirement.raw_weight} over {guides}, which makes "
        f"{tenths(profile.out_of()[requirement.id])} of 100 points."
    )


def _places(profile: RoleProfile) -> HelpSection:
    s = profile.strengths
    rows = (
        ("Where a tool or technique stands", "Strength"),
        (f"in a dated job that ended within {s.stale_after} months of the end of the latest job", share(s.recent)),
        ("in a dated job that ended longer before", share(s.stale)),
        ("in a job without dates, a project, open source, or by a certificate", share(s.undated)),
        ("only named in a list of skills, a summary, a course or the education", share(s.listed)),
        ("not written, but it is a kind of it (a named database is a database)", "as that"),
        (
            "not written, but something is written in it (a framework in its language)",
            f"{share(s.written_in_less)} less than that",
        ),
    )
    text = (
        "The best place counts; found in five places is not five times found. Time is measured against the end of the person's "
        "own latest job, never against the calendar, so that leave, illness or a search for work cost nothing."
    )
    return HelpSection("places", "How strongly a tool is shown", (text,), rows)


def _deeds(profile: RoleProfile) -> HelpSection:
    s = profile.strengths
    rows = (
        ("What a person did", "Strength"),
        ("two sentences in jobs or projects, or one with a figure", share(s.deed_shown)),
        ("one sentence in a job or project", share(s.deed_once)),
        ("only claimed in a summary or list", share(s.deed_claimed)),
        ("only in jobs outside the field of this role", share(s.deed_elsewhere)),
    )
    text = "Much of a role is no tool but something done. It is found as a verb with its object in a sentence."
    return HelpSection("deeds", "How strongly a deed is shown", (text,), rows)


def _alternatives(profile: RoleProfile) -> HelpSection:
    paragraphs = [
        "Where the guides say “such as”, one of the named things is enough and the best counts: five are not five times one."
    ]
    for r in profile.requirements:
        if r.several:
            paragraphs.append(
                f"{r.name}: the best one earns {share(1000 - r.several)}, a second one the other {share(r.several)}."
            )
        if r.less:
            paragraphs.append(f"{r.name}: {r.about}")
    return HelpSection("alternatives", "Any one of them", tuple(paragraphs))


def _experience(profile: RoleProfile) -> HelpSection:
    d = profile.degree
    asked = max((r.years for r in profile.requirements), default=0)
    rows = [
        ("Degree", "Strength"),
        ("bachelor's or higher in computing or a related field", share(d.related)),
        ("bachelor's or higher in another field", share(d.other_field)),
        ("not finished yet", share(d.studying)),
    ]
    if asked:
        rows.insert(3, (f"none, but {asked} years of {profile.work}", share(d.equivalent)))
    text = _years_text(profile.work, asked)
    return HelpSection("experience", "Years and degree", (text,), tuple(rows))


def _years_text(work: str, asked: int) -> str:
    if not asked:
        return f"No guide of this role names a number of years, so none is asked for; years of {work} stand beside the score."
    return (
        f"Years of {work} count up to {asked}, in months: {asked * 12} months are full, half of them half. "
        "Overlapping jobs count once, internships and jobs without dates not at all, apprenticeships in full."
    )


def _result() -> HelpSection:
    return HelpSection(
        "result",
        "Score, range, gaps",
        (
            "Under 50 is early, under 75 close, from 75 on strong. The level (junior, mid, senior, lead) stands beside the "
            "score and does not move it.",
            "Where reading was uncertain, a range is given: skills of jobs without dates count at least as listed and at most "
            "in full; where pages are missing or columns may be mixed, what is only listed may be shown where nobody could "
            "read.",
            "A gap's points are what the score rises by if it alone is closed. “What if” sets the chosen requirements to full.",
        ),
    )


def _nothing(profile: RoleProfile) -> HelpSection:
    text = (
        "Name, address, photo, age, gender, hobbies, spoken languages, the school's name and gaps between jobs earn and cost "
        "nothing. These things the guides say are no requirement of their own:"
    )
    rows = [("Left out", "Why"), *((item.name, item.reason) for item in profile.left_out)]
    return HelpSection("nothing", "What does not count", (text,), tuple(rows) if profile.left_out else ())


def _variants(profile: RoleProfile) -> HelpSection:
    rows = [("Form of the role", "What changes", "Guides")]
    for variant in profile.variants:
        guides = join(list(dict.fromkeys(source.title for source in variant.sources)))
        rows.append((variant.name, variant.reason, guides))
    text = "The same requirements, weighted for special forms of the role that the guides name."
    return HelpSection("variants", "Forms of the role", (text,), tuple(rows) if profile.variants else ())


def _market() -> HelpSection:
    market = market_list()
    names = join([skill.name for skill in market.skills])
    return HelpSection(
        "market",
        "Common in the market",
        (f"Shown beside the score, never in it ({market.source}): {names}.", market.attribution),
    )
