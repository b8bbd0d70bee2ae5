"""The facilitator's two screens of a workshop."""

from __future__ import annotations

from pathlib import Path

import pytest

from placecheck.assessment import Place
from placecheck.rubric import Rubric
from placecheck.storage import open_store
from placecheck.storage.rehearsal import let_them_answer, rehearse


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_either_screen(open_at, own_address, settled, axe, tmp_path: Path, rubric: Rubric, scheme):  # noqa: PLR0917
    store = open_store(tmp_path / "data")
    made = rehearse(store, store.add_place(Place(name="Ore Valley")), rubric)
    address = f"{own_address}/workshop?workshop={made.id}"
    page = open_at(own_address, width=1920, height=1080, scheme=scheme)
    found = {}

    def look(*paths: str) -> None:
        for path in paths:
            page.goto(address + path)
            found[path, len(found)] = axe(settled(page))

    look("&screen=now", "")
    store.open_vote(made.id, [one.id for one in rubric.indicators() if one.starter])
    let_them_answer(store, made.id)
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    look("&screen=now", "", "&part=read-back")
    assert {path: faults for path, faults in found.items() if faults} == {}
