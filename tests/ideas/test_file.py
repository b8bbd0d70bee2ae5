"""A treasury goes out as a file and comes back the same."""

from __future__ import annotations

import datetime

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.errors import InputError
from placecheck.ideas.file import EMPTY, parsed_treasury, treasury_yaml
from placecheck.ideas.model import Needs
from placecheck.ideas.peers import PeerCard
from placecheck.ideas.treasury import SharedIdea, TreasuryFile, merge

CARD = SharedIdea(
    id="soup-street",
    version=2,
    name="Soup in the street",
    what="One street, once a month: yes, with soup.",
    from_idea="play-streets",
    change="After dark\nand with lights",
    needs=Needs(place="A street"),
    date=datetime.date(2026, 10, 2),
    may_leave=True,
)
PEER = PeerCard(id="saltby", group="Saltby", reach="the clerk", shows=("mixing",), wants=("small-sums",))
TREASURY = TreasuryFile(placecheck_ideas=1, ideas=(CARD,), peers=(PEER,))


def test_what_goes_out_comes_back_and_goes_out_with_the_same_bytes():
    text = treasury_yaml(TREASURY)
    back = parsed_treasury(text, "given.yaml")
    assert back == TREASURY
    assert treasury_yaml(back) == text


def test_the_same_card_twice_in_a_file_stands_once():
    twice = TreasuryFile(placecheck_ideas=1, ideas=(CARD, CARD))
    assert parsed_treasury(treasury_yaml(twice), "given.yaml").ideas == (CARD,)
    assert merge(EMPTY, twice).ideas == (CARD,)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("placecheck_ideas: 2", "given.yaml:1: placecheck_ideas: "),
        ("placecheck_ideas: 1\nideas:\n  - id: a\n    nam: x\n    what: y", "given.yaml:4: ideas[0].nam: "),
        (
            "placecheck_ideas: 1\nideas:\n  - id: a\n    name: x\n    what: y\n    rating: 5",
            "given.yaml:6: ideas[0].rating",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(text, finding):
    with pytest.raises(InputError) as refused:
        parsed_treasury(text, "given.yaml")
    assert finding in str(refused.value)


def test_two_files_are_put_together_in_a_terminal_and_a_conflict_is_said(tmp_path):
    other = CARD.model_copy(update={"change": "At noon"})
    for name, card in (("one", CARD), ("two", other)):
        (tmp_path / f"{name}.yaml").write_text(treasury_yaml(TreasuryFile(placecheck_ideas=1, ideas=(card,))))
    out = tmp_path / "both.yaml"
    files = [str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml")]
    done = CliRunner().invoke(app, ["treasury", "merge", *files, "-o", str(out)])
    assert done.exit_code == 0
    assert "2 different texts claim to be version 2" in done.stderr
    assert set(parsed_treasury(out.read_text(), "both.yaml").ideas) == {CARD, other}
    shown = CliRunner().invoke(app, ["treasury", "show", str(out)])
    assert shown.stdout.startswith("- Play streets\n  - Soup in the street, changed: ")


def test_a_descent_of_four_generations_is_printed_in_a_terminal(tmp_path):
    ours = CARD.model_copy(update={"id": "ours", "from_idea": "play-streets", "change": "Only in summer"})
    theirs = CARD.model_copy(update={"id": "theirs", "from_idea": "ours", "change": "In the car park"})
    last = CARD.model_copy(update={"id": "last", "from_idea": "theirs", "change": "With a band"})
    file = tmp_path / "four.yaml"
    file.write_text(treasury_yaml(TreasuryFile(placecheck_ideas=1, ideas=(last, ours, theirs))))
    shown = CliRunner().invoke(app, ["treasury", "show", str(file)])
    assert shown.stdout == (
        "- Play streets\n"
        "  - Soup in the street, changed: Only in summer\n"
        "    - Soup in the street, changed: In the car park\n"
        "      - Soup in the street, changed: With a band\n"
    )
