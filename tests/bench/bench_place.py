"""The pages of a place with a thousand cards and two thousand slips, against the same pages with ten of each.

Run from anywhere: `python tests/bench/bench_place.py`.
"""

from __future__ import annotations

import os
import tempfile

from streamlit.testing.v1 import AppTest
from table import head, row

from placecheck.assessment import Place
from placecheck.place import Asset, Card, Slip, SlipGroup
from placecheck.rubric import find_rubric
from placecheck.storage import Store, open_store

MANY, FEW, TURNS = (1000, 2000), (10, 10), 7
PAGE = """
from placecheck.web.navigation import PAGES, bind_page
from placecheck.web.state.session import Session

class Alone(Session):
    def link(self, page, label, query=None):
        import streamlit as st
        st.markdown(label)

session = Alone()
page = next(one for one in PAGES if one.render.__module__ == "placecheck.web.pages.{page}")
bind_page(page, session, session.open_assessment)()
"""


def assessment_with(store: Store, assets: int, slips: int) -> str:
    """An assessment of a place with so many cards, half of the slips sorted."""
    place = store.add_place(Place(name=f"A place of {assets}"))
    cards: list[Card] = [
        Asset(id=f"a{n}", layer="built", words=f"Hall {n}", purposes=("food",), where={"point": (2 + n / 5000, 54)})
        for n in range(assets)
    ]
    cards.append(SlipGroup(id="g", words="A group"))
    cards += [Slip(id=f"s{n}", words=f"Words {n}", groups=("g",) if n % 2 else ()) for n in range(slips)]
    store.keep_cards(place, cards, "bench")
    return store.begin_assessment(place, find_rubric(), question_set="starter", date=None, together=True)


def page_of(page: str, assessment: str) -> AppTest:
    """A page that was drawn once."""
    test = AppTest.from_string(PAGE.format(page=page), default_timeout=60)
    test.query_params["round"] = assessment
    return test.run()


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PLACECHECK_DATA"] = folder
        store = open_store(folder)
        many, few = assessment_with(store, *MANY), assessment_with(store, *FEW)
        head("A place with 1,000 cards and 2,000 slips, against one with ten of each")
        for page in ("what_is_here", "listening", "outcomes"):
            row(f"{page}, drawn again", page_of(page, many).run, page_of(page, few).run, allowed=2, rounds=TURNS)
        store.close()


if __name__ == "__main__":
    main()
