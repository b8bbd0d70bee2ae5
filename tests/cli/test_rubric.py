from __future__ import annotations

import json
import os
import shlex
import shutil
import stat
import sys

import pytest

from placecheck.cli import main
from placecheck.paths import VARIABLE


@pytest.fixture
def command(monkeypatch, capsys, tmp_path):
    """Run a command in an empty folder; its exit code, what it printed, and what it said beside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["placecheck", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


@pytest.fixture
def small(checkout, tmp_path):
    """A small rubric, in the folder `small` below."""
    return shutil.copytree(checkout / "tests" / "data" / "bad" / "base" / "rubric", tmp_path / "small")


def test_check_looks_at_every_rubric_that_travels_with_the_program(command):
    code, out, err = command("check")
    assert code == 0
    newest, first = out.splitlines()
    assert newest.startswith("A Better Way place, edition 2026.2: 5 dimensions, 42 indicators. No faults")
    assert first.startswith("A Better Way place, edition 2026.1: 5 dimensions, 39 indicators. No faults")
    assert all("(remark)" in line for line in err.splitlines())


def test_check_names_files_below_the_working_folder_from_there(command, checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    lines = command("check")[2].splitlines()
    assert lines
    assert [line for line in lines if not line.startswith("rubrics/")] == []


@pytest.mark.parametrize("name", ["small", "small/", "small/rubric.yaml", "./small"])
def test_check_takes_a_folder_or_the_rubric_in_it(command, small, name):
    assert small.is_dir()
    code, out, _ = command("check", name)
    assert (code, out) == (0, "A small rubric, edition 1: 2 dimensions, 2 indicators. No faults, 3 remarks.\n")


def test_check_takes_a_rubric_by_its_name(command):
    assert command("check", "better-way-place")[0] == 0


def test_check_ends_with_1_where_there_is_a_fault_and_names_it_with_its_line(command, small):
    (small / "notes.yaml").write_text("notes: []\n")
    code, out, err = command("check", "small")
    assert code == 1
    assert (
        "small/passages.yaml:2: passages[0].id: There is no note walk. Name a note of notes.yaml." in err.splitlines()
    )
    assert out == "A small rubric, edition 1: 2 dimensions, 2 indicators. 3 faults.\n"


def test_check_tells_of_a_rubric_that_cannot_be_read_by_its_folder(command, small):
    (small / "rubric.yaml").write_text("id: small\n\tname: x\n")
    code, out, err = command("check", "small")
    assert (code, out) == (1, "small: 1 fault.\n")
    assert err.startswith("small/rubric.yaml:2: ")


@pytest.mark.parametrize("name", [".", ".."])
def test_check_calls_the_folder_one_stands_in_by_its_name(command, small, monkeypatch, name):
    (small / "rubric.yaml").write_text("id: small\n\tname: x\n")
    (small / "within").mkdir()
    monkeypatch.chdir(small if name == "." else small / "within")
    assert command("check", name)[:2] == (1, "small: 1 fault.\n")


def test_check_says_where_an_entry_lacks_the_dash_that_begins_it(command, small):
    manifest = small / "rubric.yaml"
    manifest.write_text(manifest.read_text().replace("  - name: Always", "    name: Always"))
    assert command("check", "small")[2] == (
        "small/rubric.yaml:12: levels[1].name: This key stands here twice, first on line 11. "
        "If another entry begins here, write a dash and a space before it. If not, keep one.\n"
    )


def test_check_counts_one_dimension_and_one_indicator_as_one(command, small):
    manifest = small / "rubric.yaml"
    manifest.write_text(manifest.read_text().replace("  - calm\n", ""))
    (small / "dimensions" / "calm.yaml").unlink()
    assert "edition 1: 1 dimension, 1 indicator. " in command("check", "small")[1]


def test_check_prints_json_and_nothing_else_where_it_is_asked_to(command, small):
    (small / "notes.yaml").write_text("notes: []\n")
    code, out, err = command("check", "--json", "small", "better-way-place")
    first, second = json.loads(out)
    assert (code, err) == (1, "")
    assert first["rubric"] == "small"
    assert first["findings"][0] | {"what": ""} == {
        "file": "small/passages.yaml", "line": 2, "key": "passages[0].id", "what": "",
        "mend": "Name a note of notes.yaml.", "severity": "fault",
    }  # fmt: skip
    assert all(finding["severity"] == "remark" for finding in second["findings"])


def test_check_names_each_passage_that_no_one_cites_on_demand(command):
    few = command("check")[2].splitlines()
    every = command("check", "--all")[2].splitlines()
    assert len(few) < 10 < len(every)


def test_a_rubric_that_is_not_there_is_answered_with_those_that_are(command):
    code, out, err = command("check", "nowhere")
    assert (code, out) == (1, "")
    known = "better-way-place, better-way-place-2026.1"
    assert err == f"There is no rubric `nowhere`. Name a folder that holds rubric.yaml, or one of: {known}.\n"


def test_a_sample_of_links_is_drawn_by_lot_and_the_same_seed_draws_the_same(command):
    code, out, err = command("check", "--sample", "5", "--seed", "3")
    assert (code, err) == (0, "")
    assert out.startswith("A Better Way place, edition 2026.2: 5 links, drawn with the seed 3\n\n1. ")
    assert out.count("\n   Supports: ") + out.count("\n   Cautions: ") == 5
    assert "It " in out
    assert command("check", "--sample", "5", "--seed", "3")[1] == out
    assert command("check", "--sample", "5", "--seed", "4")[1] != out


def test_more_links_than_there_are_cannot_be_drawn_and_one_without_a_reason_says_so(command, small):
    out = command("check", "small", "--sample", "60")[1]
    assert small.is_dir()
    assert out.startswith("A small rubric, edition 1: 6 links")
    assert out.count("No reason is given.") == 6


@pytest.mark.shared
def test_a_sample_shows_the_paragraphs_where_the_notes_are(command, shared):
    out = command("check", "--sample", "5", "--notes", str(shared / "notes"))[1]
    assert out.count("\n   > ") == 5


def test_show_lists_ids_names_levels_and_perspectives(command):
    code, out, _ = command("show")
    lines = [line.split(maxsplit=1) for line in out.splitlines() if line]
    assert code == 0
    assert ["social-infrastructure", "Social infrastructure"] in lines
    assert ["places-to-meet", "Places to meet (starter)"] in lines
    assert ["0", "Not yet"] in lines
    assert ["young-person", "Young person"] in lines


def test_show_prints_the_whole_rubric_as_json(command):
    (rubric,) = json.loads(command("show", "--json")[1])
    assert rubric["id"] == "better-way-place"
    assert len(rubric["dimensions"][0]["indicators"][0]["levels"]) == 5


def test_a_new_rubric_is_found_by_its_name_from_then_on(command, tmp_path):
    code, out, _ = command("new-rubric", "Our estate")
    assert code == 0
    assert out.startswith(str(tmp_path / "data" / "rubrics" / "our-estate"))
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    code, _, err = command("check", "our-estate")
    faults = [line for line in err.splitlines() if "(remark)" not in line]
    assert (code, [line.split(": ")[1] for line in faults]) == (1, ["about", "wording", "authors", "cite_as"])
    assert all("rubric.yaml:" in line and "Write your own" in line for line in faults)
    assert "Our estate (our-estate, edition 1)" in command("show", "our-estate")[1]


def test_an_id_means_the_same_rubric_to_every_command(command, tmp_path):
    command("new-rubric", "Our estate")
    folder = tmp_path / "data" / "rubrics" / "our-estate"
    folder.rename(folder.with_name("elsewhere"))
    assert "Our estate, edition 1" in command("check", "our-estate")[1]
    assert "Our estate (our-estate" in command("show", "our-estate")[1]
    assert command("form", "--spreadsheet", "out.xlsx", "--rubric", "our-estate")[0] == 0
    assert command("form", "--spreadsheet", "out.xlsx", "--rubric", "elsewhere")[0] == 0
    assert "2026.2" in command("check", "better-way-place")[1]


def test_a_new_rubric_is_written_where_it_is_wanted_and_never_over_another(command, tmp_path):
    assert command("new-rubric", "Our estate", "--in", "here")[0] == 0
    assert (tmp_path / "here" / "our-estate" / "rubric.yaml").is_file()
    code, _, err = command("new-rubric", "Our estate", "--in", "here")
    assert code == 1
    assert "is there already" in err


def test_the_schemas_can_be_written_anew(command, checkout, tmp_path):
    assert command("schema", "out")[0] == 0
    kept = checkout / "rubrics" / "schema"
    assert {path.name: path.read_text() for path in (tmp_path / "out").iterdir()} == {
        path.name: path.read_text() for path in kept.iterdir()
    }


def test_the_command_that_checks_a_new_rubric_can_be_copied_whatever_its_folder_is_called(command, tmp_path):
    told = command("new-rubric", "Our estate")[1]
    assert "run `placecheck check our-estate`" in told
    assert command("check", "our-estate")[2]
    folder = tmp_path / "Application Support"
    told = command("new-rubric", "Our street", "--in", str(folder))[1]
    _, check, named = shlex.split(told.partition("run `")[2].partition("`")[0])
    assert (check, named) == ("check", str(folder / "our-street"))
