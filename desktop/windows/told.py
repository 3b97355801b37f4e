"""The sentences about trouble in the language of the window; the messages themselves know no language and no Qt."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.messages import Message, message_for
from matching.errors import Problem


def told(problem: Problem) -> Message:
    """What happened, what it means and what to do next, translated."""
    return translated(message_for(problem))


def translated(message: Message) -> Message:
    """The same message in the window's language."""
    title, meaning, next_step = (
        QCoreApplication.translate("messages", part) if part else ""
        for part in (message.title, message.meaning, message.next_step)
    )
    return replace(message, title=title, meaning=meaning, next_step=next_step)
