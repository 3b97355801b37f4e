"""Trouble in words: for each problem what happened and what to do next, the same in window and terminal. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from matching.errors import Problem


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what it means, and the next step, as plain sentences."""

    title: str
    meaning: str
    next_step: str

    @property
    def text(self) -> str:
        """All in one clear line, for the command line and the JSON."""
        return f"{self.title} {self.meaning} {self.next_step}".replace("  ", " ").strip()


_MESSAGES: dict[Problem, Message] = {
    Problem.PASSWORD: Message(
        "This PDF is locked with a password.",
        "Nothing was read.",
        "Give the password; it is used once to read the file and is not saved.",
    ),
    Problem.WRONG_PASSWORD: Message(
        "That password did not open the file.",
        "Nothing was read.",
        "Check capital letters and the keyboard layout, and try again.",
    ),
    Problem.NOT_A_PDF: Message(
        "This file is not a PDF, whatever its name says.",
        "Rolefit reads PDF files only.",
        "Open it in the program that made it and export it as PDF.",
    ),
    Problem.DAMAGED: Message(
        "This PDF is damaged.",
        "It ends too early or its inner tables are broken, so no page could be read.",
        "Export it again from the program that made it, or ask for a fresh copy.",
    ),
    Problem.NO_TEXT: Message(
        "This PDF is a picture of text.",
        "It holds no letters that can be read, so there is nothing to score.",
        "Export the résumé from a word processor instead of scanning it, or paste its text.",
    ),
    Problem.TOO_LARGE: Message(
        "This file is larger than 25 MB.",
        "A résumé is rarely over 2 MB; it was not opened.",
        "Choose a smaller export, or raise the limit for this file in the settings.",
    ),
    Problem.TOOK_TOO_LONG: Message(
        "Reading this PDF took too long and was stopped.",
        "No page was finished in time.",
        "Export it again as a simple PDF; an unusual file can be built to keep readers busy.",
    ),
    Problem.TOO_MUCH_MEMORY: Message(
        "Reading this PDF needed too much memory and was stopped.",
        "Your computer was protected; nothing was read.",
        "Export it again as a simple PDF.",
    ),
    Problem.UNSUPPORTED_PROTECTION: Message(
        "This PDF uses a protection that Rolefit cannot open.",
        "Nothing was read.",
        "Export it again without protection.",
    ),
    Problem.NOT_FOUND: Message(
        "There is no such file.",
        "It may have been moved or renamed.",
        "Check the name, or choose the file again.",
    ),
    Problem.NO_PERMISSION: Message(
        "This file may not be read.",
        "The system refused access to it.",
        "Change its permissions, or copy it to a folder of your own.",
    ),
    Problem.READER_STOPPED: Message(
        "The reading process stopped unexpectedly.",
        "Only this file is affected; all other results are kept.",
        "Try it once more; if it stops again, export the file anew.",
    ),
    Problem.NO_PDFS: Message(
        "There is no PDF in this folder.",
        "Files with other endings are left alone.",
        "Choose a folder that holds résumés as PDF files.",
    ),
}


def message_for(problem: Problem) -> Message:
    """The message of a problem; every problem has one (a test checks it)."""
    return _MESSAGES[problem]
