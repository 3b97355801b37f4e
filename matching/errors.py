"""Why a document could not be read: one exception class, one kind for each problem code of the contract."""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """The problem codes of the report's JSON; `desktop.messages` turns each into a sentence and a next step."""

    PASSWORD = "password"
    WRONG_PASSWORD = "wrong_password"
    NOT_A_PDF = "not_a_pdf"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TOOK_TOO_LONG = "took_too_long"
    TOO_MUCH_MEMORY = "too_much_memory"
    UNSUPPORTED_PROTECTION = "unsupported_protection"
    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    READER_STOPPED = "reader_stopped"
    NO_PDFS = "no_pdfs"


class UnreadableDocument(Exception):
    """Raised where no `Document` can be made; carries the problem, never text of the résumé.

    Args:
        problem: what went wrong.
        detail: a short technical cause for "Show details" and logs; holds nothing a person wrote.
    """

    def __init__(self, problem: Problem, detail: str = "") -> None:
        # All arguments go to super().__init__, or the exception would not survive the pipe from the child process.
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


class FactError(Exception):
    """A mistake in `resources/`: says file, entry and key, so that the person who wrote the fact finds it."""

    def __init__(self, file: str, entry: str, key: str, mistake: str) -> None:
        super().__init__(file, entry, key, mistake)
        self.file, self.entry, self.key, self.mistake = file, entry, key, mistake

    def __str__(self) -> str:
        return f"{self.file}: [{self.entry}] {self.key}: {self.mistake}"
