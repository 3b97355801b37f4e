"""Trouble with the store in words: for each what happened, what it means, what to do. No Qt."""

from __future__ import annotations

from desktop.messages import Message
from desktop.store.records import StoreTrouble

_MESSAGES: dict[StoreTrouble, Message] = {
    StoreTrouble.DISK_FULL: Message(
        "Your last change is not saved: the disk is full.",
        "Everything saved before is whole.",
        "Free some space and try again.",
    ),
    StoreTrouble.LOCKED: Message(
        "The client store is in use by another program.",
        "Nothing was changed. Results you open now are shown but not kept.",
        "Close the other Rolefit, or the program that copies the folder, and start again.",
    ),
    StoreTrouble.DAMAGED: Message(
        "The client store is damaged.",
        "It was not changed any further.",
        "Restore a backup in Settings, Storage; the damaged file is kept beside it.",
    ),
    StoreTrouble.NEWER: Message(
        "The client store was written by a newer Rolefit.",
        "It was left as it is.",
        "Install the newer version, or choose another data folder.",
    ),
    StoreTrouble.NO_PERMISSION: Message(
        "The client store may not be written.",
        "Nothing was changed.",
        "Check the permissions of the data folder, or choose another one.",
    ),
    StoreTrouble.WRONG_PASSPHRASE: Message(
        "That passphrase did not open the client store.",
        "Nothing was changed.",
        "Check capital letters and the keyboard layout. A lost passphrase cannot be recovered.",
    ),
    StoreTrouble.NO_ENCRYPTION: Message(
        "This client store has a passphrase, and the part that opens it is not installed.",
        "Nothing was changed.",
        'Install it with: pip install "rolefit[passphrase]".',
    ),
}

NOT_A_CLIENT_FILE = Message(
    "This is not a file of clients, or it is damaged.",
    "Nothing was taken from it.",
    "Choose a file that Rolefit wrote with Export client.",
)
UNKNOWN = Message(
    "Something went wrong in the client store.", "Nothing is half written.", "Try again; restart Rolefit if it stays."
)


def store_message(trouble: StoreTrouble) -> Message:
    """The message of a trouble; every one has one (a test checks it)."""
    return _MESSAGES[trouble]
