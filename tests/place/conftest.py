"""Place files of every shape."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from placecheck.place import CARD_KINDS, PlaceFile

AWKWARD = [
    "no", "yes", "null", "2026-10-03", "12", "007", "=1+1", "- a", "key: value", "a # b", "'", '"', "{a: b}", "|",
    "first\nsecond", "a\n\n\nb", "Llanfair-y-bont: t\u0177", "line\u2028separator", "\u05e9\u05dc\u05d5", " both ",
]  # fmt: skip
STORIES = (
    st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=40)
).filter(lambda text: text.strip())
LINES = STORIES.filter(lambda text: text == text.strip() and len(text.splitlines()) == 1)
WHENS = st.sampled_from(["2027", "2027-01", "2027-01-31"])
DEGREES = st.decimals(-90, 90, places=6).map(float)
VALUES = st.decimals(-90000, 90000, places=4).map(float).filter(lambda value: "e" not in repr(value))
POINTS = st.tuples(DEGREES, DEGREES).map(list)
PHOTOS = st.fixed_dictionaries(
    {"file": st.just("0" * 32 + ".jpg"), "alt": LINES}, optional={"people": st.just("agreed")}
)
INDICATORS = st.sampled_from([["mixing"], ["places-to-meet", "own-pier"]])
BASE = {
    "more": STORIES, "by": LINES, "date": WHENS, "true_for": STORIES, "not_for": STORIES, "indicators": INDICATORS,
    "passages": st.just(["a-note#12"]), "photos": st.lists(PHOTOS, max_size=2),
}  # fmt: skip
WHERE = st.fixed_dictionaries(
    {"words": LINES}, optional={"point": POINTS, "outline": st.lists(POINTS, min_size=3, max_size=9)}
) | st.fixed_dictionaries({"line": st.lists(POINTS, min_size=2, max_size=9)}, optional={"point": POINTS})
KEPT = {"purposes": st.lists(LINES, max_size=3), "threat": STORIES, "ends": WHENS, "checked": st.dates().map(str)}
SEEN = st.fixed_dictionaries({"what": STORIES}, optional={"by": LINES, "when": WHENS})
TOLD = {"indicators": ["mixing", "own-pier"], "leave": "agreed"}
OF_KIND = {
    "here": (
        {"layer": st.sampled_from(["built", "ideas"])},
        {"where": WHERE, "rests_on": st.just(["one_person", "one_grant"]), "use": st.just("unused"), "spare": LINES}
        | KEPT,
    ),
    "pot": ({}, {"residents_say": st.just("none"), "amount": LINES, "residents_could": STORIES} | KEPT),
    "figure": ({"value": VALUES, "source": LINES}, {"year": WHENS, "compared": st.just([{"area": "UK", "value": 3}])}),
    "heard": ({}, {"via": st.just("phone"), "question": STORIES, "groups": st.just(["c0"]), "story": st.just(TOLD)}),
    "decision": (
        {},
        {"asked": st.just({"by": "x"}), "decided": SEEN, "promised": SEEN, "seen": st.lists(SEEN, max_size=2)},
    ),
    "idea": ({}, {"from_idea": st.just("play-streets"), "change": STORIES, "failed": STORIES}),
    "worksheet": (
        {"guide": st.just("a-fund")},
        {"done": st.booleans(), "replies": st.just({"q": "no"}), "tables": st.just({"t": [{"a": "1"}, {"b": "x"}]})},
    ),
    "peer": ({}, {"own": st.booleans(), "could_show": LINES, "reach": LINES, "shows": st.just(["mixing", "own-pier"])}),
    "matter": ({}, {"now": st.just("council"), "reasons": st.just({"q": "no"}), "power": st.just({"who": "x"})}),
}


@st.composite
def place_files(draw) -> PlaceFile:
    """Place files that fit the Better Way rubric; the first card is a group, in which slips may lie."""
    kinds = draw(st.lists(st.sampled_from(sorted({*CARD_KINDS} - {"group"})), max_size=5))
    cards = [{"id": "c0", "kind": "group", "words": draw(STORIES)}]
    for number, kind in enumerate(kinds, start=1):
        must, may = OF_KIND[kind]
        card = draw(st.fixed_dictionaries({"words": STORIES, **must}, optional={**BASE, **may}))
        cards.append({"id": f"c{number}", "kind": kind, **card})
    head = draw(
        st.fixed_dictionaries({"place": st.just({"name": "Ore"})}, optional={"rubric": st.just("better-way-place")})
    )
    return PlaceFile.model_validate({**head, "cards": cards})


@pytest.fixture(scope="session")
def any_place_file() -> st.SearchStrategy[PlaceFile]:
    return place_files()
