"""Trouble in words: for each problem what happened and what to do next, the same in window and terminal. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from matching.errors import Problem


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what it means, and the next step, as plain sentences; `detail` is a technical cause, never translated."""

    title: str
    meaning: str = ""
    next_step: str = ""
    detail: str = ""

    @property
    def text(self) -> str:
        """All in one clear line, for the command line and the JSON."""
        named = f"({self.detail})" if self.detail else ""
        return " ".join(part for part in (self.title, self.meaning, self.next_step, named) if part)


def translate(context: str, text: str) -> str:
    """Marks a sentence for the translators' tool, which knows this name; the window translates it when it is shown."""
    return text


_MESSAGES: dict[Problem, Message] = {
    Problem.PASSWORD: Message(
        translate("messages", "This PDF is locked with a password."),
        translate("messages", "Nothing was read."),
        translate("messages", "Give the password; it is never saved."),
    ),
    Problem.WRONG_PASSWORD: Message(
        translate("messages", "That password did not open the file."),
        translate("messages", "Nothing was read."),
        translate("messages", "Check capital letters and the keyboard layout, and try again."),
    ),
    Problem.NOT_A_PDF: Message(
        translate("messages", "This file is not a PDF, whatever its name says."),
        translate("messages", "Rolefit reads PDF files only."),
        translate("messages", "Open it in the program that made it and export it as PDF."),
    ),
    Problem.DAMAGED: Message(
        translate("messages", "This PDF is damaged."),
        translate("messages", "It ends too early or its inner tables are broken, so no page could be read."),
        translate("messages", "Export it again from the program that made it, or ask for a fresh copy."),
    ),
    Problem.NO_TEXT: Message(
        translate("messages", "This PDF is a picture of text."),
        translate("messages", "It holds no letters that can be read, so there is nothing to score."),
        translate("messages", "Export the résumé from a word processor instead of scanning it, or paste its text."),
    ),
    Problem.TOO_LARGE: Message(
        translate("messages", "This file is too large to be read."),
        translate("messages", "A résumé is rarely over 2 MB; it was not opened."),
        translate("messages", "Choose a smaller export; the window can also read it anyway."),
    ),
    Problem.TOOK_TOO_LONG: Message(
        translate("messages", "Reading this PDF took too long and was stopped."),
        translate("messages", "No page was finished in time."),
        translate("messages", "Export it again as a simple PDF; an unusual file can be built to keep readers busy."),
    ),
    Problem.TOO_MUCH_MEMORY: Message(
        translate("messages", "Reading this PDF needed too much memory and was stopped."),
        translate("messages", "Your computer was protected; nothing was read."),
        translate("messages", "Export it again as a simple PDF."),
    ),
    Problem.UNSUPPORTED_PROTECTION: Message(
        translate("messages", "This PDF uses a protection that Rolefit cannot open."),
        translate("messages", "Nothing was read."),
        translate("messages", "Export it again without protection."),
    ),
    Problem.NOT_FOUND: Message(
        translate("messages", "There is no such file."),
        translate("messages", "It may have been moved or renamed."),
        translate("messages", "Check the name, or choose the file again."),
    ),
    Problem.NO_PERMISSION: Message(
        translate("messages", "This file may not be read."),
        translate("messages", "The system refused access to it."),
        translate("messages", "Change its permissions, or copy it to a folder of your own."),
    ),
    Problem.READER_STOPPED: Message(
        translate("messages", "The reading process stopped unexpectedly."),
        translate("messages", "Only this file is affected; all other results are kept."),
        translate("messages", "Try it once more; if it stops again, export the file anew."),
    ),
    Problem.NO_PDFS: Message(
        translate("messages", "There is no PDF in this folder."),
        translate("messages", "Files with other endings are left alone."),
        translate("messages", "Choose a folder that holds résumés as PDF files."),
    ),
}


def message_for(problem: Problem) -> Message:
    """The message of a problem; every problem has one (a test checks it)."""
    return _MESSAGES[problem]
