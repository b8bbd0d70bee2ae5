from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app


def run(*words: str):
    return CliRunner().invoke(app, ["ideas", *words])


def test_all_ideas_are_listed_and_none_is_numbered_or_rated():
    listed = json.loads(run("--json").stdout)
    assert len(listed) == 157
    assert not {"rating", "score", "count", "rank", "used"} & {key for idea in listed for key in idea}


def test_ones_own_words_find_an_idea_with_its_warning():
    shown = run("kids", "playing", "in", "the", "street").stdout
    assert "Play streets (play-streets)" in shown
    assert "It did not begin by itself" in shown


def test_an_indicator_and_what_is_here_narrow_the_list():
    listed = json.loads(run("--for", "mixing", "--with", "place", "--with", "person", "--json").stdout)
    assert listed
    assert all("mixing" in idea["indicators"] and not {"power", "pot"} & idea["needs"].keys() for idea in listed)


@pytest.mark.parametrize("words", [("--for", "nothing"), ("--with", "luck")])
def test_what_is_not_known_is_refused(words):
    refused = run(*words)
    assert refused.exit_code == 2
    assert words[1] in refused.stderr


def test_words_that_fit_no_idea_say_so():
    assert "No idea here comes close to this." in run("xylophone").stdout


def test_what_is_only_the_nearest_says_so():
    near = run("bitcoin", "investment")
    assert near.stderr.startswith("No idea here speaks of this.")
    assert near.stdout
    assert run("kids", "playing", "in", "the", "street").stderr == ""


def test_a_rubric_without_ideas_says_so_and_is_given_none_of_ours(checkout):
    shown = run("--rubric", str(checkout / "tests" / "data" / "rubrics" / "la-place-du-marche"), "market")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr.strip() == "La Place du Marché comes with no ideas."
