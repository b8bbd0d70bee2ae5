"""Phones ask whatever the rubric asks, on a ladder of three levels or of seven, in its own language."""

from __future__ import annotations

import re

import pytest

from placecheck.assessment import Place
from placecheck.rubric import load_rubric
from placecheck.words import answering, joining, say


@pytest.mark.parametrize(
    ("name", "indicator"), [("la-place-du-marche", "se-parler"), ("cerdded-yn-ein-pentref", "meinciau")]
)
def test_every_level_of_the_rubric_can_be_chosen_and_is_kept(store, phone, checkout, name, indicator):
    rubric = load_rubric(checkout / "tests" / "data" / "rubrics" / name)
    place = store.add_place(Place(name="Ore Valley"))
    workshop = store.create_workshop(
        store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
    )
    store.open_vote(workshop.id, [indicator])
    visitor = phone().join(workshop.code)
    assert visitor.look(f"/join/ask/{indicator}") == 200
    assert re.findall(r'name="level" value="(\d)"', visitor.page) == list(map(str, range(rubric.steps)))
    assert re.search(rf'<h1[^>]* lang="?{rubric.language}\b', visitor.page)
    assert all(level.name in visitor.page.replace("&#39;", "'") for level in rubric.levels)
    visitor.send(f"/join/ask/{indicator}", level=str(rubric.steps - 1))
    assert store.own_answer(visitor.code, indicator).level == rubric.steps - 1


def test_a_phone_says_whom_a_question_is_meant_for_and_counts_it_once_others_answer(store, phone, checkout):
    rubric = load_rubric(checkout / "tests" / "data" / "rubrics" / "la-place-du-marche")
    place = store.add_place(Place(name="L'Écluse"))
    workshop = store.create_workshop(
        store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
    )
    store.open_vote(workshop.id, ["premier-etal", "se-parler"])
    trader, neighbour = (phone().join(workshop.code, perspective=id_) for id_ in ("marchand", "voisine"))
    for visitor, is_other in ((trader, False), (neighbour, True)):
        visitor.look("/join/ask/premier-etal")
        assert (say(answering.MEANT_FOR_OTHERS, names="Marchand, Mairie") in visitor.page) == is_other

    def progress(visitor) -> str:
        visitor.look("/join/here")
        return re.search(r'id="progress"><b>([^<]*)', visitor.page)[1]

    assert (progress(trader), progress(neighbour)) == ("0 of 2 answered", "0 of 1 answered")
    assert say(joining.FOR_OTHERS) in neighbour.page
    assert store.progress(workshop.id).eligible == {"premier-etal": 1, "se-parler": 2}
    neighbour.look("/join/ask/se-parler")
    neighbour.send("/join/ask/se-parler", level="3")
    neighbour.look("/join/here")
    assert progress(neighbour) == "1 of 1 answered"
    assert say(joining.ALL_DONE) in neighbour.page
    neighbour.look("/join/ask/premier-etal")
    neighbour.send("/join/ask/premier-etal", level="2")
    assert progress(neighbour) == "2 of 2 answered"
    assert store.progress(workshop.id).eligible == {"premier-etal": 2, "se-parler": 2}
