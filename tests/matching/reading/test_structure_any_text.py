"""Whatever the words, structure is read: nothing fails, lines stay in one section, the same words give the same reading."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.months import YearMonth
from matching.reading.certifications import find_certifications
from matching.reading.contact import find_contact
from matching.reading.document import Document
from matching.reading.education import find_education
from matching.reading.experience import complete
from matching.reading.level import find_level
from matching.reading.positions import find_positions
from matching.reading.sections import find_sections
from matching.reading.spoken_languages import find_languages
from tests.matching.reading.structure_pages import page_of

AS_OF = YearMonth(2026, 11)

PIECES = [
    "# Experience", "# EDUCATION", "# Skills", "# In my bag", "! Ada Stone", "= Developer, Heron Ltd, Oslo || 2019 – 2020",
    "* Built services.",
    "Developer",
    "Heron Ltd", "since 2020", "2019", "Jan 2018 – Present || Leeds", "BSc Computing", "---", "", "Name || Ada Stone",
    "(", ")", "||",
    "ada@example.org | +44 20 7946 0999", "English, French", "Experience || Developer at Heron",
    "<< 2018–2020", "Sept. –", "a" * 300, "Career break",
]  # fmt: skip
written = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), min_size=1, max_size=25).map("\n".join)


def _read(document: Document) -> tuple[object, ...]:
    parts = find_sections(document)
    jobs = find_positions(document, parts, AS_OF)
    work = complete(jobs, (), (), AS_OF)
    return (
        parts,
        work,
        find_level(work.positions, work.months_backend, ()),
        find_education(document, parts),
        find_certifications(document, parts),
        find_languages(document, parts),
        find_contact(document, parts),
    )


@given(written)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_anything_is_read(text: str) -> None:
    document = page_of(text)
    found = _read(document)
    members = [index for part in find_sections(document) for index in part.lines]
    assert len(members) == len(set(members))
    assert all(0 <= index < len(document.lines) for index in members)
    assert found == _read(page_of(text))


def test_an_empty_document() -> None:
    assert find_positions(Document("", "", "", 0, ()), (), AS_OF) == ()
    assert find_contact(Document("", "", "", 0, ()), ()).name == ""


def test_a_long_document_is_read_in_proportion() -> None:
    """Two thousand lines of jobs take no more than a few times what their number says."""
    text = "# Experience\n" + "= Developer, Heron Ltd, Oslo || 2019 – 2020\n* Built services.\n" * 1000
    document = page_of(text)
    assert len(find_positions(document, find_sections(document), AS_OF)) == 1000
