"""How a summary says that its readings were made."""

from __future__ import annotations

from decimal import Decimal

import pytest

from placecheck.assessment import Assessment
from placecheck.rubric import Rubric
from placecheck.rubric.model import Scoring
from placecheck.scoring import METHOD, score
from placecheck.views.printed.colophon import about_this, how_made, how_to_read


@pytest.fixture
def nobody(rubric) -> Assessment:
    return Assessment.model_validate({"rubric": {"id": rubric.id, "edition": rubric.edition}, "place": {"name": "Ore"}})


def heavier(rubric: Rubric) -> Rubric:
    first, *rest = rubric.dimensions
    one, *others = first.indicators
    indicators = (one.model_copy(update={"weight": Decimal(2)}), *others)
    return rubric.model_copy(update={"dimensions": (first.model_copy(update={"indicators": indicators}), *rest)})


def test_it_names_the_levels_and_how_much_must_be_known(rubric, nobody) -> None:
    assert "5 levels, from “Not yet” to “How we do things here”" in how_to_read(rubric).paragraphs[0]
    assert any("fewer than 60 in 100" in told for told in how_made(rubric, score(rubric, nobody)).paragraphs)


def test_unequal_weights_are_printed_and_equal_ones_said_to_be_equal(rubric, nobody) -> None:
    assert any("counts the same" in told for told in how_made(rubric, score(rubric, nobody)).paragraphs)
    unequal = heavier(rubric)
    told = " ".join(how_made(unequal, score(unequal, nobody)).paragraphs)
    assert "Places to meet counts 2" in told
    assert "counts the same" not in told


@pytest.mark.parametrize(
    ("overall", "said"), [("none", "do not add the dimensions up"), ("arithmetic", "too little is known")]
)
def test_a_total_is_only_spoken_of_as_the_rubric_asks(rubric, nobody, overall, said) -> None:
    asked = rubric.model_copy(update={"scoring": Scoring(overall=overall)})
    assert said in " ".join(how_made(asked, score(asked, nobody)).paragraphs)


def test_a_total_carries_its_caution(rubric, nobody) -> None:
    asked = rubric.model_copy(update={"scoring": Scoring(overall="arithmetic")})
    full = Assessment.model_validate(
        nobody.model_dump() | {"voices": [{"id": "v1", "answers": {one.id: 2 for one in rubric.indicators()}}]}
    )
    told = " ".join(how_made(asked, score(asked, full)).paragraphs)
    assert "All dimensions together: Here and there." in told
    assert "can hide another" in told


def test_the_facts_name_edition_fingerprint_method_licence_and_how_to_cite(rubric, nobody) -> None:
    values = " ".join(fact.value for fact in about_this(rubric, score(rubric, nobody)))
    for part in (
        rubric.edition,
        rubric.fingerprint,
        f"version {METHOD}",
        rubric.licence,
        rubric.cite_as,
        rubric.wording,
    ):
        assert part in values
