"""The offline form in a browser, from a file: it keeps, saves, brings back, and asks nothing of any network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import segno
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from placecheck.assessment import Answer, as_json, read_assessment
from placecheck.forms.code import decode_voice, encode_voice
from placecheck.words import forms, say

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STORY = 'The hall, every evening.\nA "quote", a \\, <b>no tag</b>, Llŷn, \U0001f333'
PARTS = ("start", "part-social-infrastructure", "part-agency", "save")
BLOCKED = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
"""


def show(page, part: str) -> None:
    page.evaluate("part => { location.hash = part }", part)
    page.locator(f"#{part}").wait_for()


def choose(page, id_: str, choice: str) -> None:
    page.locator(f"[name='choice:{id_}'][value='{choice}']").check()


def fill_in(page) -> None:
    """A place, a perspective and four answers of different kinds."""
    page.fill("#place", "Ore  Valley ")
    page.fill("#boundary", "from the station\nto the ridge")
    page.select_option("#perspective", "newcomer")
    show(page, "part-social-infrastructure")
    page.fill("#story-places-to-meet", STORY)
    choose(page, "places-to-meet", "3")
    page.locator("[name='sure:places-to-meet'][value='fairly']").check()
    page.fill("#not-for-places-to-meet", "shift workers")
    choose(page, "local-connector", "dont_know")
    page.fill("#story-mixing", "only a story")
    show(page, "part-agency")
    page.fill("#promised-speaking-up-counts", "a reply")
    page.fill("#seen-speaking-up-counts", "none yet")
    choose(page, "we-can-change-things", "0")


ANSWERS = {
    "places-to-meet": Answer(level=3, story=STORY, sure="fairly", not_for="shift workers"),
    "local-connector": Answer(no_answer="dont_know"),
    "mixing": Answer(story="only a story"),
    "we-can-change-things": Answer(level=0),
    "speaking-up-counts": Answer(promised="a reply", seen="none yet"),
}


def saved(page, folder: Path) -> Path:
    show(page, "save")
    with page.expect_download() as download:
        page.click("#save-file")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_saved_file_reads_back_to_what_was_filled_in(opened, tmp_path) -> None:
    page = opened()
    fill_in(page)
    path = saved(page, tmp_path)
    _, assessment = read_assessment(path)
    (voice,) = assessment.voices
    assert voice.answers == ANSWERS
    assert (voice.perspective, assessment.question_set) == ("newcomer", "starter")
    assert (assessment.place.name, assessment.place.boundary) == ("Ore  Valley", "from the station\nto the ridge")
    assert path.name.startswith("answers-ore-valley-")
    assert path.read_text(encoding="utf-8") == as_json(assessment)
    assert page.faults == []


def text_of(page) -> str:
    return page.locator("#text").input_value()


def wait_for_text(page, text: str) -> None:
    """Wait until the page shows the answers in `text`: a browser may write them down after the next page has read."""
    page.wait_for_function("text => document.getElementById('text').value === text", arg=text)


def test_a_reload_and_a_closed_tab_keep_every_answer(opened) -> None:
    page = opened()
    fill_in(page)
    before = text_of(page)
    page.reload()
    wait_for_text(page, before)
    again = page.context.new_page()
    page.close()
    again.goto(page.url.partition("#")[0])
    wait_for_text(again, before)
    expect(again.locator("#progress")).to_have_text("5 of 8 answered")


LATE = """
const now = Storage.prototype.getItem;
window.comeLate = () => { Storage.prototype.getItem = now; };
if (performance.getEntriesByType("navigation")[0].type === "reload") Storage.prototype.getItem = () => null;
"""
"""Loaded again, the page finds nothing kept until `comeLate()`: the browser has yet to write it."""

NO_MORE_LOOKS = "() => { for (let timer = setTimeout(() => {}); timer > 0; timer--) clearTimeout(timer); }"


def test_what_the_browser_writes_down_late_is_shown_when_it_comes(opened) -> None:
    page = opened(LATE)
    fill_in(page)
    before = text_of(page)
    page.reload()
    assert text_of(page) != before
    page.evaluate("comeLate()")
    wait_for_text(page, before)


def test_a_page_that_read_too_early_writes_nothing_over_what_was_kept(opened) -> None:
    page = opened(LATE)
    fill_in(page)
    show(page, "part-social-infrastructure")
    before = json.loads(text_of(page))
    page.reload()
    page.evaluate(NO_MORE_LOOKS)
    page.evaluate("comeLate()")
    page.fill("#story-mixing", "another story")
    (voice,) = before["voices"]
    voice["answers"]["mixing"]["story"] = "another story"
    assert json.loads(text_of(page)) == before
    page.reload()
    page.evaluate("comeLate()")
    wait_for_text(page, json.dumps(before, indent=2, ensure_ascii=False) + "\n")


def test_answers_to_other_questions_in_two_tabs_are_kept_together(opened) -> None:
    first = opened()
    second = first.context.new_page()
    second.goto(first.url)
    for page, story in ((first, "from the first"), (second, "from the second")):
        show(page, "part-social-infrastructure")
        page.fill("#story-mixing" if page is first else "#story-places-to-meet", story)
    for page in (first, second):
        page.wait_for_function("document.getElementById('text').value.includes('from the first')")
        page.wait_for_function("document.getElementById('text').value.includes('from the second')")


def test_nothing_is_asked_of_any_network(opened, tmp_path) -> None:
    page = opened()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    fill_in(page)
    saved(page, tmp_path)
    assert asked
    assert [url[:60] for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_code_on_the_page_is_the_one_that_python_reads(opened, rubric) -> None:
    page = opened()
    fill_in(page)
    show(page, "save")
    code = page.locator("#code").text_content()
    voice = decode_voice(code, rubric)
    assert code == encode_voice(rubric, voice, "starter")
    levels = {"places-to-meet": Answer(level=3, sure="fairly")}
    levels |= {id_: ANSWERS[id_] for id_ in ("local-connector", "we-can-change-things")}
    assert (voice.perspective, voice.answers) == ("newcomer", levels)


def test_every_choice_gives_the_same_code_in_both_languages(opened, rubric) -> None:
    page = opened()
    show(page, "part-agency")
    for choice in ("0", "1", "2", "3", "4", "dont_know", "not_here", "rather_not_say"):
        choose(page, "speaking-up-counts", choice)
        for sure in ("not_very", "fairly", "very") if choice.isdigit() else (None,):
            if sure:
                page.locator(f"[name='sure:speaking-up-counts'][value='{sure}']").check()
            expected = Answer(level=int(choice), sure=sure) if sure else Answer(no_answer=choice)
            assert decode_voice(page.locator("#code").text_content(), rubric).answers == {
                "speaking-up-counts": expected
            }


def test_the_picture_holds_the_code(opened) -> None:
    page = opened()
    show(page, "save")
    code = page.locator("#code").text_content()
    size = int(page.locator("#scan").get_attribute("viewBox").split()[2]) - 8
    drawn = {
        tuple(map(int, dot.split("h")[0].split()))
        for dot in page.locator("#scan path").get_attribute("d").split("M")[1:]
    }
    made = (
        segno.make_qr(code, version=(size - 17) // 4, error=error, mask=mask, boost_error=False)
        for error in "LMQ"
        for mask in range(8)
    )
    pictures = [{(x, y) for y, row in enumerate(one.matrix) for x, dark in enumerate(row) if dark} for one in made]
    assert drawn in pictures


def test_where_the_browser_keeps_nothing_the_form_says_so_and_still_saves(opened, tmp_path) -> None:
    page = opened(script=BLOCKED)
    assert page.locator("#kept").text_content() == say(forms.NOT_KEPT)
    fill_in(page)
    assert read_assessment(saved(page, tmp_path))[1].voices[0].answers == ANSWERS
    assert page.faults == []


def test_a_saved_file_can_be_carried_on_with_elsewhere(opened, tmp_path) -> None:
    page = opened()
    fill_in(page)
    path = saved(page, tmp_path)
    elsewhere = opened()
    elsewhere.locator("details:has(#load) summary").click()
    elsewhere.set_input_files("#load", path)
    elsewhere.get_by_text(say(forms.LOADED)).wait_for()
    assert elsewhere.locator("#text").input_value() == path.read_text(encoding="utf-8")


def test_what_the_short_form_does_not_ask_stays_in_a_file_of_the_full_set(opened, tmp_path, rubric) -> None:
    whole = {
        "placecheck": 1,
        "rubric": {"id": rubric.id, "edition": rubric.edition},
        "place": {"name": "Ore Valley", "kind": "village", "nation": "Wales"},
        "round": "full",
        "missing_voices": "the farms",
        "voices": [
            {"id": "v-7", "paper": True, "answers": {"mixing": {"sure": "very", "story": "we mix"}, "room-to-play": 3}}
        ],
    }
    (tmp_path / "full.json").write_text(json.dumps(whole))
    page = opened()
    page.set_input_files("#load", tmp_path / "full.json")
    expect(page.locator("#loaded")).to_have_text(say(forms.LOADED_MORE, n=1))
    show(page, "part-agency")
    choose(page, "we-can-change-things", "1")
    page.reload()
    expect(page.locator("#progress")).to_have_text("2 of 15 answered")
    kept = json.loads(saved(page, tmp_path).read_text(encoding="utf-8"))
    del kept["date"]
    whole["voices"][0]["answers"]["we-can-change-things"] = 1
    assert kept == whole


def test_for_whom_it_is_not_true_survives_a_level_that_is_lowered(opened, tmp_path) -> None:
    page = opened()
    fill_in(page)
    show(page, "part-social-infrastructure")
    choose(page, "places-to-meet", "2")
    assert page.locator("#not-for-places-to-meet").is_visible()
    answer = read_assessment(saved(page, tmp_path))[1].voices[0].answers["places-to-meet"]
    assert (answer.level, answer.not_for) == (2, "shift workers")


def test_the_next_person_on_the_same_device_has_a_file_of_their_own(opened, tmp_path) -> None:
    page = opened()
    fill_in(page)
    first = read_assessment(saved(page, tmp_path))[1]
    page.locator("#save .next-person button").click()
    assert page.locator("#progress").text_content() == "0 of 15 answered"
    show(page, "part-agency")
    choose(page, "we-can-change-things", "0")
    second = read_assessment(saved(page, tmp_path))[1]
    assert second.place == first.place
    assert second.voices[0].id != first.voices[0].id
    page.reload()
    expect(page.locator("header .next-person button")).to_be_visible()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no JSON", say(forms.LOAD_NO_ANSWERS)),
        ('{"placecheck": 1}', say(forms.LOAD_NO_ANSWERS)),
        (
            json.dumps({"placecheck": 1, "rubric": {"id": "other", "edition": "7"}, "voices": [{}]}),
            say(forms.LOAD_OTHER, rubric="other", edition="7"),
        ),
    ],
)
def test_a_file_that_does_not_fit_is_named_and_changes_nothing(opened, tmp_path, content, said) -> None:
    page = opened()
    fill_in(page)
    before = page.locator("#text").input_value()
    (tmp_path / "some.json").write_text(content)
    page.set_input_files("#load", tmp_path / "some.json")
    expect(page.locator("#loaded")).to_have_text(said)
    assert page.locator("#text").input_value() == before


def test_what_no_file_may_hold_is_left_out_of_it(opened, tmp_path) -> None:
    page = opened()
    page.fill("#place", "Pla\u2028ce\u0085 x")
    show(page, "part-agency")
    page.fill("#story-we-can-change-things", "one\u000btwo\u0007 \ufffe")
    _, assessment = read_assessment(saved(page, tmp_path))
    assert assessment.place.name == "Pla ce  x"
    assert assessment.voices[0].answers["we-can-change-things"].story == "one\ntwo "


def test_without_a_place_or_an_answer_the_form_says_what_is_missing(opened) -> None:
    page = opened()
    show(page, "save")
    page.click("#save-file")
    assert page.locator("#save-wrong").text_content() == say(forms.NOTHING_SAID)
    show(page, "part-agency")
    choose(page, "we-can-change-things", "1")
    show(page, "save")
    page.click("#save-file")
    assert page.locator("#place-wrong").text_content() == say(forms.PLACE_MISSING)
    expect(page.locator("#place")).to_be_focused()


def test_only_a_high_level_asks_for_whom_it_is_not_true(opened) -> None:
    page = opened()
    show(page, "part-agency")
    question = page.locator("#ask-we-can-change-things")
    asked = {}
    for choice in ("0", "2", "3", "4", "dont_know"):
        choose(page, "we-can-change-things", choice)
        asked[choice] = [question.locator(f"[data-more={more}]").is_visible() for more in ("sure", "not_for")]
    assert asked == {
        "0": [True, False], "2": [True, False], "3": [True, True], "4": [True, True], "dont_know": [False, False],
    }  # fmt: skip


def test_an_answer_can_be_taken_back_and_the_form_cleared(opened) -> None:
    page = opened()
    fill_in(page)
    page.click("[data-take-back=we-can-change-things]")
    expect(page.locator("#ask-speaking-up-counts [data-meant-for]")).to_contain_text("meant for: Resident")
    assert page.locator("#ask-we-can-change-things [data-meant-for]").is_hidden()
    assert page.locator("#progress").text_content() == "4 of 8 answered"
    show(page, "save")
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("#clear")
    page.reload()
    expect(page.locator("#progress")).to_have_text("0 of 15 answered")
    expect(page.locator("#place")).to_have_value("")


def test_the_keyboard_alone_is_enough(opened, tmp_path) -> None:
    page = opened()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.focus("#place")
    page.keyboard.type("Ore Valley")
    tab_to(page, "a.button.main")
    page.keyboard.press("Enter")
    expect(page.locator("#social-infrastructure-title")).to_be_focused()
    tab_to(page, "#story-places-to-meet")
    page.keyboard.type("The hall")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#part-social-infrastructure a.button.main")
    show(page, "save")
    tab_to(page, "#save-file")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "saved.json")
    answers = read_assessment(tmp_path / "saved.json")[1].voices[0].answers
    assert answers == {"places-to-meet": Answer(level=1, story="The hall", sure="fairly")}


def tab_to(page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_part(opened, scheme) -> None:
    page = opened(color_scheme=scheme)
    fill_in(page)
    found = {}
    for part in PARTS:
        show(page, part)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found[part] = [(one["id"], one["nodes"][0]["html"][:120]) for one in Axe().run(page).response["violations"]]
    assert found == {part: [] for part in PARTS}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways(opened, width) -> None:
    page = opened(viewport={"width": width, "height": 800})
    fill_in(page)
    for part in PARTS:
        show(page, part)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_its_script_the_whole_form_is_there_to_print(opened) -> None:
    page = opened(java_script_enabled=False)
    assert page.get_by_text(say(forms.NEEDS_SCRIPT)).is_visible()
    assert page.locator(".part:visible").count() == page.locator(".part").count()
