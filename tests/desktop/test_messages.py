"""Every problem has a clear sentence and a next step; notices' and problems' codes are the contract's."""

from __future__ import annotations

import pickle

import pytest

from desktop.messages import message_for
from matching.errors import FactError, Problem, UnreadableDocument
from matching.reading.document import NoticeCode

PROBLEM_CODES = [
    "password",
    "wrong_password",
    "not_a_pdf",
    "damaged",
    "no_text",
    "too_large",
    "took_too_long",
    "too_much_memory",
    "unsupported_protection",
    "not_found",
    "no_permission",
    "reader_stopped",
    "no_pdfs",
]
NOTICE_CODES = [
    "hidden_text",
    "columns_uncertain",
    "pages_missing",
    "text_unreadable",
    "no_dates",
    "not_a_resume",
    "not_english",
    "many_pages",
    "no_contact",
    "recognised_text",
    "owner_protected",
]


def test_the_codes_are_the_contracts() -> None:
    assert [problem.value for problem in Problem] == PROBLEM_CODES
    assert sorted(notice.value for notice in NoticeCode) == sorted(NOTICE_CODES)


@pytest.mark.parametrize("problem", list(Problem))
def test_a_problem_says_what_happened_and_what_to_do(problem: Problem) -> None:
    message = message_for(problem)
    for sentence in (message.title, message.meaning, message.next_step):
        assert sentence.endswith(".")
        assert sentence[0].isupper()
        assert "!" not in sentence
    assert message.text == f"{message.title} {message.meaning} {message.next_step}"


def test_an_unreadable_document_survives_the_pipe() -> None:
    error = pickle.loads(pickle.dumps(UnreadableDocument(Problem.DAMAGED, "PSEOF in psparser.py")))
    assert (error.problem, error.detail) == (Problem.DAMAGED, "PSEOF in psparser.py")


def test_a_wrong_fact_names_file_entry_and_key() -> None:
    assert str(FactError("skills/x.toml", "go", "is_a", "no such skill")) == "skills/x.toml: [go] is_a: no such skill"
