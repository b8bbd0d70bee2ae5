"""`placecheck backup` and `restore`: everything in one file and back, of one store or of every group."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.command_store import GROUPS, Data, open_command_store, open_for_reading, with_count
from placecheck.paths import data_folder
from placecheck.words import say, storing

if TYPE_CHECKING:
    from placecheck.storage import AddedFolders, BackupCounts, Store

Group = Annotated[
    str | None, typer.Option("--group", metavar="NAME", help="This group's alone, where there are groups.")
]
Added = Annotated[
    bool, typer.Option("--added/--no-added", help="With the notes and rubrics that were added, or places alone.")
]


def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new file to write.", show_default=False)],
    data: Data = None,
    group: Group = None,
    *,
    added: Added = True,
) -> None:
    """Write everything to one file, also while the app is running. Where there are groups, all of them."""
    groups = _groups(data, group)
    if not groups:
        with open_for_reading(data) as store:
            _print_written("", out, store.back_up(out, _added_folders(data, "") if added else None), added=added)
    elif group:
        counts = _store(group).back_up(out, _added_folders(None, group) if added else None)
        _print_written(group, out, counts, added=added)
    else:
        _back_up_all(out, groups, added=added)


def _back_up_all(out: Path, groups: Sequence[str], *, added: bool) -> None:
    from placecheck.storage.backup.all_groups import write_groups

    with tempfile.TemporaryDirectory(prefix=".placecheck-backup-", dir=out.absolute().parent) as folder:
        backups = {group: Path(folder) / f"{group}.zip" for group in groups}
        counts_by_group = {group: _back_up_group(group, path, added=added) for group, path in backups.items()}
        write_groups(out, backups)
    for group, counts in counts_by_group.items():
        _print_written(group, out, counts, added=added)


def _back_up_group(group: str, out: Path, *, added: bool) -> BackupCounts:
    store = _store(group)
    counts = store.back_up(out, _added_folders(None, group) if added else None)
    store.close_if_idle(0)  # a thousand open at once would be more files than a system allows
    return counts


def _print_written(group: str, out: Path, counts: BackupCounts, *, added: bool) -> None:
    is_all = added and not counts.others
    print(_with_group_name(group, with_count(storing.BACKED_UP if is_all else storing.PLACES_BACKED_UP, out, counts)))
    print(_with_group_name(group, _added_line(counts, storing.ADDED_IN_IT) if added else say(storing.NOT_ADDED)))
    for name in counts.others:
        print(_with_group_name(group, say(storing.LEFT_OUT, name=name)), file=sys.stderr)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)],
    data: Data = None,
    group: Group = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Read all of it, say what it holds, and change nothing.")
    ] = False,
    added: Added = True,
) -> None:
    """Put a backup in place of everything here, and keep what was here in a file."""
    from placecheck.storage.backup.all_groups import groups_in
    from placecheck.storage.backup.restore import check_backup

    inside = groups_in(file)
    if not check:
        _groups(data, group)
    for name in [group] if group else inside or [""]:
        with _extracted_backup(file, name if inside else "") as backup_file:
            if check:
                counts = check_backup(backup_file)
                print(_with_group_name(name, with_count(storing.CHECKED, file, counts)))
                print(_with_group_name(name, _added_line(counts, storing.ADDED_IN_IT)))
            else:
                _restore(backup_file, file, name, data, added=added)


def _restore(backup_file: Path, file: Path, group: str, data: Path | None, *, added: bool) -> None:
    keep = data_folder(data) / "kept"
    folders = _added_folders(data, group if not data else "") if added else None
    if group and not data:
        counts = _store(group).restore(backup_file, data_folder() / "groups" / group / "kept", folders)
    else:
        with closing(open_command_store(data)) as store:
            counts = store.restore(backup_file, keep, folders)
    print(_with_group_name(group, with_count(storing.RESTORED, file, counts)))
    if counts.notes or counts.rubrics:
        print(_with_group_name(group, _added_line(counts, storing.ADDED_BACK)))
    for name in counts.others:
        print(_with_group_name(group, say(storing.RUBRIC_STAYS, name=name)))
    if counts.previous_file is not None:
        print(say(storing.KEPT_BEFORE, file=counts.previous_file))


def _added_folders(data: Path | None, group: str) -> AddedFolders:
    """Return where notes and rubrics lie that people added: notes are a group's, rubrics are for all."""
    from placecheck.storage import AddedFolders

    folder = data_folder(data)
    return AddedFolders(folder / "groups" / group if group else folder, folder / "rubrics")


def _added_line(counts: BackupCounts, words: str) -> str:
    return say(words, notes=counts.notes, rubrics=counts.rubrics)


@contextmanager
def _extracted_backup(file: Path, group: str) -> Iterator[Path]:
    """Provide the backup in `file`, extracted from those of all groups where a group is named."""
    from placecheck.storage.backup.all_groups import take_out

    with tempfile.TemporaryDirectory(prefix="placecheck-restore-") as folder:
        yield take_out(file, group, Path(folder)) if group else file


def _groups(data: Path | None, group: str | None) -> tuple[str, ...]:
    """Return the groups of this server; none where a folder is named, or there are none.

    Raises:
        BadParameter: There is no such group.
    """
    groups: tuple[str, ...] = ()
    if data is None and os.environ.get(GROUPS):
        from placecheck.web.access.tenants import tenant_names

        groups = tenant_names()
    if group and group not in groups:
        raise typer.BadParameter(say(storing.NO_SUCH_GROUP, group=group))
    return groups


def _store(group: str) -> Store:
    from placecheck.web.access.tenant_stores import tenant_store

    return tenant_store(group)


def _with_group_name(group: str | None, words: str) -> str:
    return f"{group}: {words}" if group else words
