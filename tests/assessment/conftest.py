"""Assessments of every shape, with the text that people and machines really give."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from placecheck.assessment import Assessment
from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.rubric import find_rubric

NASTY_TEXT = [
    "no", "yes", "null", "~", "true", "2026-10-03", "2026-02-30", "12", "3.50", "007", "1e5", "0x1F", "1:30", "=1+1",
    "- a", "? b", "key: value", "a # b", "#", "'", '"', "''", '"quoted" and \'single\'', "%", "@home", "`tick`",
    "!tag", "&a *a", "{a: b}", "[a]", "|", ">", "---", "...", "a: |\n  b", " leading", "trailing ", "  both  ", "a\n",
    "\na", "a\n\n\nb\n\n", "a \nb", "a\n  b\n c", "a\n\tb", "\ttab", "line\u2028separator", "next\x85line",
    "\ufeffmark", "no\xa0break", "soft\xadhyphen", "Llanfair-y-bont: t\u0177, d\u0175r, \u00e2",
    "caf\u00e9 cafe\u0301", "\U0001f33b\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u05e9\u05dc\u05d5\u05dd \u202eevil\u202c", "\\n \\u0041", "w" * 500, "many words " * 60, "x\r\ny", "x\ry",
    "9" * 30,
]  # fmt: skip

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=80)
SURE = st.sampled_from(["not_very", "fairly", "very"])


@st.composite
def stories(draw) -> str:
    """Text of one line or several, blanks and all."""
    lines = st.lists(WORDS | st.just(""), min_size=2, max_size=4).map("\n".join)
    return draw(st.sampled_from(NASTY_TEXT) | WORDS | lines)


@st.composite
def lines(draw) -> str:
    """Text of one line, without blanks at its ends."""
    return draw(st.sampled_from([one for one in map(str.strip, NASTY_TEXT) if is_line(one)]) | WORDS.filter(is_line))


def is_line(text: str) -> bool:
    return text == text.strip() and len(text.splitlines()) == 1 and len(text) <= 300


@st.composite
def some(draw, must: dict, may: dict) -> dict:
    """A mapping with the keys of `must` and any of `may`."""
    return draw(st.fixed_dictionaries(must, optional=may))


@st.composite
def answers(draw, steps: int) -> dict:
    """What a voice says of an indicator: a level, a no-answer or neither, and what it tells of it."""
    said = draw(
        st.integers(0, steps - 1).map(lambda level: {"level": level})
        | st.sampled_from(["dont_know", "not_here", "rather_not_say"]).map(lambda word: {"no_answer": word})
        | stories().map(lambda story: {"story": story})
    )
    return {**said, **draw(some({}, {"sure": SURE, **dict.fromkeys(ANSWER_TEXTS, stories())}))}


@st.composite
def agreements(draw, steps: int) -> dict:
    """What a group says of an indicator together."""
    outcome = draw(
        st.integers(0, steps - 1).map(lambda level: {"level": level})
        | st.just({"no_answer": "not_here"})
        | stories().map(lambda reason: {"not_agreed": reason})
    )
    return {**outcome, **draw(some({}, {"because": stories(), "minority": stories(), "sure": SURE}))}


@st.composite
def assessments(draw) -> Assessment:
    """Assessments that fit the Better Way rubric."""
    rubric = find_rubric()
    ids = st.sampled_from(sorted(rubric.by_id))
    perspective = st.sampled_from([one.id for one in rubric.perspectives])
    told = st.dictionaries(ids, answers(rubric.steps), min_size=1, max_size=3)
    voice = some({"answers": told}, {"perspective": perspective, "paper": st.booleans()})
    when = st.sampled_from(["2027", "2027-01", "2027-01-31"])
    outcome = some(
        {"state": st.sampled_from(["going", "let_go"])}, {"seen": stories(), "when": when, "because": stories()}
    )
    action = {"indicator": ids, "who": lines(), "first_step": stories(), "when": when, "power": lines()}
    action["outcome"] = outcome
    place = {
        "kind": st.sampled_from(["street", "other"]),
        "boundary": stories(),
        "nation": lines(),
        "context": stories(),
    }
    may = {
        "date": st.dates().map(str),
        "round": st.sampled_from(["full", "starter"]),
        "agreed": st.dictionaries(ids, agreements(rubric.steps), max_size=2),
        "missing_voices": stories(),
        "actions": st.lists(some({"what": stories()}, action), max_size=2),
        "causes": st.dictionaries(ids, some({"because": stories()}, {"since": st.dates().map(str)}), max_size=2),
    }
    whole = draw(some({"place": some({"name": lines()}, place)}, may))
    voices = [{"id": f"v{n}", **one} for n, one in enumerate(draw(st.lists(voice, max_size=3)))]
    chosen = draw(st.lists(ids, max_size=4, unique=True))
    whole["asked"] = sorted(chosen, key=list(rubric.by_id).index)
    asked = {"id": rubric.id, "edition": rubric.edition}
    return Assessment.model_validate({"rubric": asked, "voices": voices, **whole})


@pytest.fixture(scope="session")
def any_assessment() -> st.SearchStrategy[Assessment]:
    return assessments()
