"""Trouble with the store in words: for each what happened, what it means, what to do. No Qt."""

from __future__ import annotations

from desktop.messages import Message, translate
from desktop.store.records import StoreTrouble

TOPIC = "clients"  # where the help says more about the store

_MESSAGES: dict[StoreTrouble, Message] = {
    StoreTrouble.DISK_FULL: Message(
        translate("messages", "Your last change is not saved: the disk is full."),
        translate("messages", "Everything saved before is whole."),
        translate("messages", "Free some space and try again."),
    ),
    StoreTrouble.LOCKED: Message(
        translate("messages", "The client store is in use by another program."),
        translate("messages", "Nothing was changed. Results you open now are shown but not kept."),
        translate("messages", "Close the other Rolefit, or the program that copies the folder, and start again."),
    ),
    StoreTrouble.DAMAGED: Message(
        translate("messages", "The client store is damaged."),
        translate("messages", "It was not changed any further."),
        translate("messages", "Restore a backup under Storage and backups; the damaged file is kept beside it."),
    ),
    StoreTrouble.NEWER: Message(
        translate("messages", "The client store was written by a newer Rolefit."),
        translate("messages", "It was left as it is."),
        translate("messages", "Install the newer version, or choose another data folder."),
    ),
    StoreTrouble.NO_PERMISSION: Message(
        translate("messages", "The client store may not be written."),
        translate("messages", "Nothing was changed."),
        translate("messages", "Check the permissions of the data folder, or choose another one."),
    ),
    StoreTrouble.WRONG_PASSPHRASE: Message(
        translate("messages", "That passphrase did not open the client store."),
        translate("messages", "Nothing was changed."),
        translate("messages", "Check capital letters and the keyboard layout. A lost passphrase cannot be recovered."),
    ),
    StoreTrouble.NO_ENCRYPTION: Message(
        translate("messages", "This client store has a passphrase, and the part that opens it is not installed."),
        translate("messages", "Nothing was changed."),
        translate("messages", 'Install it with: pip install "rolefit[passphrase]".'),
    ),
}

NOT_A_CLIENT_FILE = Message(
    translate("messages", "This is not a file of clients, or it is damaged."),
    translate("messages", "Nothing was taken from it."),
    translate("messages", "Choose a file that Rolefit wrote with Export as file."),
)
UNKNOWN = Message(
    translate("messages", "Something went wrong in the client store."),
    translate("messages", "Nothing is half written."),
    translate("messages", "Try again; restart Rolefit if it stays."),
)


def store_message(trouble: StoreTrouble) -> Message:
    """The message of a trouble; every one has one (a test checks it)."""
    return _MESSAGES[trouble]
