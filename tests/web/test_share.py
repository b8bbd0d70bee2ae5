from __future__ import annotations

from placecheck.publishing import texts
from placecheck.web import desk
from placecheck.words import publishing as w
from placecheck.words import say


def test_a_text_is_in_the_preview_only_once_it_is_ticked(show, full):
    page = show("share", round=full)
    assert not page.exception
    every = texts(desk.opened(full).assessment)
    text = next(one for one in every if one.key.startswith("answers.v1."))
    page.session_state[f"texts-{full}-{text.key}"] = True
    page.run()
    seen = "".join(one.value for one in page.markdown if one.value.startswith("**"))
    assert text.parts[0][1][:20] not in seen
    page.checkbox(key=f"tick-{full}-{text.tick}").check().run()
    assert not page.exception
    assert any(text.parts[0][1][:12] in one.value and one.value.startswith("**") for one in page.markdown)


def test_it_says_who_is_left_out_before_anything_is_taken(show, half):
    page = show("share", round=half)
    assert "so it shows only what you agreed together" in page.markdown[1].value
    assert len(page.checkbox) == 1


def test_what_one_voice_said_for_all_is_shown_once_the_group_says_so(show, half):
    page = show("share", round=half)
    assert not any("as the group agreed" in one.value for one in page.markdown)
    next(box for box in page.checkbox if box.label == say(w.TOGETHER)).check().run()
    assert any("as the group agreed" in one.value for one in page.markdown)


def test_without_a_place_it_shows_the_way_to_one(show):
    assert not show("share").exception
