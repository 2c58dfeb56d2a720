"""Members as the store knows them: by a keyed hash, which without the secret leads back to nobody."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from index.errors import OperationFailed
from index.storage.durable import sync

FILE = "bot.secret"

_SHORTEST = 16
_MARK = "whosaid"


class Pseudonyms:
    """From the id of a member to the pseudonym that is kept in its place."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, member: int) -> str:
        """The pseudonym of a member: HMAC-SHA256 of the id, 64 hexadecimal digits."""
        return hmac.new(self._secret, str(member).encode(), hashlib.sha256).hexdigest()

    @classmethod
    def load(cls, folder: Path, secret: str | None = None) -> Pseudonyms:
        """With `secret`, or with the one kept in `folder`, which is made on the first use.

        Raises OperationFailed when it cannot be read or written.
        """
        if secret is not None:
            return cls(secret.encode())
        path = folder / FILE
        try:
            kept = _kept(path)
        except (OSError, UnicodeDecodeError) as error:
            raise OperationFailed(f"{path}: the secret cannot be read or written ({error})") from error
        found = _secret_in(kept)
        if found is None:
            raise OperationFailed(
                f"{path}: holds no secret, or a damaged one; restore it from a backup, or delete it to begin anew"
            )
        return cls(found.encode())


def _kept(path: Path) -> str:
    """The secret in `path`. A new one is whole before it has its name, and readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        temporary = path.with_name(f".{path.name}.new")
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            secret = secrets.token_hex(32)
            file.write(f"{_MARK} {secret} {_checksum(secret)}\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync(path.parent)
    return path.read_text(encoding="ascii").strip()


def _secret_in(kept: str) -> str | None:
    """The secret in the text of a file; None where it is damaged. One that stands alone has no checksum."""
    match kept.split():
        case [secret] if len(secret) >= _SHORTEST:
            return secret
        case [mark, secret, checksum] if mark == _MARK and checksum == _checksum(secret):
            return secret
        case _:
            return None


def _checksum(secret: str) -> str:
    """Enough of a hash to notice damage, and too little to tell anything of the secret."""
    return hashlib.sha256(f"checksum of {secret}".encode()).hexdigest()[:16]
