"""What the user should know about a résumé's content: no dates, no contact, no résumé at all, not in English."""

from __future__ import annotations

from dataclasses import replace

from matching.knowledge.headings import plain
from matching.reading.document import Document, Notice, NoticeCode
from matching.reading.resume import Resume, SectionKind

# Small words that stand in nearly every text of a language and in none of the others.
_ENGLISH = frozenset("the and of with for in to from by on at is was are as an that this my i we our their using new".split())
_OTHERS = {
    "German": frozenset("und der die das mit für fur von den des bei im zur zum eine einer ist sowie durch als auf nach".split()),
    "French": frozenset("et le la les des du une dans pour avec sur par au aux est sous puis chez d l".split()),
    "Spanish": frozenset("y el los las del una con para por en se al su mas sobre como".split()),
    "Portuguese": frozenset("e o os as do da dos das uma com para por em no na ao que sem mais".split()),
}
_ENOUGH_WORDS = 30
_RESUME_KINDS = {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.CERTIFICATIONS}


def resume_notices(document: Document, resume: Resume) -> Resume:
    """`resume` with the notices about its content, each a sentence that a person can act on."""
    notices = list(resume.notices)
    if not _is_resume(resume):
        notices.append(
            Notice(
                NoticeCode.NOT_A_RESUME,
                "This does not look like a résumé: no jobs, no education and no skills were found. Check that it is the right file.",
            )
        )
    else:
        notices += _gaps(resume)
    language = other_language(document)
    if language:
        notices.append(
            Notice(
                NoticeCode.NOT_ENGLISH,
                f"This résumé seems to be written in {language}. Names of technologies, jobs and dates are read; sentences about "
                "what was done are understood in English only, so the score may be too low.",
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
    """The language of most sentences where it is one of four others than English; "" for English and for too little text."""
    counts = dict.fromkeys(_OTHERS, 0)
    english = total = 0
    for line in document.lines:
        if line.furniture:
            continue
        for word in plain(line.text).split():
            total += 1
            english += word in _ENGLISH
            for language, words in _OTHERS.items():
                counts[language] += word in words
    best = max(counts, key=lambda language: (counts[language], language))
    return best if total >= _ENOUGH_WORDS and counts[best] > 2 * english and counts[best] >= 0.04 * total else ""
