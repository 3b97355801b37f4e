"""The sentences about trouble in the language of the window; the messages themselves know no language and no Qt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.messages import Message, message_for
from matching.errors import Problem


def told(problem: Problem) -> Message:
    """What happened, what it means and what to do next, translated."""
    message = message_for(problem)
    parts = (message.title, message.meaning, message.next_step)
    return Message(*(QCoreApplication.translate("messages", part) if part else "" for part in parts))
