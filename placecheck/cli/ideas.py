"""`placecheck ideas`: the treasury from a terminal."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.words import ideas as w
from placecheck.words import say

if TYPE_CHECKING:
    from placecheck.ideas import Idea
    from placecheck.ideas.find import IdeaSearch

MAX_IDEAS = 10
"""How many ideas one's own words find at the most."""


def ideas(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="What you are looking for, in your own words.")
    ] = None,
    indicator: Annotated[str | None, typer.Option("--for", metavar="ID", help="The id of an indicator.")] = None,
    available: Annotated[
        list[str] | None, typer.Option("--with", metavar="NEED", help="What is here: place, person, power or pot.")
    ] = None,
    rubric_name: Annotated[
        str | None, typer.Option("--rubric", metavar="RUBRIC", help="A rubric's id, or its folder.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
) -> None:
    """List the ideas that come with a rubric: all, or those that fit."""
    from placecheck.cli.rubric import selected_rubric_folders
    from placecheck.ideas import load_ideas
    from placecheck.ideas.find import IdeaSearch, by_needs, for_indicator
    from placecheck.ideas.model import NEEDS
    from placecheck.notes import load_catalogue
    from placecheck.rubric import load_rubric
    from placecheck.views.ideas.idea_card import idea_lines, idea_view

    home = selected_rubric_folders([rubric_name] if rubric_name else None)[0]
    rubric, catalogue = load_rubric(home), load_catalogue(home)
    matching = load_ideas(home)
    if not matching:
        print(say(w.NO_IDEAS, title=rubric.title), file=sys.stderr)
    if indicator is not None:
        if indicator not in rubric.by_id:
            raise typer.BadParameter(f"{indicator} is no indicator: `placecheck show` lists them.", param_hint="--for")
        matching = for_indicator(matching, indicator)
    if available:
        if wrong := [need for need in available if need not in NEEDS]:
            raise typer.BadParameter(f"{wrong[0]} is none of {', '.join(NEEDS)}.", param_hint="--with")
        matching = by_needs(matching, [need for need in NEEDS if need in available]).enough
    if words:
        matching = _matching(IdeaSearch(load_ideas(home), catalogue), matching, " ".join(words))
    if as_json:
        shown = [idea.model_dump(mode="json", exclude_none=True) for idea in matching]
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    elif matching:
        views = (idea_view(idea, catalogue, rubric) for idea in matching)
        print("\n\n".join("\n".join(idea_lines(view)) for view in views))
    elif load_ideas(home):
        print(say(w.NONE_CLOSE if words else w.NONE_FOUND))


def _matching(search: IdeaSearch, ideas: tuple[Idea, ...], question: str) -> tuple[Idea, ...]:
    """Return the ideas that answer `question`; where they are only the nearest, say so."""
    from placecheck.views.ideas.search_line import found_line

    result = search.find(question, MAX_IDEAS, ideas)
    if result.is_near:
        print(found_line(result, MAX_IDEAS), file=sys.stderr)
    return result.ideas
