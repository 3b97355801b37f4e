"""What a person set right in the reading of a résumé: small values kept apart from it, replayed on its next version.

A correction is anchored by what is printed (the word, its line, the job's title and employer), never by a place on the page,
so that it still fits when the résumé is exported again. One that finds nothing to fit is kept and does nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from matching.knowledge.skills import SkillBook
from matching.months import YearMonth
from matching.reading import experience, level
from matching.reading.dates import DateSpan, resolve
from matching.reading.document import Document, Line, Word
from matching.reading.resume import (
    Activity,
    DatePoint,
    Evidence,
    How,
    Mention,
    Position,
    RejectedMention,
    Resume,
    SectionKind,
    SkillFinding,
    Where,
)
from matching.reading.skill_findings import assemble
from matching.reading.skill_places import PLACE_OF_SECTION
from matching.reading.text import Token, evidence, folded, line_tokens

_BY_USER = "set right by you: not this skill"


@dataclass(frozen=True, slots=True)
class WrongSkill:
    """The word `text` in the line `quote` is not the skill. Without a text no mention of the skill is one."""

    skill: str
    text: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class MissedSkill:
    """The words `text` in the line `quote` are the skill with the id `skill`."""

    skill: str
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class WrongDates:
    """A job's dates: `start` and `end` as YYYY-MM or YYYY, `end` also "present", "" where unknown."""

    title: str
    company: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class NotMyJob:
    """What was read as a job with this title and employer is none of the person's jobs."""

    title: str
    company: str


Correction = WrongSkill | MissedSkill | WrongDates | NotMyJob
_KINDS: dict[str, type[Correction]] = {
    "wrong_skill": WrongSkill,
    "missed_skill": MissedSkill,
    "wrong_dates": WrongDates,
    "not_my_job": NotMyJob,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_dict(correction: Correction) -> dict[str, str]:
    """A correction as plain texts for JSON; `kind` says which."""
    return {"kind": _NAMES[type(correction)], **asdict(correction)}


def from_dict(values: Mapping[str, object]) -> Correction:
    """The correction that `to_dict` made. Raises ValueError for anything else."""
    kind = _KINDS.get(str(values.get("kind")))
    fields = {str(key): value for key, value in values.items() if key != "kind"}
    if kind is None or not all(isinstance(value, str) for value in fields.values()):
        raise ValueError(f"no correction: {values.get('kind')!r}")
    try:
        made = kind(**{key: str(value) for key, value in fields.items()})
    except TypeError as error:
        raise ValueError(f"no {values['kind']}: {error}") from error
    if isinstance(made, WrongDates):
        _point(made.start)
        if made.end != "present":
            _point(made.end)
    return made


def apply_corrections(
    resume: Resume, document: Document, corrections: Sequence[object], book: SkillBook, as_of: YearMonth
) -> Resume:
    """The résumé with `corrections` applied in their order, all that depends on them added up again.

    Args:
        resume: as read.
        document: what it was read from; missed skills are looked up in its lines.
        corrections: values of this module; others are left alone.
        book: the known skills; a missed skill with an unknown id is left alone.
        as_of: the month that "present" means.
    """
    known = tuple(c for c in corrections if isinstance(c, WrongSkill | MissedSkill | WrongDates | NotMyJob))
    if not known:
        return resume
    for correction in known:
        if isinstance(correction, WrongDates):
            resume = _with_dates(resume, correction, as_of)
        elif isinstance(correction, NotMyJob):
            resume = _without_job(resume, correction)
    mentions = {s.id: [m for m in s.mentions if m.how is not How.IMPLIED] for s in resume.skills if s.how is not How.IMPLIED}
    rejected, touched = list(resume.rejected), set[str]()
    for correction in known:
        if isinstance(correction, WrongSkill):
            rejected += _drop(mentions, correction, touched)
        elif isinstance(correction, MissedSkill) and correction.skill in book.skills:
            _add(mentions, correction, resume, document, touched)
    skills = _marked(assemble({id: found for id, found in mentions.items() if found}, resume.positions, book), touched)
    return _added_up(replace(resume, skills=skills, rejected=tuple(rejected), corrections=known), as_of)


def _marked(skills: tuple[SkillFinding, ...], touched: set[str]) -> tuple[SkillFinding, ...]:
    return tuple(replace(skill, corrected=True) if skill.id in touched else skill for skill in skills)


def _added_up(resume: Resume, as_of: YearMonth) -> Resume:
    """Months, back-end verdicts and level once more, from the corrected jobs and skills."""
    work = experience.complete(resume.positions, resume.skills, resume.activities, as_of)
    rung, reasons = level.find_level(work.positions, work.months_backend, resume.activities)
    return replace(
        resume,
        positions=work.positions,
        months_experience=work.months_experience,
        months_backend=work.months_backend,
        level=rung,
        level_reasons=reasons,
        latest_end=work.latest_end,
        undated_positions=work.undated_positions,
    )


def _same(one: str, two: str) -> bool:
    """Whether two printed texts say the same; white space and case do not count, nor does a list sign in front."""
    return folded(" ".join(one.split())).lstrip("•-–*▪● ") == folded(" ".join(two.split())).lstrip("•-–*▪● ")


# ---- jobs


def _job(resume: Resume, title: str, company: str) -> int | None:
    return next((i for i, p in enumerate(resume.positions) if _same(p.title, title) and _same(p.company, company)), None)


def _point(text: str) -> DatePoint | None:
    """YYYY-MM or YYYY as a date, None for "". Raises ValueError for anything else."""
    if not text:
        return None
    if len(text) == 4 and text.isdigit():
        return DatePoint(int(text), None, text)
    month = YearMonth.parse(text)
    return DatePoint(month.year, month.month, text)


def _with_dates(resume: Resume, correction: WrongDates, as_of: YearMonth) -> Resume:
    number = _job(resume, correction.title, correction.company)
    if number is None:
        return resume
    present = correction.end == "present"
    start, end = _point(correction.start), None if present else _point(correction.end)
    # A job whose end is not known has no span: guessing one would claim months.
    span = resolve(DateSpan(start, end, present, 0, 0), as_of) if start is not None and (present or end is not None) else None
    job = replace(resume.positions[number], start=start, end=end, present=present, span=span, corrected=True)
    return replace(resume, positions=(*resume.positions[:number], job, *resume.positions[number + 1 :]))


def _without_job(resume: Resume, correction: NotMyJob) -> Resume:
    """The résumé without the job; what was found in its lines stays found, but in no job."""
    number = _job(resume, correction.title, correction.company)
    if number is None:
        return resume
    positions: tuple[Position, ...] = (*resume.positions[:number], *resume.positions[number + 1 :])
    skills = tuple(replace(s, mentions=tuple(_shifted(m, number) for m in s.mentions)) for s in resume.skills)
    return replace(resume, positions=positions, skills=skills, activities=tuple(_moved(a, number) for a in resume.activities))


def _shifted(mention: Mention, gone: int) -> Mention:
    if mention.position is None or mention.position < gone:
        return mention
    if mention.position == gone:
        return replace(mention, position=None, where=Where.OTHER)
    return replace(mention, position=mention.position - 1)


def _moved(activity: Activity, gone: int) -> Activity:
    if activity.position is None or activity.position < gone:
        return activity
    if activity.position == gone:
        return replace(activity, position=None, where=Where.OTHER)
    return replace(activity, position=activity.position - 1)


# ---- skills


def _drop(mentions: dict[str, list[Mention]], correction: WrongSkill, touched: set[str]) -> list[RejectedMention]:
    """Take the mentions that the correction means out of `mentions`; they come back as refused ones."""
    kept: list[Mention] = []
    refused = []
    for mention in mentions.get(correction.skill, []):
        printed = mention.evidence[0]
        meant = not correction.text or _same(printed.text, correction.text)
        if meant and (not correction.quote or _same(printed.quote, correction.quote)):
            refused.append(RejectedMention(printed.text, correction.skill, _BY_USER, printed))
            touched.add(correction.skill)
        else:
            kept.append(mention)
    if correction.skill in mentions:
        mentions[correction.skill] = kept
    return refused


def _add(
    mentions: dict[str, list[Mention]], correction: MissedSkill, resume: Resume, document: Document, touched: set[str]
) -> None:
    """Add a mention for each line that the correction quotes, where the text stands in it."""
    for index, line in enumerate(document.lines):
        if not _same(line.text, correction.quote) and not _same(f"{line.bullet} {line.text}", correction.quote):
            continue
        found = _places(document, index, correction.text)
        known = mentions.setdefault(correction.skill, [])
        if found and all(m.evidence[0] != found[0] for m in known):
            where, position = _where(resume, index)
            known.append(Mention(found, where, How.ALIAS, position))
            touched.add(correction.skill)


def _places(document: Document, index: int, text: str) -> tuple[Evidence, ...]:
    """Where `text` stands in the line at `index`, () where it does not."""
    wanted = [token.folded for token in _tokens_of(text)]
    tokens: list[Token] = list(line_tokens(document.lines[index], index))
    for start in range(len(tokens) - len(wanted) + 1):
        if wanted and [token.folded for token in tokens[start : start + len(wanted)]] == wanted:
            return evidence(document, tokens[start], tokens[start + len(wanted) - 1])
    return ()


def _tokens_of(text: str) -> list[Token]:
    """The tokens of a text that stands on no page."""
    words = tuple(Word(part, (0.0, 0.0, 0.0, 0.0), 0.0) for part in text.split())
    return list(line_tokens(Line(1, words, (0.0, 0.0, 0.0, 0.0))))


def _where(resume: Resume, line: int) -> tuple[Where, int | None]:
    for number, position in enumerate(resume.positions):
        if line in position.lines:
            return Where.EXPERIENCE, number
    kind = next((section.kind for section in resume.sections if line in section.lines), SectionKind.OTHER)
    return PLACE_OF_SECTION.get(kind, Where.OTHER), None
