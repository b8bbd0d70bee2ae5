"""What goes out comes back as it was, and goes out again with the same bytes."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from placecheck.assessment import Assessment
from placecheck.assessment.model import WrittenNote
from placecheck.errors import PlacecheckError
from placecheck.exchange import EXPORT_ENDINGS, accept, export_file, plan_import

ONE_EACH = [ending for ending in EXPORT_ENDINGS if ending in (".yaml", ".yml", ".json")]
TABLES = [ending for ending in EXPORT_ENDINGS if ending not in ONE_EACH]
AS_FOUND = [Phase.explicit, Phase.reuse, Phase.generate]
"""Without shrinking, which takes minutes where an example is several assessments written to a workbook."""


def back(raw: bytes, ending: str) -> list[Assessment]:
    """What the file holds, which must be without any fault or remark."""
    plan = plan_import((f"again{ending}", raw))
    assert plan.faults == plan.open_questions == ()
    assert all("without any answer" in remark.what for remark in plan.remarks)
    return [assessment for _, assessment in plan.assessments]


def heard(assessment: Assessment) -> Assessment:
    """The assessment without the voices that said nothing, which are not kept."""
    return assessment.model_copy(update={"voices": tuple(voice for voice in assessment.voices if voice.answers)})


@pytest.mark.parametrize("ending", TABLES)
@settings(max_examples=15, phases=AS_FOUND, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_an_assessment_comes_back_as_it_was_and_goes_out_again_with_the_same_bytes(
    any_assessment, rubric, ending, data
):
    assessment = heard(data.draw(any_assessment))
    raw = export_file([(rubric, assessment)], ending)
    again = back(raw, ending)
    assert again == [assessment]
    assert export_file([(rubric, again[0])], ending) == raw


@pytest.mark.parametrize("ending", TABLES)
@settings(max_examples=6, phases=AS_FOUND, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_many_assessments_come_back_in_their_order_even_where_places_share_a_name(any_assessment, rubric, ending, data):
    several = [heard(each) for each in data.draw(st.lists(any_assessment, min_size=2, max_size=3))]
    raw = export_file([(rubric, each) for each in several], ending)
    again = back(raw, ending)
    assert again == several
    assert export_file([(rubric, each) for each in again], ending) == raw


PLACE_NAMES = [
    "no", "yes", "Total", "Average", "Agreed", "N/A", "3", "places-to-meet", "Places to meet", "place", "Place", "row",
    "assessment", "indicator", "Usually", "---", "???", "Ore Valley", "ORE VALLEY", "Name", "voices",
]  # fmt: skip


@pytest.mark.parametrize("ending", TABLES)
@pytest.mark.parametrize("has_voices", [True, False])
def test_our_tables_are_known_as_ours_whatever_their_places_are_called(rubric, ending, has_voices):
    voice = {"id": "total", "answers": {"places-to-meet": {"level": 0, "story": "indicator"}}}
    several = [
        Assessment.model_validate(
            {
                "rubric": {"id": rubric.id, "edition": rubric.edition},
                "place": {"name": name, "nation": "Story", "context": "level"},
                "asked": ("big-backs-small",),
                "voices": [voice] if has_voices else [],
            }
        )
        for name in PLACE_NAMES
    ]
    assert back(export_file([(rubric, each) for each in several], ending), ending) == several


@pytest.mark.parametrize("ending", ONE_EACH)
def test_several_assessments_are_not_squeezed_into_a_file_for_one(sample, rubric, ending):
    with pytest.raises(PlacecheckError, match="holds one assessment"):
        export_file([(rubric, sample)] * 2, ending)


def test_an_unknown_ending_is_refused(sample, rubric):
    with pytest.raises(PlacecheckError, match="not known here"):
        export_file([(rubric, sample)], ".doc")


@pytest.mark.parametrize("ending", EXPORT_ENDINGS)
def test_every_key_of_the_format_survives(sample, rubric, ending):
    assert back(export_file([(rubric, sample)], ending), ending) == [sample]


def test_csv_is_utf_8_without_a_mark_with_the_line_ends_of_rfc_4180(sample, rubric):
    raw = export_file([(rubric, sample)], ".csv")
    assert not raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode(), newline=""), strict=True))
    assert {len(line) for line in lines} == {len(lines[0])}
    assert raw.count(b"\r\n") == len(lines)


def test_an_archive_describes_its_tables_as_frictionless_has_it(sample, rubric):
    with zipfile.ZipFile(io.BytesIO(export_file([(rubric, sample)] * 2, ".zip"))) as archive:
        package = json.loads(archive.read("datapackage.json"))
        for resource in package["resources"]:
            content = archive.read(resource["path"]).decode()
            if "schema" in resource:
                named = [field["name"] for field in resource["schema"]["fields"]]
                assert next(csv.reader([content.splitlines()[0]])) == named
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        held = {one["path"] for one in package["resources"]} | {"datapackage.json"}
        assert held == set(archive.namelist())


@pytest.mark.parametrize("ending", EXPORT_ENDINGS)
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
    raw = export_file([(rubric, assessment)], ending)
    ((adapted, again),) = accept(plan_import((f"again{ending}", raw)))
    assert again == assessment
    assert export_file([(adapted, again)], ending) == export_file([(adapted, assessment)], ending)
    assert "own-tides" in adapted.by_id
    assert "room-to-play" not in adapted.by_id


def test_no_key_of_an_assessment_stays_behind():
    """A key that the format gains must get a column: this fails until it has one."""
    assert set(Assessment.model_fields) == {
        "placecheck", "rubric", "place", "date", "question_set", "asked", "offered_perspectives", "perspective_names",
        "voices", "agreed", "own_words", "missing_voices", "actions", "causes", "held_back", "notes", "second_votes",
    }  # fmt: skip


@pytest.mark.parametrize(
    "cell", ["soon", "{}", '[{"indicator": "no-such-thing", "text": "a"}]', '[{"text": ""}]', "[" * 9999]
)
def test_notes_in_a_table_that_do_not_fit_are_named_by_their_cell(sample, rubric, cell):
    lines = list(csv.reader(io.StringIO(export_file([(rubric, sample)], ".csv").decode(), newline="")))
    at = lines[0].index("scribe_notes")
    lines[1][at] = cell
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    plan = plan_import(("again.csv", out.getvalue().encode()))
    assert [finding.key for finding in plan.faults if "scribe_notes" in finding.key]


def test_a_workbook_is_refused_and_not_cut_where_a_cell_cannot_hold_all_of_it(sample, rubric):
    noted = sample.model_copy(update={"notes": tuple(WrittenNote(text="x" * 9_000) for _ in range(4))})
    with pytest.raises(PlacecheckError, match="32767 characters"):
        export_file([(rubric, noted)], ".xlsx")
    assert back(export_file([(rubric, noted)], ".csv"), ".csv") == [noted]
