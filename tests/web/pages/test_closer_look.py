"""A closer look: the picture and the levels first, then stories, what was agreed, and a few passages each way."""

from __future__ import annotations

LINKS = ("Open the note at this paragraph", "Look for it in the network's list of past events")


def links_to_notes(block) -> list[str]:
    return [text.value for text in block.markdown if any(words in text.value for words in LINKS)]


def test_the_rest_of_many_stories_and_passages_waits_until_it_is_asked_for(show):
    shown = show("closer_look", round="example-marsh-lane", indicator="mixing")
    more = {part.label: part for part in shown.expander}
    assert [len(links_to_notes(more[label])) for label in more if "passage" in label] == [1]
    assert len(links_to_notes(shown)) - 1 <= 2 * 3
    stories = [label for label in more if label.endswith("more stories")]
    assert stories == ["6 more stories"]


def test_stories_come_before_what_was_agreed_and_the_discussion_after_it(show):
    shown = show("closer_look", round="example-marsh-lane", indicator="mixing")
    order = [title.value for title in shown.subheader]
    assert order[:6] == [
        "What people said",
        "The 5 levels",
        "Stories",
        "What the group agreed",
        "What this rests on",
        "What warns about it",
    ]


def test_every_link_of_a_passage_is_as_large_as_the_others(show):
    shown = show("closer_look", round="example-marsh-lane", indicator="mixing")
    links = links_to_notes(shown)
    assert links
    assert [text for text in links if not text.startswith(":small[")] == []
