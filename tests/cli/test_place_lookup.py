"""Naming a place in a terminal: by id, by name, and what is said where the name is not there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.cli.place_lookup import FEW_PLACES, find_place
from placecheck.storage import NotHereError, open_store


def places(*names):
    return [SimpleNamespace(id=f"p{number}", name=name) for number, name in enumerate(names)]


MANY = places("Marsh Lane", "Marsh End", "Saltby", *(f"Ward {number}" for number in range(4_000)))


@pytest.mark.parametrize("name", ["Marsh Lane", "p0", "marsh lane", " MARSH LANE "])
def test_a_place_is_known_by_its_id_and_by_its_name_in_capitals_or_not(name):
    assert find_place(MANY, name).id == "p0"


@pytest.mark.parametrize("name", ["Mash Lane", "marsh"])
def test_of_thousands_only_those_that_may_be_meant_are_named(name):
    with pytest.raises(NotHereError) as raised:
        find_place(MANY, name)
    assert "Marsh Lane" in str(raised.value)
    assert str(raised.value).count(",") < FEW_PLACES


def test_where_none_is_called_alike_their_number_is_told():
    with pytest.raises(NotHereError, match="among the 4,003 that are here"):
        find_place(MANY, "Zzyzx")


def test_of_a_few_all_are_named():
    with pytest.raises(NotHereError, match="The places here are Marsh Lane, Saltby"):
        find_place(places("Saltby", "Marsh Lane"), "Zzyzx")


@pytest.mark.parametrize("known", [places("Lô", "Saltby"), places("Lô", *(f"Ward {n}" for n in range(40)))])
def test_a_name_that_lacks_only_its_accents_is_offered_whether_the_places_are_few_or_many(known):
    with pytest.raises(NotHereError, match=r"no place called `lo` here. Did you mean Lô\?"):
        find_place(known, "lo")


def test_an_accent_may_be_a_sign_of_its_own():
    assert find_place(places("Saint-Céré", "Saltby"), "saint-ce\u0301re\u0301").id == "p0"


def test_the_exact_name_goes_before_one_in_other_capitals():
    assert find_place(places("marsh lane", "Marsh Lane"), "Marsh Lane").id == "p1"
    with pytest.raises(NotHereError, match="p0, p1"):
        find_place(places("marsh lane", "Marsh Lane"), "MARSH LANE")


def test_import_takes_a_place_by_its_name_and_refuses_one_that_is_not_there(checkout, tmp_path):
    data = ("--data", str(tmp_path / "data"))
    CliRunner().invoke(app, ["import", str(checkout / "examples/saltby-2025.yaml"), *data])
    newer = ["import", str(checkout / "examples/saltby-2026.yaml")]
    refused = CliRunner().invoke(app, [*newer, "--place", "Salt", *data])
    assert isinstance(refused.exception, NotHereError)
    done = CliRunner().invoke(app, [*newer, "--place", "saltby", *data])
    assert done.exit_code == 0, done.output
    store = open_store(tmp_path / "data")
    (place,) = store.places()
    store.close()
    assert len(place.assessments) == 2
