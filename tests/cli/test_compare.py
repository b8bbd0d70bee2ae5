"""`placecheck compare`: words and JSON as they are kept beside this file, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.errors import PlacecheckError

HERE = Path(__file__).parent / "compared"
PAIRS = {
    "three-places": ["marsh-lane", "llanfair-y-bont", "kingfisher-meadows"],
    "two-rounds": ["saltby-2025", "saltby-2026"],
}


@pytest.fixture
def files(checkout):
    return lambda name: [str(checkout / f"examples/{one}.yaml") for one in PAIRS[name]]


def run(*arguments: str):
    return CliRunner().invoke(app, ["compare", *arguments])


@pytest.mark.parametrize("name", PAIRS)
def test_it_says_what_is_kept_beside_this_file(files, name):
    result = run(*files(name))
    assert result.exit_code == 0, result.output
    kept = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    assert result.stdout == kept, "tests/cli/compared/README.md says how to write it anew"


@pytest.mark.parametrize("name", PAIRS)
def test_json_is_json_alone_with_every_side_in_the_order_given(files, name):
    result = run(*files(name), "--json")
    data = json.loads(result.stdout)
    assert [side["place"]["name"] for side in data["sides"]] == [
        json.loads(CliRunner().invoke(app, ["score", file, "--json"]).stdout)["place"]["name"] for file in files(name)
    ]
    assert all(len(one["sides"]) == len(PAIRS[name]) for one in (*data["dimensions"], *data["indicators"]))
    assert {one["too_close"] for one in data["indicators"]} == {True, False}


def test_one_dimension_or_one_indicator_is_shown_alone(files, rubric):
    side, other = rubric.dimensions[1], rubric.dimensions[2]
    words = run(*files("two-rounds"), "--dimension", side.id).stdout
    assert side.name in words
    assert f"\n{other.name}\n" not in words
    data = json.loads(run(*files("two-rounds"), "--dimension", side.id, "--json").stdout)
    assert [one["id"] for one in data["indicators"]] == [one.id for one in side.indicators]
    alone = json.loads(run(*files("two-rounds"), "--indicator", "mixing", "--json").stdout)
    assert ([one["id"] for one in alone["indicators"]], alone["dimensions"]) == (["mixing"], [])


def test_another_order_says_the_same_of_each(files):
    there, back = (
        json.loads(run(*given, "--json").stdout) for given in (files("two-rounds"), files("two-rounds")[::-1])
    )
    assert [one["sides"][::-1] for one in there["indicators"]] == [one["sides"] for one in back["indicators"]]


@pytest.mark.parametrize(
    "arguments", [[], ["one"], ["file"] * 13, ["a", "b", "--dimension", "agency", "--indicator", "mixing"]]
)
def test_wrong_usage_ends_with_2(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("option", ["--dimension", "--indicator"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_what_cannot_be_compared_is_named_with_what_is_near(files, option, form):
    result = run(*files("two-rounds"), option, "mixin" if option == "--indicator" else "agenc", *form)
    assert isinstance(result.exception, PlacecheckError)
    assert "mixing" in str(result.exception) or "agency" in str(result.exception)
