"""A shell completes commands, options and their values."""

from __future__ import annotations

import sys

import pytest

from placecheck.cli import main
from placecheck.cli.completion import VARIABLE, Shell


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the program as a shell does; what it prints."""

    def printed(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["placecheck", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code
        return capsys.readouterr().out

    return printed


@pytest.mark.parametrize("shell", [shell.value for shell in Shell])
def test_there_is_a_script_for_each_shell_that_asks_by_the_variable_the_program_knows(run, shell):
    assert VARIABLE in run("completion", shell)


@pytest.mark.parametrize(
    ("words", "offers"),
    [("new", "new-rubric"), ("form --pa", "--paper"), ("form --size l", "letter"), ("notes se", "search")],
)
def test_what_is_begun_is_completed(run, monkeypatch, words, offers):
    monkeypatch.setenv(VARIABLE, "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"placecheck {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    assert offers in run().split()
