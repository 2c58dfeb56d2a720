"""The failures a user is told about, each with the exit code of the command line."""

from __future__ import annotations


class WhosaidError(Exception):
    """A failure with one clear sentence for the user; `str(error)` is that sentence."""

    exit_code = 1


class OperationFailed(WhosaidError):
    """The operation could not be carried out: disk, lock, damage or model."""


class Unreadable(OperationFailed):
    """A file that is there could not be read this time: too many files are open, a device does not answer."""


class BadInput(WhosaidError):
    """What the user gave cannot be used: a question, an option, a setting, an article id."""

    exit_code = 2


class BuildUnderWay(OperationFailed):
    """Another build is under way in the data folder."""


class ModelUnavailable(OperationFailed):
    """The embedding model cannot be loaded or is not the one that was expected."""


class NoIndex(OperationFailed):
    """No build was ever published in the data folder."""


def first_line(error: Exception) -> str:
    """What a library's error says, in one line; its kind where it says nothing."""
    return str(error).strip().split("\n")[0] or type(error).__name__
