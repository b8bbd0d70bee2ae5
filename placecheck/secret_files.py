"""Settings that are secret: in the environment, or each in a file that a variable with `_FILE` at its end names."""

from __future__ import annotations

import os
from pathlib import Path

from placecheck.errors import PlacecheckError

SECRETS = (
    "PLACECHECK_DATABASE_URL",
    "PLACECHECK_METRICS_TOKEN",
    "PLACECHECK_OPENID_SECRET",
    "PLACECHECK_PASSPHRASE",
)
FILE = "_FILE"


class SecretFileError(PlacecheckError):
    """A file that should hold a secret cannot be read, or stands beside the setting itself."""


def load_secret_files() -> None:
    """Read each secret whose file is named in the environment, and set it there for this process.

    Raises:
        SecretFileError: A file cannot be read or is empty, or the secret is given twice.
    """
    for name in SECRETS:
        path = os.environ.get(name + FILE)
        if not path:
            continue
        if os.environ.get(name):
            raise SecretFileError(f"Both {name} and {name}{FILE} are set. Leave one of them out.")
        try:
            secret = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not text"
            raise SecretFileError(f"{name}{FILE} names {path}, which cannot be read: {why}.") from None
        if not secret:
            raise SecretFileError(f"{name}{FILE} names {path}, which is empty. Write the secret into it.")
        del os.environ[name + FILE]
        os.environ[name] = secret


def worker_environment() -> dict[str, str]:
    """Return the environment for a process that reads what strangers sent: without secrets."""
    return {name: value for name, value in os.environ.items() if name.removesuffix(FILE) not in SECRETS}
