from __future__ import annotations

import json

import pytest
import yaml
from typer.testing import CliRunner

from placecheck.cli.commands import app


@pytest.fixture
def run(checkout, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def command(*given: str):
        return CliRunner().invoke(app, ["publish", *given])

    command.place = str(checkout / "examples/marsh-lane.yaml")
    command.here = tmp_path
    return command


def test_texts_are_listed_ticked_and_then_published(run):
    assert "texts to read" in run(run.place, "--list-texts", "texts.yaml").output
    listed = yaml.safe_load((run.here / "texts.yaml").read_text(encoding="utf-8"))
    assert not any(one["names_nobody"] for one in listed["texts"])
    story = next(one for one in listed["texts"] if one["key"].startswith("answers."))
    story["names_nobody"] = True
    (run.here / "texts.yaml").write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    assert run(run.place, "--texts", "texts.yaml", "-o", "out.json").exit_code == 0
    given = json.loads((run.here / "out.json").read_text(encoding="utf-8"))
    told = [text for one in given["dimensions"] for each in one["indicators"] for text in each.get("texts", ())]
    assert "\n".join(text for one in told for text in one.values()) == story["text"]


def test_a_text_that_was_changed_since_it_was_read_is_refused_with_its_line(run):
    run(run.place, "--list-texts", "texts.yaml")
    path = run.here / "texts.yaml"
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    listed["texts"][0]["text"] += " And Megan."
    listed["texts"][1]["key"] = "answers.v99.nothing"
    path.write_text(yaml.safe_dump(listed, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with pytest.raises(Exception, match=r"texts\[0\].text: This text differs") as raised:
        CliRunner().invoke(app, ["publish", run.place, "--texts", "texts.yaml", "-o", "o.yaml"], catch_exceptions=False)
    assert "texts[1].key: This text is not in the place's file any more." in str(raised.value)


@pytest.mark.parametrize("ending", ["yaml", "json", "html", "pdf"])
def test_each_ending_makes_a_file_without_what_nobody_ticked(run, ending):
    assert run(run.place, "-o", f"out.{ending}").exit_code == 0
    made = (run.here / f"out.{ending}").read_bytes()
    assert made.startswith({"yaml": b"published: 1", "json": b"{", "html": b"<!DOCTYPE", "pdf": b"%PDF"}[ending])
    assert b"chicken shop" not in made


def test_an_ending_that_is_none_of_ours_and_no_file_at_all_are_refused(run):
    assert "cannot be written as .docx" in str(run(run.place, "-o", "out.docx").exception)
    assert run(run.place).exit_code == 2


def test_a_published_file_is_no_assessment(run):
    run(run.place, "-o", "out.yaml")
    assert "This key is missing. Begin the file with placecheck: 1." in str(
        run("out.yaml", "-o", "again.yaml").exception
    )


def test_the_profile_of_a_place_holds_of_its_cards_what_is_ticked(run, checkout):
    cards = ("--cards", str(checkout / "examples/places/marsh-lane.yaml"))
    run(run.place, *cards, "--list-texts", "texts.yaml")
    listed = yaml.safe_load((run.here / "texts.yaml").read_text(encoding="utf-8"))
    chosen = next(one for one in listed["texts"] if one["key"].startswith("cards."))
    chosen["names_nobody"] = True
    (run.here / "texts.yaml").write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    assert run(run.place, *cards, "--texts", "texts.yaml", "-o", "profile.html").exit_code == 0
    page = (run.here / "profile.html").read_text(encoding="utf-8")
    assert chosen["text"].splitlines()[0] in page
    assert "Agenda" not in page
    assert ".docx" in str(run(run.place, *cards, "-o", "profile.yaml").exception)


@pytest.mark.parametrize("command", [["publish", "place.yaml", "-o", "out.json"], ["score", "place.yaml"]])
def test_whom_a_file_names_without_an_answer_is_remarked_on_whatever_the_command(run, command):
    text = (run.here / run.place).read_text(encoding="utf-8")
    (run.here / "place.yaml").write_text(text.replace("\nvoices:\n", "\nvoices:\n  - id: silent\n"), encoding="utf-8")
    outcome = CliRunner().invoke(app, command)
    assert outcome.exit_code == 0
    assert "silent" in outcome.stderr
