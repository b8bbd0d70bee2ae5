"""How the catalogue is read from a rubric's folder."""

from __future__ import annotations

import shutil

import pytest

from placecheck.errors import InputError
from placecheck.notes.catalogue import read_catalogue


@pytest.fixture
def copied(home, tmp_path):
    return shutil.copytree(home, tmp_path / "rubric")


def test_a_rubric_with_the_older_names_of_files_and_keys_is_read_as_before(copied, catalogue):
    (copied / "boilerplate.yaml").rename(copied / "furniture.yaml")
    text = (copied / "out-of-scope.yaml").read_text(encoding="utf-8").replace("\nout_of_scope:", "\nelsewhere:")
    (copied / "elsewhere.yaml").write_text(text, encoding="utf-8")
    (copied / "out-of-scope.yaml").unlink()
    assert read_catalogue(copied) == catalogue


def test_a_wrong_key_names_the_new_one(copied):
    (copied / "out-of-scope.yaml").write_text("out_of_scop: {}\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_catalogue(copied)
    (finding,) = raised.value.findings
    assert (finding.line, "out_of_scope" in finding.hint) == (1, True)
