"""Every scene of the big screen can be shown, chosen on the facilitator's page, and turned to by a key."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import placecheck.web
from placecheck.web.workshop.big_screen import ANY_TIME_SCENES, INDICATOR_SCENES, REVEALED_SCENES
from placecheck.web.workshop.screen_keys import scenes_to_choose
from placecheck.words import workshop_page
from placecheck.workshop import Scene, Vote, Workshop
from placecheck.workshop.model import AskedMatter, MatterVote, NamedLevel

SCENES = set(get_args(Scene))
CHOSEN = SCENES - {"now"}
"""The scenes that somebody turns to; "now" is where the workshop is."""


def test_it_is_said_of_every_scene_when_the_room_may_see_it():
    tables = [*ANY_TIME_SCENES, *REVEALED_SCENES, *INDICATOR_SCENES]
    how = "give each scene a row in one of the tables of web/workshop/big_screen.py"
    assert (set(tables), len(tables)) == (CHOSEN, len(CHOSEN)), how


def test_every_scene_has_a_name_on_the_facilitators_page():
    assert set(workshop_page.SCENE_NAMES) == SCENES, "name each scene in SCENE_NAMES of words/workshop_page.py"


def test_every_scene_has_a_key_of_its_own():
    matters = MatterVote(
        number=1,
        asks=(AskedMatter(id="benches", name="Benches"),),
        levels=(NamedLevel(id="street", name="Street"), NamedLevel(id="town", name="Town")),
    )
    context: Any = SimpleNamespace(
        workshop=Workshop(votes=(Vote(number=1, asks=("benches",), state="revealed"),), matter_votes=(matters,)),
        opened=SimpleNamespace(catalogue=SimpleNamespace(passages={"note#1": None})),
        show_on_screen=lambda scene: scene,
    )
    indicators: Any = ["benches"]
    keys = scenes_to_choose(context, indicators)
    how = "give each scene a letter of its own in scenes_to_choose of web/workshop/screen_keys.py"
    assert {key.command() for key in keys} == CHOSEN, how
    assert len({key.key for key in keys}) == len(keys), how


def test_the_code_to_join_stays_in_one_line_however_wide_its_letters():
    rules = (Path(placecheck.web.__file__).parent / "workshop/big_screen.css").read_text(encoding="utf-8")
    rule = rules.partition(".st-key-join-code p {")[2].partition("}")[0]
    assert "white-space: nowrap" in rule
    assert float(re.search(r"min\(([\d.]+)vw", rule)[1]) <= 6, "six W and a hyphen in half of the window"
