"""The structure words: every file is read, contradictions name file and entry, comparing ignores case and accents."""

from __future__ import annotations

import pytest

from matching.errors import FactError
from matching.knowledge import headings
from matching.knowledge.headings import WordList, heading_words, plain
from matching.knowledge.skills import load_skill_book
from matching.reading.resume import SectionKind


def test_every_section_kind_is_known() -> None:
    words = heading_words().sections
    kinds = {kind.value for kind in SectionKind}
    assert set(words.phrases.values()) == kinds
    assert set(words.nouns.values()) <= kinds


@pytest.mark.parametrize("kind", ["experience", "education", "skills", "languages", "certifications", "projects", "summary"])
def test_each_kind_has_headings_in_five_languages(kind: str) -> None:
    """At least a dozen spellings, among them some that are not English."""
    phrases = [phrase for phrase, meant in heading_words().sections.phrases.items() if meant == kind]
    assert len(phrases) >= 12


def test_a_doubled_heading_names_file_and_entry() -> None:
    with pytest.raises(FactError) as caught:
        headings._by_word("sections.toml", {"skills": ["Tools"], "projects": ["tools"]}, "phrases")
    assert str(caught.value) == "sections.toml: [projects] phrases: 'tools' is already in [skills]"


def test_certificates_point_at_skills_that_exist() -> None:
    skills = load_skill_book().skills
    unknown = [skill for skill, _ in heading_words().certificates.evidence if skill not in skills]
    unknown += [skill for _, _, given in heading_words().certificates.issuers for skill in given if skill not in skills]
    assert unknown == []


def test_back_end_signs_name_categories_that_exist() -> None:
    categories = {skill.category for skill in load_skill_book().skills.values()}
    missing = {c for sign in heading_words().experience.signs for c in sign.categories} - categories
    assert missing == set()


def test_plain() -> None:
    assert plain("Co-Founder & CTO") == "co founder cto"
    assert plain("Développeuse C++ / C#, Node.js") == "developpeuse c++ c# node.js"


def test_word_list() -> None:
    words = WordList(["entwickler*", "team lead", "back end*"])
    assert words.found_in("senior entwicklerin")
    assert words.found_in("the team lead there")
    assert words.found_in("back ends")
    assert not words.found_in("team leader of none")
    assert words.is_whole("team lead")
    assert not words.is_whole("team")
