"""What goes out comes back as it was, and goes out again with the same bytes."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placecheck.assessment import Assessment
from placecheck.errors import PlacecheckError
from placecheck.exchange import GOING_OUT, preview, take, written

ONE_EACH = [ending for ending in GOING_OUT if ending in (".yaml", ".yml", ".json")]
TABLES = [ending for ending in GOING_OUT if ending not in ONE_EACH]


def back(raw: bytes, ending: str) -> list[Assessment]:
    """What the file holds, which must be without any fault or remark."""
    seen = preview((f"again{ending}", raw))
    assert seen.findings == ()
    return [one for _, one in take(seen)]


@pytest.mark.parametrize("ending", TABLES)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_an_assessment_comes_back_as_it_was_and_goes_out_again_with_the_same_bytes(
    any_assessment, rubric, ending, data
):
    assessment = data.draw(any_assessment)
    raw = written([(rubric, assessment)], ending)
    again = back(raw, ending)
    assert again == [assessment]
    assert written([(rubric, again[0])], ending) == raw


@pytest.mark.parametrize("ending", TABLES)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_many_assessments_come_back_in_their_order_even_where_places_share_a_name(any_assessment, rubric, ending, data):
    several = data.draw(st.lists(any_assessment, min_size=2, max_size=4))
    raw = written([(rubric, one) for one in several], ending)
    again = back(raw, ending)
    assert again == several
    assert written([(rubric, one) for one in again], ending) == raw


@pytest.mark.parametrize("ending", ONE_EACH)
def test_several_assessments_are_not_squeezed_into_a_file_for_one(sample, rubric, ending):
    with pytest.raises(PlacecheckError, match="holds one assessment"):
        written([(rubric, sample)] * 2, ending)


def test_an_unknown_ending_is_refused(sample, rubric):
    with pytest.raises(PlacecheckError, match="not known here"):
        written([(rubric, sample)], ".doc")


@pytest.mark.parametrize("ending", GOING_OUT)
def test_every_key_of_the_format_survives(sample, rubric, ending):
    assert back(written([(rubric, sample)], ending), ending) == [sample]


def test_csv_is_utf_8_without_a_mark_with_the_line_ends_of_rfc_4180(sample, rubric):
    raw = written([(rubric, sample)], ".csv")
    assert not raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode(), newline=""), strict=True))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert raw.count(b"\r\n") == len(lines)


def test_an_archive_describes_its_tables_as_frictionless_has_it(sample, rubric):
    with zipfile.ZipFile(io.BytesIO(written([(rubric, sample)] * 2, ".zip"))) as archive:
        package = json.loads(archive.read("datapackage.json"))
        for resource in package["resources"]:
            content = archive.read(resource["path"]).decode()
            if "schema" in resource:
                named = [field["name"] for field in resource["schema"]["fields"]]
                assert next(csv.reader([content.splitlines()[0]])) == named
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        held = {one["path"] for one in package["resources"]} | {"datapackage.json"}
        assert held == set(archive.namelist())


@pytest.mark.parametrize("ending", GOING_OUT)
def test_a_groups_own_words_survive_and_its_own_indicators_are_known(sample, rubric, ending):
    asked = rubric.by_id["mixing"].model_dump(mode="json", exclude_defaults=True)
    own = {
        "mixing": {"change": "reworded", "words": {**asked, "statement": "We mix.", "weight": 0.5}},
        "room-to-play": {"change": "dropped", "because": "=there are\nno children"},
        "own-tides": {"change": "added", "dimension": rubric.dimensions[0].id, "words": {**asked, "id": "own-tides"}},
    }
    voice = {"id": "v1", "answers": {"own-tides": 2, "room-to-play": 1}}
    data = sample.model_dump(mode="json", exclude_none=True) | {"own_words": own, "voices": [voice]}
    assessment = Assessment.model_validate(data)
    raw = written([(rubric, assessment)], ending)
    ((adapted, again),) = take(preview((f"again{ending}", raw)))
    assert again == assessment
    assert written([(adapted, again)], ending) == written([(adapted, assessment)], ending)
    assert "own-tides" in adapted.by_id
    assert "room-to-play" not in adapted.by_id


def test_no_key_of_an_assessment_stays_behind():
    """A key that the format gains must get a column: this fails until it has one."""
    assert set(Assessment.model_fields) == {
        "placecheck", "rubric", "place", "date", "round", "voices", "agreed", "own_words", "missing_voices", "actions",
        "causes",
    }  # fmt: skip
