from __future__ import annotations

import datetime
import io
import zipfile

import pytest

from placecheck.assessment import as_yaml
from placecheck.errors import InputError
from placecheck.exchange.bulk_archive import MIN_BULK_ASSESSMENTS, BulkArchive, as_bulk_archive, write_bulk_archive
from placecheck.exchange.sample import made_up_assessments
from placecheck.scoring import score


@pytest.fixture(scope="module")
def some(rubric):
    return list(made_up_assessments(rubric, 40))


@pytest.fixture(scope="module")
def archive(some) -> bytes:
    out = io.BytesIO()
    write_bulk_archive(out, some, "made up")
    return out.getvalue()


def test_the_same_seed_gives_the_same_places_and_another_gives_others(rubric, some):
    assert list(made_up_assessments(rubric, 40)) == some
    assert list(made_up_assessments(rubric, 40, seed=2)) != some
    assert list(made_up_assessments(rubric, 10)) == some[:10]


def test_each_place_says_that_it_is_made_up_and_no_two_have_one_name(rubric, some):
    assert all("(made up)" in one.place.name and "no such place" in one.place.context for one in some)
    places = {one.place for one in made_up_assessments(rubric, 3000, voices=1, question_set="starter")}
    assert len({place.name for place in places}) == len(places) == 2400


def test_no_made_up_assessment_is_of_a_day_to_come(rubric):
    days = [made.date for made in made_up_assessments(rubric, 3000, voices=1, question_set="starter")]
    assert max(days) < datetime.date(2026, 1, 1)
    assert min(days) >= datetime.date(2023, 1, 9)


def test_they_spread_as_real_ones_might(rubric, some):
    readings = [one.reading for each in some for one in score(rubric, each).indicators() if one.reading is not None]
    assert {round(one) for one in readings} == {0, 1, 2, 3, 4}
    assert len({len(one.voices) for one in some}) > 5
    assert {one.question_set for one in some} == {"starter", "full"}
    assert {answer.no_answer for one in some for voice in one.voices for answer in voice.answers.values()} >= {
        None,
        "dont_know",
        "not_here",
        "rather_not_say",
    }


def test_an_archive_gives_back_every_round_as_it_was(archive, some, rubric):
    read = list(BulkArchive("some.zip", archive).read(lambda *_: rubric))
    assert [as_yaml(assessment) for _, assessment in read] == list(map(as_yaml, some))


def test_one_that_is_at_fault_is_named_and_the_others_are_read(archive, some, rubric):
    out = io.BytesIO(archive)
    with zipfile.ZipFile(out, "a") as more:
        more.writestr("assessments/99999-broken.json", "{")
    *good, bad = BulkArchive("some.zip", out.getvalue()).read(lambda *_: rubric)
    assert len(good) == len(some)
    assert isinstance(bad, InputError)
    assert str(bad).startswith("some.zip/assessments/99999-broken.json:1: This is not JSON")


def test_what_is_no_archive_of_many_is_left_to_the_reader_of_few(archive, tmp_path):
    assert as_bulk_archive("some.zip", archive) is None
    assert as_bulk_archive("some.zip", b"no zip") is None
    assert as_bulk_archive("gone.zip", tmp_path / "gone.zip") is None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as many:
        for number in range(MIN_BULK_ASSESSMENTS):
            many.writestr(f"{number}.yaml", "")
    assert len(as_bulk_archive("many.zip", out.getvalue())) == MIN_BULK_ASSESSMENTS


def test_a_damaged_archive_is_refused_and_not_half_read(archive):
    with pytest.raises(InputError, match="no zip archive, or a damaged one"):
        list(BulkArchive("some.zip", archive[: len(archive) // 2]).read(lambda *_: pytest.fail("nothing is read")))
