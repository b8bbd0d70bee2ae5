"""The backups of several groups in one file: a zip of one backup for each, stored as they are."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from placecheck.errors import refuse
from placecheck.paths import open_private
from placecheck.storage.backup.backup_file import new_file
from placecheck.words import say, storing

GROUPS = "groups.json"
FORMAT = 1


def write_groups(out: Path, backups: Mapping[str, Path]) -> None:
    """Write each group's backup into the new file `out`, whole or not at all.

    Raises:
        InputError: The file already exists, or cannot be written.
    """
    with new_file(out) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        manifest: dict[str, Any] = {"placecheck_backup_of_groups": FORMAT, "groups": sorted(backups)}
        archive.writestr(GROUPS, json.dumps(manifest, indent=2) + "\n")
        for group, backup in sorted(backups.items()):
            archive.write(backup, _entry(group))


def groups_in(file: Path) -> tuple[str, ...]:
    """Return the groups whose backups are in `file`; none for the backup of one store, or where it is no backup."""
    try:
        with zipfile.ZipFile(file) as archive:
            if GROUPS not in archive.namelist():
                return ()
            names = json.loads(archive.read(GROUPS))["groups"]
            return tuple(name for name in names if _entry(name) in archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError, RuntimeError):
        return ()  # whoever reads it as a backup says what is wrong with it


def take_out(file: Path, group: str, folder: Path) -> Path:
    """Extract the backup of `group` from `file`, as a file of its own in `folder`.

    Raises:
        InputError: The backup holds no such group.
    """
    if group not in groups_in(file):
        raise refuse(str(file), 0, "", say(storing.NO_SUCH_GROUP, group=group), say(storing.GIVE_A_BACKUP))
    with zipfile.ZipFile(file) as archive, archive.open(_entry(group)) as entry:
        out = folder / f"{file.stem}-{group}.zip"
        with open_private(out) as target:
            while chunk := entry.read(1_000_000):
                target.write(chunk)
    return out


def _entry(group: str) -> str:
    return f"{group}.zip"
