"""Registering the slash commands with Discord, only when they have changed."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path

import discord
from discord import app_commands

_LOG = logging.getLogger(__name__)

SYNCED = "synced-commands"
"""The file in the data folder that says what Discord was last told."""


async def sync_changed(tree: app_commands.CommandTree[discord.Client], folder: Path) -> bool:
    """Register the tree's commands unless Discord has just these; True when they were registered.

    Discord allows few registrations a day and answers reads freely: what was registered is kept in
    `folder`, with the ids that Discord gave. Raises discord.HTTPException.
    """
    payload = [command.to_dict(tree) for command in tree.get_commands()]
    digest = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
    record = folder / SYNCED
    known = _state(digest, await tree.fetch_commands())
    if _read(record) == known:
        return False
    _write(record, _state(digest, await tree.sync()))
    return True


def _state(digest: str, commands: list[app_commands.AppCommand]) -> str:
    return " ".join([digest, *sorted(str(command.id) for command in commands)])


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(path: Path, state: str) -> None:
    """Keep what was registered; where that fails, it is only registered again at the next start."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(state, encoding="utf-8")
    except OSError as error:
        _LOG.warning("%s: cannot be written (%s)", path, error.strerror)
