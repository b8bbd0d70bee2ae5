from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from placecheck.rubric.check import check_rubric
from placecheck.rubric.starter import new_rubric

GREEN, CALM, MANIFEST, PASSAGES = "dimensions/green.yaml", "dimensions/calm.yaml", "rubric.yaml", "passages.yaml"


def faults(folder) -> list[str]:
    return told(folder, "fault")


def remarks(folder, *, every: bool = False) -> list[str]:
    return told(folder, "remark", every=every)


def told(folder, severity: str, *, every: bool = False) -> list[str]:
    found = check_rubric(folder, every=every)
    return [str(one).replace(f"{folder}/", "") for one in found if one.severity == severity]


def test_a_sound_rubric_has_no_faults(small):
    assert faults(small) == []


def test_remarks_are_what_an_editor_may_want_to_look_at(small):
    starters = "The short set asks 3 of each dimension, so that no side of a place weighs more."
    held = "A low reading is shown beside what is in people's own hands, and what is not."
    assert remarks(small) == [
        f"dimensions/calm.yaml:4: (remark) indicators: Starters: 0. {starters}",
        f"dimensions/calm.yaml:5: (remark) indicators[0].id: It has no held_here and no held_elsewhere. {held}",
        f"dimensions/green.yaml:4: (remark) indicators: Starters: 1. {starters}",
    ]


def test_a_sentence_of_the_template_left_beside_other_words_is_still_a_placeholder(tmp_path):
    manifest = new_rubric("Our estate", tmp_path) / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        text.replace("about: >-", "about: >-\n  Somewhere to sit.").replace("Say in", "Say  in"), encoding="utf-8"
    )
    assert any("about: The template's words are still here." in fault for fault in faults(manifest.parent))


def test_a_name_that_windows_keeps_for_itself_is_no_id_of_a_rubric_or_a_dimension(spoil):
    folder = spoil(MANIFEST, "  - calm\n", "  - aux\n")
    (folder / CALM).rename(folder / "dimensions" / "aux.yaml")
    spoil("dimensions/aux.yaml", "id: calm\n", "id: aux\n")
    (fault,) = faults(folder)
    assert fault.startswith("rubric.yaml:")
    assert "dimensions[1]: Windows keeps the name `aux` for itself" in fault


CASES = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_fault_is_named_with_its_file_its_line_and_its_key(case, spoil):
    assert faults(spoil(case["file"], case["old"], case["new"])) == case["says"]


def test_faults_of_loading_are_named_all_at_once_rubric_and_passages_alike(spoil):
    spoil(GREEN, "starter: true", "starter: yes")
    spoil(CALM, "id: calm", "id: clam")
    assert [one.split(":")[0] for one in faults(spoil(PASSAGES, "kind: caution", "kind: warning"))] == [
        "dimensions/green.yaml",
        "passages.yaml",
    ]


def test_a_reason_excuses_a_hard_sentence_and_is_remarked_on_where_none_is_hard(spoil):
    hard = "What considerations regarding nocturnal disturbance are communicated?"
    spoil(MANIFEST, "grade_average: 6", "grade_average: 12")
    spoil(CALM, "What wakes you?", f"{hard}\n    reading_age_reason: it is the council's form")
    folder = spoil(GREEN, "    weight: 1.5\n", "    reading_age_reason: none at all\n")
    assert faults(folder) == []
    assert any(
        "green.yaml:17: (remark) indicators[0].reading_age_reason: No sentence" in one for one in remarks(folder)
    )


def test_a_rubric_in_another_language_is_not_held_to_english_words_and_sentences(spoil):
    spoil(CALM, "Some nights are quiet.", "Mae rhai nosweithiau yn dawel, poor thing.")
    assert faults(spoil(MANIFEST, "id: small\n", "id: small\nlanguage: cy\n")) == []


def test_a_rubric_without_limits_may_have_any_sentence(spoil):
    spoil(MANIFEST, "reading_ease:\n  grade_average: 6\n  grade_most: 9\n", "")
    hard = "What considerations regarding nocturnal disturbance are communicated?"
    assert faults(spoil(CALM, "What wakes you?", hard)) == []


def test_a_rubric_without_passages_need_cite_none_and_may_cite_none(small):
    (small / PASSAGES).unlink()
    assert {one.split(": ", 2)[2] for one in faults(small)} == {
        f"There is no passage walk#{n}. Cite a passage of passages.yaml, or add it there." for n in (1, 2, 3)
    }
    for file in (GREEN, CALM):
        text = (small / file).read_text()
        (small / file).write_text("".join(line for line in text.splitlines(keepends=True) if "walk#" not in line))
    assert faults(small) == []
    assert any("There is no passages.yaml." in one for one in remarks(small))


def test_passages_that_no_one_cites_are_summed_up_and_named_each_on_demand(small):
    text = (small / PASSAGES).read_text()
    for n in range(10, 17):
        text += f'  - {{id: "walk#{n}", incipit: I, kind: good, speaker: summary, gist: G., '
        text += f'fingerprint: "00000000000000{n}"}}\n'
    (small / PASSAGES).write_text(text)
    (summed,) = [one for one in remarks(small) if "passages.yaml" in one]
    assert summed == (
        "passages.yaml:1: (remark) passages: No indicator cites 7 of the passages: walk#10, walk#11, walk#12, walk#13, "
        "walk#14 and others. They can still be browsed and found; --all names each."
    )
    each = [one for one in remarks(small, every=True) if "passages.yaml" in one]
    assert len(each) == 7
    assert each[0].startswith("passages.yaml:26: (remark) passages[3]: No indicator cites walk#10.")


def test_passages_that_do_not_say_who_speaks_are_remarked_on_together(spoil):
    folder = spoil(PASSAGES, "    speaker: summary\n    contested: true\n", "")
    (remark,) = [one for one in remarks(folder) if "speaks" in one]
    assert remark == (
        "passages.yaml:1: (remark) passages: Who speaks is not said of 1 of the passages: walk#3. Give each a speaker."
    )


def test_both_sides_of_a_disagreement_have_to_be_marked_alike(small):
    (small / "notes.yaml").write_text(
        (small / "notes.yaml").read_text()
        + 'disagreements:\n  - {about: Lime or oak?, one: ["walk#1"], other: ["walk#2"]}\n'
    )
    hint = "Name each under disputed_by, so that both sides are marked alike."
    assert faults(small) == [
        f"passages.yaml:2: passages[0]: walk#2 sees it otherwise, by a disagreement. {hint}",
        f"passages.yaml:10: passages[1]: walk#1 sees it otherwise, by a disagreement. {hint}",
    ]
    text = (small / PASSAGES).read_text()
    for number, other in ((1, 2), (2, 1)):
        start = f"  - id: walk#{number}\n"
        text = text.replace(start, f'{start}    disputed_by: ["walk#{other}"]\n')
    (small / PASSAGES).write_text(text)
    assert faults(small) == []


def test_findings_come_in_the_order_of_files_and_lines(small):
    found = check_rubric(small)
    assert found == sorted(found)


def test_a_folder_without_a_rubric_is_told_so(tmp_path):
    assert told(tmp_path, "fault") == ["rubric.yaml: There is no such file. Check the name and the folder."]


def test_a_check_reads_the_folder_anew_each_time(small, tmp_path):
    assert faults(small) == []
    other = shutil.copytree(small, tmp_path / "other")
    (other / PASSAGES).write_text("passages: []\n")
    assert faults(other) != []
