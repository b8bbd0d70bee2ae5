"""Rubrics in and out: a folder or a zip archive is checked and looked at first, and kept only when it has no fault."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from placecheck.errors import Finding, InputError, PlacecheckError, refuse
from placecheck.exchange.archive import Bounds, is_litter, unzipped, zipped
from placecheck.exchange.rubric_check import check_whole_rubric
from placecheck.paths import private_folder
from placecheck.rubric import Rubric, load_rubric, own_folder, own_rubrics
from placecheck.rubric.library import shipped_under_same_id
from placecheck.rubric.load import MANIFEST
from placecheck.rubric.starter import rubric_id, template_files
from placecheck.source.text import read_bytes
from placecheck.words import rubrics as words
from placecheck.words import say

RUBRIC_BOUNDS = Bounds(packed=5_000_000, parts=500, unpacked=20_000_000, ratio=200)

_NO_ZIP = ("This is no zip archive, or a damaged one.", "Pack the folder of the rubric again.")
_PACK = "Pack the folder that holds rubric.yaml and the folder dimensions."
Files = Mapping[str, bytes]
"""The files of one rubric, by their path below its folder."""


class RubricKeptError(PlacecheckError):
    """A rubric cannot be kept, or removed, given those that are stored here."""


@dataclass(frozen=True, slots=True)
class RubricPlan:
    """What a folder or an archive holds: `rubric` is None where its files cannot be read; nothing is kept yet."""

    files: Files
    rubric: Rubric | None
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """Return the id and the edition as one word."""
        return f"{self.rubric.id}-{self.rubric.edition}" if self.rubric else ""

    @property
    def can_be_kept(self) -> bool:
        """Return whether it has no fault; remarks stop nothing."""
        return self.rubric is not None and all(finding.severity == "remark" for finding in self.findings)


def plan_rubric_archive(raw: bytes, name: str) -> RubricPlan:
    """Return what the zip archive `raw` holds.

    Raises:
        InputError: It holds no rubric, or more than one.
    """
    above, files = _in_archive(raw, name)
    return _plan(files, f"{name}/{above}".rstrip("/"))


def load_rubric_archive(raw: bytes, name: str) -> RubricPlan:
    """Return the rubric in the zip archive `raw` as it was in use, without a check of its wording.

    Raises:
        InputError: It does not load, or passes for a rubric that ships with the program.
    """
    _, files = _in_archive(raw, name)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "rubric")
        _write(files, folder)
        rubric = load_rubric(folder)
    if shipped_under_same_id(rubric) is not None:
        raise refuse(name, 0, "id", say(words.PASSES_FOR_OURS, id=rubric.id), "")
    return RubricPlan(files, rubric, ())


def _in_archive(raw: bytes, name: str) -> tuple[str, Files]:
    """Return the folder in the zip archive `raw` that holds the rubric, and its files."""
    parts = unzipped(raw, name, RUBRIC_BOUNDS, _NO_ZIP)
    manifests = [path for path in parts if PurePosixPath(path).name.casefold() in (MANIFEST, "rubric.yml")]
    if len(manifests) != 1:
        what = "There is no rubric.yaml in this archive." if not manifests else "Several rubrics are in this archive."
        raise refuse(name, 0, "", what, _PACK if not manifests else "Pack each by itself.")
    above = manifests[0][: -len(PurePosixPath(manifests[0]).name)]
    return above, {path.removeprefix(above): content for path, content in parts.items() if path.startswith(above)}


def plan_rubric_folder(folder: Path) -> RubricPlan:
    """Return what the folder of a rubric holds.

    Raises:
        InputError: It holds none, or more than is taken.
    """
    return _plan(_in_folder(folder), str(folder))


def _in_folder(folder: Path) -> Files:
    if not folder.is_dir():
        raise refuse(str(folder), 0, "", "There is no such folder.", "Name the folder that holds rubric.yaml.")
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not is_litter(path.as_posix())]
    if len(paths) > RUBRIC_BOUNDS.parts:
        raise refuse(
            str(folder), 0, "", f"The folder holds more than {RUBRIC_BOUNDS.parts} files.", "Name a smaller one."
        )
    files = {path.relative_to(folder).as_posix(): read_bytes(path, RUBRIC_BOUNDS.packed) for path in paths}
    if MANIFEST not in files and "rubric.yml" not in files:
        raise refuse(str(folder), 0, "", "There is no rubric.yaml in this folder.", "Name the folder that holds one.")
    return files


def keep_rubric(plan: RubricPlan, root: Path | None = None) -> Path:
    """Keep the rubric of `plan` among people's own, and return its folder.

    They are in the folder `root`, where it is not that of this program's data. What is here under the same id and
    edition stays: the same content is found, other content is refused.

    Raises:
        InputError: The plan has faults.
        RubricKeptError: Another rubric has its id and edition, or the folder is there already.
    """
    rubric = plan.rubric
    if rubric is None or not plan.can_be_kept:
        raise InputError(finding for finding in plan.findings if finding.severity == "fault")
    own = root or own_folder()
    for folder, other in _own(rubric.id, rubric.edition, own):
        if other.fingerprint == rubric.fingerprint:
            return folder
        raise RubricKeptError(say(words.EDITION_THERE, title=rubric.title, id=rubric.id, edition=rubric.edition))
    names = (rubric.id, plan.name)
    target = next((own / name for name in names if not (own / name).exists()), None)
    if target is None:
        raise RubricKeptError(say(words.FOLDER_THERE, folder=own / names[-1]))
    return _written(plan.files, target)


def remove_rubric(id_: str, edition: str | None = None) -> list[Path]:
    """Remove an own rubric, one edition of it or all, and return where it was.

    Places that use it go on with it: it is kept with their assessments.

    Raises:
        RubricKeptError: There is no such rubric among people's own.
    """
    folders = [folder for folder, _ in _own(id_, edition) if folder.parent == own_folder()]
    if not folders:
        known = ", ".join(sorted({rubric.id for _, rubric in _own()})) or say(words.NONE_OWN)
        raise RubricKeptError(say(words.NO_OWN, id=f"{id_} {edition or ''}".strip(), known=known))
    for folder in folders:
        folder.unlink() if folder.is_symlink() else shutil.rmtree(folder)
    return folders


def rubric_as_archive(folder: Path, name: str) -> bytes:
    """Return the rubric in `folder` as a zip archive, in a folder called `name`, to change and to bring back."""
    return zipped({f"{name}/{path}": content for path, content in sorted(_in_folder(folder).items())})


def template_archive(name: str) -> tuple[str, bytes]:
    """Return the id of a new rubric called `name`, and its commented files as a zip archive.

    Raises:
        PlacecheckError: The name gives no id.
    """
    id_ = rubric_id(name)
    return id_, zipped({f"{id_}/{path}": content for path, content in template_files(name).items()})


def _own(id_: str | None = None, edition: str | None = None, root: Path | None = None) -> list[tuple[Path, Rubric]]:
    """Return people's own rubrics that can be read, those of this id and edition where they are named."""
    return [
        (folder, rubric)
        for folder, rubric in _loaded(own_rubrics(root))
        if id_ in (None, rubric.id) and edition in (None, rubric.edition)
    ]


def _loaded(folders: Iterable[Path]) -> Iterable[tuple[Path, Rubric]]:
    for folder in folders:
        try:
            yield folder, load_rubric(folder)
        except InputError:
            continue


def _plan(files: Files, name: str) -> RubricPlan:
    """Return what `files` hold, with each finding's file under the `name` that the person knows."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "rubric")
        _write(files, folder)
        findings = check_whole_rubric(folder)
        rubric = next((rubric for _, rubric in _loaded([folder])), None)
        shown = [
            replace(
                finding,
                file=_renamed(finding.file, folder, name),
                what=_renamed(finding.what, folder, name),
                hint=_renamed(finding.hint, folder, name),
            )
            for finding in findings
        ]
    return RubricPlan(files, rubric, tuple(sorted(_strict_about_id(rubric, shown))))


def _strict_about_id(rubric: Rubric | None, findings: Iterable[Finding]) -> Iterable[Finding]:
    """Yield `findings`; one about the id of a rubric that ships with the program is a fault here, where it is kept."""
    passes_for_shipped = rubric is not None and shipped_under_same_id(rubric) is not None
    for finding in findings:
        is_about_id = passes_for_shipped and (PurePosixPath(finding.file).name, finding.key) == (MANIFEST, "id")
        yield replace(finding, severity="fault") if is_about_id else finding


def _renamed(text: str, folder: Path, name: str) -> str:
    return text.replace(f"{folder.resolve()}", name).replace(f"{folder}", name)


def _written(files: Files, target: Path) -> Path:
    """Write the files to `target` as a whole: it is not there before all of them are."""
    private_folder(target.parent)
    with tempfile.TemporaryDirectory(dir=target.parent.parent, prefix="rubric-") as temporary:
        whole = Path(temporary, "rubric")
        _write(files, whole)
        whole.rename(target)
    return target


def _write(files: Files, folder: Path) -> None:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
