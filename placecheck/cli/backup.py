"""`placecheck backup` and `restore`: everything in one file and back, of one store or of every group."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.reading import GROUPS, Data, counted, opened, opened_to_read
from placecheck.paths import data_folder
from placecheck.words import say, storing

if TYPE_CHECKING:
    from placecheck.storage import Store

Group = Annotated[
    str | None, typer.Option("--group", metavar="NAME", help="This group's alone, where there are groups.")
]


def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new file to write.", show_default=False)],
    data: Data = None,
    group: Group = None,
) -> None:
    """Write everything to one file, also while the app is running. Where there are groups, all of them."""
    groups = _groups(data, group)
    if not groups:
        with opened_to_read(data) as store:
            print(counted(storing.BACKED_UP, out, store.back_up(out)))
    elif group:
        print(f"{group}: {counted(storing.BACKED_UP, out, _store(group).back_up(out))}")
    else:
        _back_up_all(out, groups)


def _back_up_all(out: Path, groups: Sequence[str]) -> None:
    from placecheck.storage.backup.all_groups import write_groups

    with tempfile.TemporaryDirectory(prefix=".placecheck-backup-", dir=out.absolute().parent) as folder:
        backups = {group: Path(folder) / f"{group}.zip" for group in groups}
        held = {group: _store(group).back_up(path) for group, path in backups.items()}
        write_groups(out, backups)
    for group, counts in held.items():
        print(f"{group}: {counted(storing.BACKED_UP, out, counts)}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)],
    data: Data = None,
    group: Group = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Read all of it, say what it holds, and change nothing.")
    ] = False,
) -> None:
    """Put a backup in place of everything here, and keep what was here in a file."""
    from placecheck.storage.backup.all_groups import groups_in
    from placecheck.storage.backup.restore import check_backup

    inside = groups_in(file)
    if not check:
        _groups(data, group)
    for name in [group] if group else inside or [""]:
        with _of_group(file, name if inside else "") as backup_file:
            if check:
                print(_named(name, counted(storing.CHECKED, file, check_backup(backup_file))))
            else:
                _restore(backup_file, file, name, data)


def _restore(backup_file: Path, file: Path, group: str, data: Path | None) -> None:
    keep = data_folder(data) / "kept"
    if group and not data:
        held = _store(group).restore(backup_file, data_folder() / "groups" / group / "kept")
    else:
        with closing(opened(data)) as store:
            held = store.restore(backup_file, keep)
    print(_named(group, counted(storing.RESTORED, file, held)))
    if held.kept is not None:
        print(say(storing.KEPT_BEFORE, file=held.kept))


@contextmanager
def _of_group(file: Path, group: str) -> Iterator[Path]:
    """Provide the backup in `file`, extracted from those of all groups where a group is named."""
    from placecheck.storage.backup.all_groups import take_out

    with tempfile.TemporaryDirectory(prefix="placecheck-restore-") as folder:
        yield take_out(file, group, Path(folder)) if group else file


def _groups(data: Path | None, group: str | None) -> tuple[str, ...]:
    """Return the groups of this server; none where a folder is named, or there are none. Raises BadParameter."""
    groups: tuple[str, ...] = ()
    if data is None and os.environ.get(GROUPS):
        from placecheck.web.access.tenants import tenant_names

        groups = tenant_names()
    if group and group not in groups:
        raise typer.BadParameter(say(storing.NO_SUCH_GROUP, group=group))
    return groups


def _store(group: str) -> Store:
    from placecheck.web.access.tenants import tenant_store

    return tenant_store(group)


def _named(group: str | None, words: str) -> str:
    return f"{group}: {words}" if group else words
