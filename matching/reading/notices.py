"""What the user should know about a résumé's content: no dates, no contact, no résumé at all, not in English."""

from __future__ import annotations

from dataclasses import replace

from matching.knowledge.headings import heading_words, plain
from matching.reading.document import Document, Notice, NoticeCode
from matching.reading.resume import Resume, SectionKind

_ENOUGH_WORDS = 30
_ENOUGH_SHARE = 0.04
_RESUME_KINDS = {
    SectionKind.EXPERIENCE,
    SectionKind.EDUCATION,
    SectionKind.SKILLS,
    SectionKind.PROJECTS,
    SectionKind.CERTIFICATIONS,
}


def resume_notices(document: Document, resume: Resume) -> Resume:
    """`resume` with the notices about its content, each a sentence that a person can act on."""
    notices = list(resume.notices)
    if not _is_resume(resume):
        notices.append(
            Notice(
                NoticeCode.NOT_A_RESUME,
                "This does not look like a résumé: no jobs, no education and no skills were found. "
                "Check that it is the right file.",
            )
        )
    else:
        notices += _gaps(resume)
    language = other_language(document)
    if language:
        notices.append(
            Notice(
                NoticeCode.NOT_ENGLISH,
                f"This résumé seems to be written in {language}. Names of technologies, jobs and dates are read; sentences "
                "about what was done are understood in English only, so the score may be too low.",
            )
        )
    return replace(resume, notices=tuple(notices))


def _is_resume(resume: Resume) -> bool:
    headed = {section.kind for section in resume.sections} & _RESUME_KINDS
    return bool(resume.positions or resume.education or headed)


def _gaps(resume: Resume) -> list[Notice]:
    """Notices about missing dates and missing contact."""
    found = []
    undated = len(resume.undated_positions)
    if undated and undated == len(resume.positions):
        text = "No dates were found for the jobs, so years of experience are unknown. Add a start and an end to each job."
        found.append(Notice(NoticeCode.NO_DATES, text))
    elif undated:
        some = "One job has" if undated == 1 else f"{undated} jobs have"
        first = resume.positions[resume.undated_positions[0]]
        text = f"{some} no dates (“{first.title}”), so its time does not count. Add a start and an end."
        found.append(Notice(NoticeCode.NO_DATES, text, first.page))
    if not resume.contact.emails and not resume.contact.phones:
        text = "No e-mail address and no phone number were found. Check that the contact details are text and not a picture."
        found.append(Notice(NoticeCode.NO_CONTACT, text))
    return found


def other_language(document: Document) -> str:
    """The language of most sentences where it is one of the known ones but English; "" for English and for too little text."""
    texts = [plain(line.text).split() for line in document.lines if not line.furniture]
    words = [word for text in texts for word in text]
    counts = {language: sum(word in small for word in words) for language, small in heading_words().small_words.items()}
    english = counts.pop("English", 0)
    best = max(counts, key=lambda language: (counts[language], language))
    foreign = counts[best] > 2 * english and counts[best] >= _ENOUGH_SHARE * len(words)
    return best if len(words) >= _ENOUGH_WORDS and foreign else ""
