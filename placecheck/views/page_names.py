"""The names of the dashboard's pages: a link takes one of them, and so cannot lead to a page that does not exist."""

from __future__ import annotations

from enum import StrEnum


class PageName(StrEnum):
    """A page of the dashboard, named as its module in `placecheck/web/pages`; the value is its address."""

    HOME = "places"
    NETWORK = "many"
    START = "start"
    PLACE = "place"
    ABOUT_PLACE = "about-this-place"
    ANSWER = "answer"
    DONE = "done"
    KEYING = "keying"
    RESULTS = "results"
    CLOSER_LOOK = "closer"
    THEN_NOW = "then-and-now"
    PERSPECTIVES = "voices"
    WHAT_IS_HERE = "what-is-here"
    LISTENING = "listening"
    OWN_WORDS = "own-words"
    HISTORY = "history"
    EDITION = "edition"
    NEXT_STEPS = "next-steps"
    OUTCOMES = "what-became-of-it"
    LEVELS = "who-decides-what"
    PUBLISH = "share"
    LOT = "draw-by-lot"
    WORKSHOP = "workshop"
    COMPARISON = "side-by-side"
    ON_PAPER = "on-paper"
    IDEAS = "ideas"
    GUIDES = "guides"
    DISCUSSION = "discussion"
    PASSAGE = "passage"
    RUBRICS = "rubrics"
    ABOUT = "about"
    NO_SUCH_PAGE = "no-such-page"
