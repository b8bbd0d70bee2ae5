"""A person in a workshop whose browser runs no script: joins, answers, waits, sees."""

from __future__ import annotations

import json
import re

import pytest

from placecheck.assessment import Action, Agreed, Answer
from placecheck.fingerprint import text_fingerprint
from placecheck.rubric import find_rubric
from placecheck.workshop import codes


def test_a_person_joins_answers_and_sees_their_own_beside_the_rooms(*, store, opened, asked, phone):
    one, two = phone().join(opened.code), phone().join(opened.code, perspective="resident")
    assert "Please answer now" in one.page
    one.look(f"/join/ask/{asked[0]}")
    assert one.send(f"/join/ask/{asked[0]}", story="the hall", level="3", sure="very") == 200
    assert "Question 2 of 3" in one.page
    two.look(f"/join/ask/{asked[0]}")
    two.send(f"/join/ask/{asked[0]}", no_answer="dont_know")
    assert store.own_answers(one.code).answers == {asked[0]: Answer(level=3, story="the hall", sure="very")}
    assert store.own_answers(two.code).answers == {asked[0]: Answer(no_answer="dont_know")}
    store.close_vote(opened.id)
    one.look("/join/here")
    assert "Please wait" in one.page
    one.look("/join/room")
    assert "Nothing is shown yet" in one.page
    store.reveal(opened.id, 1)
    one.look("/join/room")
    assert len(re.findall(r'class="you"', one.page)) == 1
    assert "<svg" in one.page
    assert "the hall" not in one.page


def test_the_code_may_be_typed_in_any_way_and_a_wrong_one_is_told(made, phone):
    one = phone()
    assert one.look(f"/join?code={made.code[:3].lower()}-{made.code[3:]}") == 200
    assert "Look at Ore" in one.page
    assert one.look("/join?code=BBBBBB") == 404
    assert "no workshop with this code" in one.page


def test_the_welcome_says_who_sees_what_when_it_goes_and_what_it_is_not(made, phone):
    one = phone()
    one.look(f"/join/{made.code}")
    for words in ("Who sees what you say", "When it is deleted", "What this is not", "no name, no e-mail"):
        assert words in one.page
    assert "Ore &lt;b&gt;Valley" in one.page


def test_an_answer_is_shown_again_can_be_changed_and_taken_back(store, opened, asked, phone):
    one = phone().join(opened.code)
    path = f"/join/ask/{asked[0]}"
    one.look(path)
    one.send(path, level="2", story="first <script>")
    one.look(path)
    assert 'value="2" checked' in one.page
    assert "first &lt;script&gt;" in one.page
    one.send(path, level="4", story="second")
    assert store.own_answer(one.code, asked[0]) == Answer(level=4, story="second")
    one.look(path)
    one.send(path, take_back="1", level="4", story="second")
    assert store.own_answer(one.code, asked[0]) is None


def test_a_no_answer_keeps_the_story_and_stays_when_only_the_story_is_changed(store, opened, asked, phone):
    one = phone().join(opened.code)
    path = f"/join/ask/{asked[0]}"
    one.look(path)
    one.send(path, no_answer="dont_know", level="3", story="so it is")
    assert store.own_answer(one.code, asked[0]) == Answer(no_answer="dont_know", story="so it is")
    one.look(path)
    assert "You said: Don&#39;t know" in one.page
    one.send(path, had="dont_know", story="so it was")
    assert store.own_answer(one.code, asked[0]) == Answer(no_answer="dont_know", story="so it was")


def test_where_a_promise_is_asked_for_it_is_kept_apart_from_what_was_seen(store, opened, asked, phone):
    one = phone().join(opened.code)
    path = f"/join/ask/{asked[0]}"
    one.look(path)
    prompt = find_rubric().by_id[asked[0]].prompt_promise
    assert ('name="promised"' in one.page) is ('name="seen"' in one.page) is bool(prompt)
    one.send(path, promised="every <b>week</b>", seen="once")
    assert store.own_answer(one.code, asked[0]) == Answer(promised="every <b>week</b>", seen="once")
    one.look(path)
    assert "every &lt;b&gt;week&lt;/b&gt;" in one.page
    assert "once</textarea>" in one.page
    one.send(path, no_answer="dont_know", promised="every week", seen="once")
    assert store.own_answer(one.code, asked[0]) == Answer(no_answer="dont_know", promised="every week", seen="once")


def test_going_on_without_a_word_saves_nothing(store, opened, asked, phone):
    one = phone().join(opened.code)
    one.look(f"/join/ask/{asked[0]}")
    assert one.send(f"/join/ask/{asked[0]}", story="", had="") == 200
    assert store.own_answers(one.code).answers == {}


def test_the_last_question_leads_back_to_where_the_room_is(opened, asked, phone):
    one = phone().join(opened.code)
    one.look(f"/join/ask/{asked[-1]}")
    one.send(f"/join/ask/{asked[-1]}", level="0")
    assert "1 of 3 answered" in one.page


def test_a_late_answer_is_told_that_it_was_not_saved(store, opened, asked, phone):
    one = phone().join(opened.code)
    one.look(f"/join/ask/{asked[0]}")
    store.close_vote(opened.id)
    assert one.send(f"/join/ask/{asked[0]}", level="1") == 409
    assert "was not saved" in one.page
    assert store.own_answers(one.code).answers == {}
    one.look(f"/join/ask/{asked[0]}")
    assert "Please wait" in one.page


@pytest.mark.parametrize("fields", [{"level": "9"}, {"level": "-1"}, {"level": "x"}, {"no_answer": "perhaps"}])
def test_what_is_no_answer_is_refused_and_nothing_is_kept(store, opened, asked, phone, fields):
    one = phone().join(opened.code)
    one.look(f"/join/ask/{asked[0]}")
    assert one.send(f"/join/ask/{asked[0]}", **fields) == 422
    assert store.own_answers(one.code).answers == {}


def test_a_second_vote_begins_empty_and_both_are_shown_side_by_side(store, opened, asked, phone):
    one = phone().join(opened.code)
    path = f"/join/ask/{asked[0]}"
    one.look(path)
    one.send(path, level="0")
    store.close_vote(opened.id)
    store.reveal(opened.id, 1)
    store.vote_again(opened.id, asked[0])
    one.look(path)
    assert "A second vote" in one.page
    assert "checked" not in one.page
    one.send(path, level="4")
    store.close_vote(opened.id)
    store.reveal(opened.id, 2)
    one.look("/join/room")
    assert one.page.count('class="you"') == 2


# A dropped phone, a closed tab, a flat battery


def test_a_phone_that_comes_back_is_the_same_person_where_it_was(store, opened, asked, phone):
    one = phone().join(opened.code)
    one.look(f"/join/ask/{asked[0]}")
    one.send(f"/join/ask/{asked[0]}", level="2")
    one.page = ""
    one.look(f"/join/{opened.code}")
    assert "You have joined already" in one.page
    one.look("/join/here")
    assert "1 of 3 answered" in one.page
    assert store.progress(opened.id).voices == 1


def test_the_same_person_carries_on_from_another_phone_with_the_code_they_typed(store, opened, asked, phone):
    one = phone().join(opened.code)
    one.look(f"/join/ask/{asked[0]}")
    one.send(f"/join/ask/{asked[0]}", level="2")
    one.look("/join/code")
    shown = re.search(r'<output class="code"[^>]*>([\w-]+)<', one.page)[1]
    other = phone()
    other.look("/join")
    assert other.send("/join/again", personal=f" {shown.lower()} ") == 200
    other.look(f"/join/ask/{asked[0]}")
    assert 'value="2" checked' in other.page
    assert store.progress(opened.id).voices == 1
    stranger = phone()
    stranger.look("/join")
    assert stranger.send("/join/again", personal=codes.new_personal_code()) == 404


def test_a_person_takes_a_copy_and_has_all_they_said_deleted(store, opened, asked, phone):
    one, two = phone().join(opened.code), phone().join(opened.code)
    for person in (one, two):
        person.look(f"/join/ask/{asked[0]}")
        person.send(f"/join/ask/{asked[0]}", level="2", story="mine")
    assert json.loads(one.client.get("/join/my-answers.json").text)["answers"][asked[0]] == {
        "level": 2,
        "story": "mine",
    }
    one.look("/join/code")
    assert one.send("/join/erase") == 422
    one.look("/join/code")
    assert one.send("/join/erase", sure="yes") == 200
    assert "is deleted" in one.page
    assert one.look("/join/here") == 401
    assert list(store.own_answers(two.code).answers) == [asked[0]]
    assert store.progress(opened.id).voices == 1


def test_the_first_page_with_all_it_needs_is_at_most_30_kilobytes(made, phone):
    one = phone()
    one.look(f"/join/{made.code}")
    needs = re.findall(r'(?:href|src)="(/join/files/[^"]+)"', one.page)
    assert len(needs) == 2
    assert len(one.page.encode()) + sum(len(one.client.get(path).content) for path in needs) <= 30_000


def test_no_page_holds_a_script_or_a_style_of_its_own(opened, asked, phone):
    one = phone().join(opened.code)
    for path in ("/join", f"/join/{opened.code}", "/join/here", f"/join/ask/{asked[0]}", "/join/room", "/join/code"):
        answer = one.client.get(path)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert not re.search(r"<script(?![^>]*src=)|<style| style=|\son\w+=", answer.text)


def test_in_another_language_what_the_rubric_says_is_marked_as_english(store, opened, asked, phone):
    one = phone().join(opened.code)
    one.look("/join/language/cy")
    one.look(f"/join/ask/{asked[0]}")
    assert '<html lang="cy">' in one.page
    assert "Cwestiwn 1 o" in one.page
    assert f'tabindex="-1" lang=en>{find_rubric().by_id[asked[0]].statement}' in one.page
    store.close_vote(opened.id)
    store.reveal(opened.id, 1)
    one.look("/join/room")
    assert f'<h2 id="of-{asked[0]}" lang=en>' in one.page


def test_a_persons_own_copy_is_words_that_they_can_read(opened, asked, phone, rubric):
    one, other = phone().join(opened.code, perspective="resident"), phone().join(opened.code)
    for who, story in ((one, "the bench by the canal"), (other, "somebody else's words")):
        who.look(f"/join/ask/{asked[0]}")
        who.send(f"/join/ask/{asked[0]}", level="3", sure="fairly", story=story)
    assert one.look("/join/my-answers.txt") == 200
    indicator = rubric.by_id[asked[0]]
    for words in (indicator.statement, rubric.levels[3].name, indicator.levels[3], "the bench by the canal", "Valley"):
        assert words in one.page
    assert "somebody else" not in one.page
    assert not any(mark in one.page for mark in ("{", asked[0], "null"))
    one.look("/join/code")
    assert "my-answers.txt" in one.page


def test_what_was_not_answered_is_never_called_by_a_levels_name(opened, phone, rubric):
    one = phone().join(opened.code)
    one.look("/join/here")
    assert not any(level.name.casefold() in one.page.casefold() for level in rubric.levels)


def test_what_is_wrong_stands_at_its_field_which_has_the_focus(made, phone):
    """A script is not needed for it: the field itself asks for the focus, and names what is said of it."""
    one = phone()
    told = re.compile(r'role="alert" id="why">.*?(<input[^>]*aria-invalid=true autofocus[^>]*>)', re.DOTALL)
    one.look("/join?code=BBBBBB")
    assert 'id="code"' in told.search(one.page)[1]
    one.send("/join/again", personal="nobody's")
    assert 'id="personal"' in told.search(one.page)[1]
    assert '<details class="box" open>' in one.page
    one.join(made.code).look("/join/code")
    one.send("/join/erase")
    assert 'name="sure"' in told.search(one.page)[1]


def test_a_phone_shows_the_stories_that_were_chosen_what_was_agreed_and_what_will_be_tried(store, opened, asked, phone):
    people = [phone().join(opened.code) for _ in range(10)]
    for one in people:
        store.save_own_answer(one.code, asked[0], Answer(level=2, story="the bench by the canal"))
    round_ = store.workshop_summary(opened.id).assessment_id
    store.save_agreed(round_, asked[0], Agreed(level=2, because="we sat on it"), "test")
    store.add_action(round_, Action(what="Mend the bench"), "test")
    store.close_vote(opened.id)
    people[0].look("/join/room")
    assert not any(words in people[0].page for words in ("bench", "we sat on it"))
    store.reveal(opened.id, 1)
    people[0].look("/join/room")
    assert "the bench by the canal" not in people[0].page
    assert all(words in people[0].page for words in ("we sat on it", "Mend the bench", "Keep a copy"))
    mark = text_fingerprint(asked[0], "the bench by the canal")
    store.choose_story(opened.id, mark, chosen=True)
    people[0].look("/join/room")
    assert people[0].page.count("the bench by the canal") == 1
