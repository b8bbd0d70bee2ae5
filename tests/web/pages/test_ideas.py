from __future__ import annotations

from io import BytesIO

import pytest

from placecheck.assessment import Place
from placecheck.ideas import newest_ideas
from placecheck.ideas.file import parsed_treasury, treasury_yaml
from placecheck.ideas.peers import PeerCard
from placecheck.ideas.treasury import SharedIdea, TreasuryFile, conflicts, merge, newest
from placecheck.place import AdaptedIdea, Forebear, Peer, cards_of
from placecheck.rubric import find_rubric
from placecheck.web.components import treasury_exchange
from placecheck.web.data import assessments, idea_exchange, ideas_levels_guides, place_cards
from placecheck.web.markdown import escape


@pytest.fixture
def one(blank) -> str:
    """The id of an assessment of one's own."""
    return blank


def said(test) -> str:
    return "\n".join(element.value for element in (*test.markdown, *test.header, *test.subheader))


def test_every_idea_can_be_reached_and_twelve_are_drawn_at_once(show):
    test = show("ideas")
    assert not test.exception
    assert "157 ideas" in said(test)
    assert len([button for button in test.button if button.key.startswith("adapt-")]) == 12


def test_an_indicator_in_the_address_leads_to_its_ideas(show):
    test = show("ideas", indicator="room-to-play")
    assert "Play streets" in said(test)
    assert test.selectbox(key="ideas-for").value == "room-to-play"


def test_ones_own_words_find_an_idea_and_its_warning_is_in_the_open(show):
    test = show("ideas")
    test.text_input(key="find-idea").set_value("kids playing in the street").run()
    assert "Play streets" in said(test)
    assert "It did not begin by itself" in said(test)


@pytest.mark.parametrize(
    ("wish", "line", "count"),
    [
        ("kids playing in the street", "6 ideas speak of this", 6),
        ("a place to meet", "These 12 ideas speak most closely of this", 12),
        ("bitcoin investment", "it is not an answer", 5),
        ("how do I renew my passport", "No idea here comes close to this.", 0),
    ],
)
def test_a_wish_gets_one_of_three_answers(show, wish, line, count):
    test = show("ideas", find=wish)
    assert not test.exception
    assert line in said(test)
    assert len([expander for expander in test.expander if expander.label == "What this rests on"]) == count


@pytest.mark.parametrize("id_", [idea.id for idea in newest_ideas("better-way-place") if idea.kind == "warning"])
def test_what_the_notes_warn_of_is_not_offered_to_be_adapted(show, one, id_):
    test = show("ideas", find=ideas_levels_guides.all_ideas(find_rubric())[id_].name, idea=id_, round=one)
    assert not test.exception
    assert f"rests-{id_}" in [expander.key for expander in test.expander]
    assert "The notes warn of this" in said(test)
    assert f"adapt-{id_}" not in [button.key for button in test.button]
    assert "Adapt: " not in said(test)


def test_for_whom_an_idea_worked_is_shown_where_it_was_asked(show, one):
    card = AdaptedIdea(
        id="our-street", words="Play streets", change="In summer", true_for="Families", not_for="Drivers"
    )
    assessments.current_store().keep_cards(place_cards.place_id_of(assessments.open_assessment(one)), [card], "test")
    shown = said(show("ideas", round=one))
    assert "True for: Families" in shown
    assert "Not true for: Drivers" in shown


def test_an_idea_that_was_asked_for_in_words_can_be_adapted(show):
    test = show("ideas")
    test.text_input(key="find-idea").set_value("kids playing in the street").run()
    test.button(key="adapt-play-streets").click().run()
    assert not test.exception
    assert "Adapt: Play streets" in said(test)
    assert test.text_input(key="find-idea").value == "kids playing in the street"


def test_what_is_here_narrows_the_ideas_to_those_that_need_just_that(show):
    test = show("ideas")
    test.pills(key="ideas-with").set_value(["place"]).run()
    assert not test.exception
    assert "They need no more than what you have" in said(test)
    assert "A power" not in said(test)


def test_a_wish_that_names_what_is_lacking_leads_to_what_is_here(show):
    test = show("ideas")
    test.text_input(key="find-idea").set_value("a hall, but NO money").run()
    (hint,) = test.info
    assert "Choose below what you do have." in hint.value
    test.pills(key="ideas-with").set_value(["place"]).run()
    assert not test.info
    test.text_input(key="find-idea").set_value("another hall").run()
    test.pills(key="ideas-with").set_value([]).run()
    assert not test.info


def test_without_a_place_of_ones_own_an_idea_cannot_be_adapted_and_it_says_so(show):
    test = show("ideas", idea="play-streets")
    assert "Adapt: Play streets" in said(test)
    assert "Open a place of your own first." in said(test)


@pytest.fixture
def adapting(show, one):
    return show("ideas", idea="play-streets", round=one)


def field(test, one, name):
    key = f"adapting-{one}-play-streets-{name}"
    return next(box for box in (*test.text_area, *test.text_input) if box.key == key)


def test_an_adapted_idea_becomes_a_card_and_a_next_step(adapting, one, store):
    field(adapting, one, "change").set_value("Only in summer")
    field(adapting, one, "thanks").set_value("London Play")
    field(adapting, one, "step").set_value("Ask next door")
    adapting.button(key=f"FormSubmitter:adapting-{one}-play-streets-form-Keep this idea").click().run()
    assert not adapting.exception
    (card,) = cards_of(place_cards.cards_of_place(assessments.open_assessment(one)), AdaptedIdea)
    assert (card.from_idea, card.change, card.thanks) == ("play-streets", "Only in summer", "London Play")
    (action,) = store.actions(one).values()
    assert (action.what, action.first_step) == ("Try: Play streets", "Ask next door")
    assert "Ideas that we adapted" in [expander.label for expander in adapting.expander]


def test_an_idea_is_not_kept_until_it_is_said_what_changes(adapting, one, store):
    adapting.button(key=f"FormSubmitter:adapting-{one}-play-streets-form-Keep this idea").click().run()
    assert [error.value for error in adapting.error] == ["Say what you will change first: no idea fits everywhere."]
    assert place_cards.cards_of_place(assessments.open_assessment(one)) == ()
    assert store.actions(one) == {}


def test_what_became_of_an_idea_is_told_later_and_nothing_else_of_it_is_lost(show, one):
    assessment = assessments.open_assessment(one)
    card = AdaptedIdea(
        id="our-street", words="Play streets", from_idea="play-streets", change="In summer",
        passages=("bw-place-dinner-2018-11#20",),
    )  # fmt: skip
    assessments.current_store().keep_cards(place_cards.place_id_of(assessment), [card], "test")
    test = show("ideas", round=one)
    test.button(key="tell-our-street").click().run()
    assert not test.exception
    next(box for box in test.text_area if box.label == "What worked?").set_value("Thirty children came.")
    next(button for button in test.button if button.label == "Keep this card").click().run()
    assert not test.exception
    (kept,) = cards_of(place_cards.cards_of_place(assessments.open_assessment(one)), AdaptedIdea)
    assert kept == card.model_copy(update={"worked": "Thirty children came."})


def test_what_a_group_could_show_and_the_groups_that_it_meets_are_kept_with_the_place(show, store, blank):
    def offer():
        return {kept.card.kind: kept.card for kept in store.place_cards(store.assessment_summary(blank).place_id)}

    page = show("ideas", round=blank)
    page.text_input(key=f"peer-{blank}-could_show").set_value("The pump").run()
    page.multiselect(key=f"peer-{blank}-wants").set_value(["small-sums"]).run()
    assert not page.exception
    assert (offer()["peer"].own, offer()["peer"].could_show) == (True, "The pump")
    other = Peer(id="p", words="The Yard", peer="yard", shows=("small-sums",), reach="the clerk")
    store.keep_cards(store.assessment_summary(blank).place_id, [other], "test")
    page = show("ideas", round=blank)
    assert page.text_input(key=f"peer-{blank}-could_show").value == "The pump"
    assert any("The Yard" in text.value and "learn from each other" in text.value for text in page.markdown)
    name = assessments.open_assessment(blank).rubric.by_id["small-sums"].name
    assert any(escape(f"They can show what you want to learn about: {name}.") in text.value for text in page.markdown)
    assert any("Plan a visit to The Yard" in text.value and "'card': 'p'" in text.value for text in page.markdown)
    page.button(key="peer-off-p").click().run()
    assert not any("Plan a visit to The Yard" in text.value for text in page.markdown)
    assert "peer-off-p" not in [button.key for button in page.button]


def test_an_idea_taken_from_another_group_tells_whose_it_is_and_is_kept_once(show, blank, monkeypatch):
    theirs = SharedIdea(id="ashby-play", name="Play streets", what="A street is shut.", cost="12 hours", by="Ashby",
                        from_idea="bix-play")  # fmt: skip
    first = SharedIdea(
        id="bix-play", name="A shut street", what="x", change="At noon", by="Bix", from_idea="play-streets"
    )
    uploaded = BytesIO(treasury_yaml(TreasuryFile(placecheck_ideas=1, ideas=(theirs, first))).encode())
    uploaded.name = "theirs.yaml"
    monkeypatch.setattr(treasury_exchange.st, "file_uploader", lambda *_words, **_how: uploaded)
    page = show("ideas", round=blank)
    page.button(key=f"take-{blank}-0").click().run()
    assert not page.exception
    assert f"take-{blank}-0" not in [button.key for button in page.button]
    (card,) = cards_of(place_cards.cards_of_place(assessments.open_assessment(blank)), AdaptedIdea)
    assert (card.from_idea, card.from_place, card.cost) == ("ashby-play", "Ashby", None)
    assert [(forebear.by, forebear.cost) for forebear in card.forebears] == [("Ashby", "12 hours"), ("Bix", None)]
    assert "What it cost: At Ashby: 12 hours" in said(page)
    place = assessments.open_assessment(blank).assessment.place.name
    assert (
        "- Play streets\n"
        "  - A shut street (Bix), changed: At noon\n"
        "    - Play streets (Ashby)\n"
        f"      - Play streets ({place})"
    ) in said(page).replace("\\", "")
    assert page.button(key=f"tell-{card.id}").label == "Adapt this"
    page.button(key=f"tell-{card.id}").click().run()
    asked = [box.label for box in page.text_area]
    assert asked == ["What will you change, so that it fits here?", "What do you lack?", "Whom will you thank?"]


def test_a_file_of_ideas_that_is_not_utf_8_is_refused_rather_than_guessed(show, blank, monkeypatch):
    uploaded = BytesIO("placecheck_ideas: 1\nideas:\n- id: x\n  name: Café\n  what: y\n".encode("latin-1"))
    uploaded.name = "theirs.yaml"
    monkeypatch.setattr(treasury_exchange.st, "file_uploader", lambda *_words, **_how: uploaded)
    page = show("ideas", round=blank)
    assert "is not UTF-8 text" in page.error[0].value.replace("\\", "")
    assert f"take-{blank}-0" not in [button.key for button in page.button]


@pytest.fixture
def taken(blank, store) -> AdaptedIdea:
    """An idea of another group, of which nobody has said yet what changes here."""
    line = (Forebear(id="ashby-play", name="A shut street", by="Ashby", from_idea="play-streets"),)
    indicators = ("room-to-play", "streets-to-meet")
    card = AdaptedIdea(id="ashby-play", words="A shut street", from_idea="ashby-play", from_place="Ashby",
                       forebears=line, indicators=indicators, worked="At Ashby: 9 came")  # fmt: skip
    store.keep_cards(store.assessment_summary(blank).place_id, [card], "test")
    return card


def keep(test, one, id_):
    test.button(key=f"FormSubmitter:adapting-{one}-{id_}-form-Keep this idea").click().run()
    assert not test.exception


def test_an_idea_taken_from_another_group_is_adapted_as_any_and_makes_a_next_step(show, blank, store, taken):
    page = show("ideas", round=blank, idea=taken.id)
    assert "It did not begin by itself" in said(page)  # what the notes warn of came along
    keep(page, blank, taken.id)
    assert "Say what you will change first" in page.error[0].value
    assert store.actions(blank) == {}
    next(box for box in page.text_area if "change" in box.label).set_value("Only on Sundays")
    keep(page, blank, taken.id)
    (card,) = cards_of(place_cards.cards_of_place(assessments.open_assessment(blank)), AdaptedIdea)
    assert card == taken.model_copy(update={"change": "Only on Sundays"})
    (step,) = store.actions(blank).values()
    assert (step.what, step.first_step, step.who, step.indicator) == ("Try: A shut street", None, None, None)


def test_an_idea_of_another_group_that_is_called_as_one_of_the_notes_is_the_one_that_is_adapted(take, blank, store):
    page = take(PLAY)
    page.button(key=f"take-{blank}-0").click().run()
    (card,) = ideas_kept(blank)
    assert card.id not in ideas_levels_guides.all_ideas(assessments.open_assessment(blank).rubric)
    place = store.assessment_summary(blank).place_id
    store.remove_card(place, card.id, "test")
    old = card.model_copy(update={"id": "play-streets"})  # as a card could be called before
    store.keep_cards(place, [old], "test")
    page = take(PLAY)
    page.button(key="tell-play-streets").click().run()
    next(box for box in page.text_area if "change" in box.label).set_value("Only on Sundays")
    keep(page, blank, "play-streets")
    assert ideas_kept(blank) == [old.model_copy(update={"change": "Only on Sundays"})]


def test_the_step_is_about_the_question_for_which_ideas_were_looked_for(show, blank, store, taken):
    page = show("ideas", round=blank, idea=taken.id, indicator="room-to-play")
    next(box for box in page.text_area if "change" in box.label).set_value("Only on Sundays")
    keep(page, blank, taken.id)
    assert [step.indicator for step in store.actions(blank).values()] == ["room-to-play"]


def test_a_card_given_away_again_after_a_change_is_a_newer_version_and_no_conflict(
    show, blank, store, taken, monkeypatch
):
    given = []
    monkeypatch.setattr(treasury_exchange, "download", lambda _words, make, *_more, **_how: given.append(make()))
    for worked in ("Nine came", "Thirty came"):
        place = store.assessment_summary(blank).place_id
        store.keep_cards(place, [taken.model_copy(update={"worked": worked})], "test")
        show("ideas", round=blank).checkbox(key=f"leave-{blank}-{taken.id}").set_value(True).run()
    first, last = (parsed_treasury(text, "given.yaml") for text in (given[0], given[-1]))
    both = merge(first, last)
    assert len(both.ideas) == 2
    assert conflicts(both) == {}
    assert [card.worked for card in newest(both)] == ["Thirty came"]


@pytest.fixture
def take(show, blank, monkeypatch):
    """Open the file of another group on the page of ideas."""

    def opened_file(*ideas: SharedIdea, peers: tuple[PeerCard, ...] = ()):
        content = treasury_yaml(TreasuryFile(placecheck_ideas=1, ideas=ideas, peers=peers)).encode()

        def upload(*_words, **_how):
            uploaded = BytesIO(content)
            uploaded.name = "theirs.yaml"
            return uploaded

        monkeypatch.setattr(treasury_exchange.st, "file_uploader", upload)
        return show("ideas", round=blank)

    return opened_file


PLAY = SharedIdea(id="ashby-play", version=4, name="Play streets", what="A street is shut.", by="Ashby",
                  from_idea="play-streets", cost="12 hours")  # fmt: skip


def ideas_kept(one) -> list[AdaptedIdea]:
    return list(cards_of(place_cards.cards_of_place(assessments.open_assessment(one)), AdaptedIdea))


def buttons(page) -> set[str]:
    return {button.key for button in page.button}


def test_of_two_texts_that_claim_to_be_one_version_only_the_kept_one_is_said_to_be_kept(take, blank):
    page = take(PLAY, PLAY.model_copy(update={"what": "A street is open."}))
    assert "2 different texts claim to be version 4" in page.warning[0].value
    page.button(key=f"take-{blank}-0").click().run()
    assert said(page).count("You have kept it with your place") == 1
    assert said(page).count("You have kept a different version of it") == 1
    page.button(key=f"take-{blank}-1").click().run()
    assert said(page).count("You have kept it with your place") == 2
    assert {card.more for card in ideas_kept(blank)} == {"A street is shut.", "A street is open."}


def test_a_newer_version_of_a_kept_idea_is_shown_beside_what_changed_here_and_can_be_taken(take, blank, store):
    take(PLAY).button(key=f"take-{blank}-0").click().run()
    (card,) = ideas_kept(blank)
    ours = card.model_copy(update={"change": "Only on Sundays", "worked": "Nine came"})
    store.keep_cards(store.assessment_summary(blank).place_id, [ours], "test")
    newer = PLAY.model_copy(update={"version": 9, "what": "Two streets are shut.", "cost": "30 hours"})
    page = take(newer)
    assert "This is a newer version than the one you have kept" in said(page)
    assert "What you changed: Only on Sundays" in said(page)
    assert f"take-{blank}-0" in buttons(page)
    page.button(key=f"renew-{blank}-0").click().run()
    assert not page.exception
    (card,) = ideas_kept(blank)
    assert (card.more, card.change, card.worked) == ("Two streets are shut.", "Only on Sundays", "Nine came")
    assert [(line.version, line.cost) for line in card.forebears] == [(9, "30 hours")]
    assert "You have kept it with your place" in said(page)
    assert "You have kept a newer version of it" in said(take(PLAY))


def test_an_idea_of_ones_own_that_comes_back_is_not_offered_as_anothers(take, blank, store):
    card = AdaptedIdea(id="ours", words="Play", from_idea="play-streets", change="In summer")
    store.keep_cards(store.assessment_summary(blank).place_id, [card], "test")
    (given,) = idea_exchange.shared_ideas(assessments.open_assessment(blank), [card])
    page = take(given)
    assert "This is an idea of your place" in said(page)
    assert not {f"take-{blank}-0", f"renew-{blank}-0"} & buttons(page)


def test_an_earlier_version_in_a_file_can_be_seen_and_kept_too(take, blank):
    page = take(PLAY, PLAY.model_copy(update={"version": 2, "what": "With a band."}))
    assert "1 earlier version of these ideas" in [expander.label for expander in page.expander]
    page.button(key=f"take-{blank}-2").click().run()
    assert [card.more for card in ideas_kept(blank)] == ["With a band."]


def test_a_group_that_says_something_else_now_is_asked_about_and_never_doubled(take, blank):
    first = PeerCard(id="yard", group="The Yard", reach="the clerk", version=2)
    take(peers=(first, first.model_copy(update={"version": 1}))).button(key="peer-keep-0").click().run()
    page = take(peers=(first,))
    assert "peer-keep-0" not in buttons(page)
    page = take(peers=(first.model_copy(update={"reach": "the warden", "version": 3}),))
    assert "You have kept this group with different details" in said(page)
    page.button(key="peer-keep-0").click().run()
    peers = cards_of(place_cards.cards_of_place(assessments.open_assessment(blank)), Peer)
    assert [(peer.words, peer.reach) for peer in peers if not peer.own] == [("The Yard", "the warden")]


def test_two_groups_whose_places_share_a_name_give_ideas_and_an_offer_under_ids_of_their_own(
    show, store, rubric, monkeypatch
):
    given = []
    monkeypatch.setattr(treasury_exchange, "download", lambda _words, make, *_more, **_how: given.append(make()))
    for _ in range(2):
        place = store.add_place(Place(name="Hollington"))
        begun = store.begin_assessment(place, rubric, question_set="starter", date=None, together=True)
        card = AdaptedIdea(id="our-play-streets", words="Play", from_idea="play-streets")
        store.keep_cards(place, [card, Peer(id="own-offer", words="Hollington", own=True, reach="the clerk")], "test")
        show("ideas", round=begun).checkbox(key=f"leave-{begun}-{card.id}").set_value(True).run()
    first, last = (parsed_treasury(text, "given.yaml") for text in (given[1], given[-1]))
    both = merge(first, last)
    assert len({idea.id for idea in both.ideas}) == len({peer.id for peer in both.peers}) == 2
