"""The sentences about trouble in the language of the window; the messages themselves know no language and no Qt."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.messages import Message, message_for
from matching.errors import Problem


def told(problem: Problem) -> Message:
    """What happened, what it means and what to do next, translated."""
    return told_message(message_for(problem))


def told_message(message: Message) -> Message:
    """A message in the language of the window."""

    def words(part: str) -> str:
        return QCoreApplication.translate("messages", part) if part else ""

    return replace(message, title=words(message.title), meaning=words(message.meaning), next_step=words(message.next_step))
