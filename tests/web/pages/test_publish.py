from __future__ import annotations

from placecheck.assessment import Action, Place
from placecheck.place import Asset
from placecheck.publishing import find_texts
from placecheck.publishing.place_cards import find_card_texts
from placecheck.web.components.next_step import TEXTS
from placecheck.web.data import assessments
from placecheck.words import publishing as w
from placecheck.words import say


def test_a_text_is_in_the_preview_only_once_it_is_ticked(show, full):
    page = show("publish", round=full)
    assert not page.exception
    every = find_texts(assessments.open_assessment(full).assessment)
    text = next(one for one in every if one.key.startswith("answers.v1."))
    page.session_state[f"texts-{full}-{text.key}"] = True
    page.run()
    seen = "".join(one.value for one in page.markdown if one.value.startswith("**"))
    assert text.parts[0][1][:20] not in seen
    page.checkbox(key=f"tick-{full}-{text.tick}").check().run()
    assert not page.exception
    assert text.tick in assessments.current_store().publish_ticks(full)  # and is there when the tab is gone
    assert any(text.parts[0][1][:12] in one.value and one.value.startswith(("**", "> ")) for one in page.markdown)


def test_it_says_who_is_left_out_before_anything_is_taken(show, half):
    page = show("publish", round=half)
    assert "so it shows only what you agreed together" in page.markdown[1].value
    assert len(page.checkbox) == 1


def test_what_one_voice_said_for_all_is_shown_once_the_group_says_so(show, half):
    page = show("publish", round=half)
    assert not any("as the group agreed" in one.value for one in page.markdown)
    next(box for box in page.checkbox if box.label == say(w.TOGETHER)).check().run()
    assert any("as the group agreed" in one.value for one in page.markdown)


def test_a_step_is_shared_in_words_of_a_summary_not_in_the_labels_of_the_form(show, store, half):
    step = Action(what="Paint the hall", when="2027-01-31", who="all of us", first_step="buy paint", power="the trust")
    store.add_action(half, step, "test")
    store.set_publish_ticks(
        half, [text.tick for text in find_texts(store.assessment(half)) if text.key.startswith("actions")], ticked=True
    )
    page = show("publish", round=half)
    told = "\n".join(text.value for text in page.markdown).replace("\\", "")
    assert "Paint the hall; Who: all of us; When: 31 January 2027" in told
    assert not any(say(label) in told for label in TEXTS.values())


def test_a_card_leaves_with_the_profile_only_once_it_is_ticked_and_the_tick_is_kept(show, store, full):
    place = store.assessment_summary(full).place_id
    store.keep_cards(place, [Asset(id="hall", layer="built", words="The hall", keeper="Margaret Thistle")], "a")
    page = show("publish", round=full)
    page.session_state[f"texts-{full}-cards.hall"] = True
    page.run()
    assert not page.exception
    assert any("Margaret Thistle" in one.value and "perhaps a name" in one.value for one in page.markdown)
    first = next(text for text in find_card_texts(Place(name="-"), [Asset(id="hall", layer="built", words="The hall")]))
    page.checkbox(key=f"tick-{full}-{first.tick}").check().run()
    assert not page.exception
    assert first.tick in store.publish_ticks(full)
