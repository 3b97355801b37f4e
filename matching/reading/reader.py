"""The story of understanding a résumé, in one screenful: each step is a named function of its own module."""

from __future__ import annotations

from collections.abc import Sequence

from matching.knowledge.skills import SkillBook
from matching.months import YearMonth
from matching.reading import certifications, contact, education, experience, level, positions, sections, spoken_languages
from matching.reading.activities import find_activities
from matching.reading.corrections import apply_corrections
from matching.reading.document import Document
from matching.reading.notices import resume_notices
from matching.reading.resume import Resume
from matching.reading.skill_finder import find_skills


def read_resume(document: Document, book: SkillBook, as_of: YearMonth, corrections: Sequence[object] = ()) -> Resume:
    """Understand a document as a résumé.

    Args:
        document: the words with their places.
        book: the skills that are known.
        as_of: the month that "present" means; it does not count itself (scoring rule 5).
        corrections: what the user set right, applied over the reading (see `matching.reading.corrections`).

    Returns a `Resume` whose every finding has its evidence. Never fails for odd text; finds less instead.
    """
    parts = sections.find_sections(document)
    jobs = positions.find_positions(document, parts, as_of)
    certificates = certifications.find_certifications(document, parts)
    found = find_skills(document, parts, jobs, certificates, book, as_of)
    deeds = find_activities(document, parts, jobs)
    work = experience.complete(jobs, found.skills, deeds, as_of)
    rung, reasons = level.find_level(work.positions, work.months_backend, deeds)
    resume = Resume(
        contact=contact.find_contact(document, parts),
        sections=parts,
        positions=work.positions,
        education=education.find_education(document, parts),
        certifications=certificates,
        spoken_languages=spoken_languages.find_languages(document, parts),
        skills=found.skills,
        rejected=found.rejected,
        activities=deeds,
        months_experience=work.months_experience,
        months_backend=work.months_backend,
        level=rung,
        level_reasons=reasons,
        latest_end=work.latest_end,
        undated_positions=work.undated_positions,
    )
    resume = apply_corrections(resume, document, corrections, book, as_of)
    return resume_notices(document, resume)
