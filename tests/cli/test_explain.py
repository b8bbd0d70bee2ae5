"""`placecheck score FILE --explain ID`."""

from __future__ import annotations

import sys

import pytest

from placecheck.cli import main


@pytest.fixture
def run(monkeypatch, capsys, checkout):
    """Runs `placecheck score` on an example with further words; gives exit code, stdout and stderr."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["placecheck", "score", str(checkout / "examples/marsh-lane.yaml"), *words])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return left.value.code, said.out, said.err

    return run


def test_the_working_is_printed_and_nothing_else(run):
    code, out, err = run("--explain", "agency")
    assert (code, err) == (0, "")
    assert out.startswith("Agency asks 8 questions in this assessment.\n")
    assert out.splitlines()[-1].startswith("In words: ")


def test_an_id_that_is_not_there_is_the_inputs_fault(run):
    code, out, err = run("--explain", "agncy")
    assert (code, out) == (1, "")
    assert err == "There is no indicator and no dimension `agncy` in this rubric. Did you mean `agency`?\n"


def test_the_working_as_json_is_wrong_usage(run):
    code, out, err = run("--explain", "agency", "--json")
    assert (code, out) == (2, "")
    assert "leave out --json" in err
