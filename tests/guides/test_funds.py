"""Three made-up fund texts of different kinds, answered: what does not suit is apart from what is not said."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from placecheck.guides.blocks import OutputBlock
from placecheck.guides.replies import Replies
from placecheck.guides.write import build_outputs

FUNDS = yaml.safe_load(Path(__file__).with_name("funds.yaml").read_text(encoding="utf-8"))


def under(blocks: tuple[OutputBlock, ...], heading: str) -> str:
    """What stands under a heading of an output."""
    lines, inside = [], False
    for block in blocks:
        if block.kind == "heading":
            inside = block.text == heading
        elif inside:
            lines += [block.text, *(" ".join(row) for row in block.rows)]
    return "\n".join(lines)


@pytest.mark.parametrize("fund", FUNDS, ids=lambda fund: fund["name"])
def test_what_a_fund_does_not_say_is_asked_and_what_it_refuses_is_said(guides, fund):
    tables = {name: tuple(rows) for name, rows in fund.get("tables", {}).items()}
    page, letter = build_outputs(guides["is-this-money-good"], Replies(fund["replies"], tables))
    unsaid, refused = (
        under(page.blocks, "Where it does not say, so we can ask"),
        under(page.blocks, "Where it does not"),
    )
    assert all(point in unsaid and point not in refused for point in fund["unsaid"])
    assert all(point in refused and point not in unsaid for point in fund["refused"])
    asks = "\n".join(f"{block.text} {block.rows}" for block in letter.blocks)
    assert ("We ask you to think about these changes." in asks) == fund["asks_for_changes"]
    assert "Could you tell us how it is?" in asks
    assert not {"score", "mark", "rating"} & set(asks.lower().split())


def test_a_change_without_a_reason_is_asked_for_without_one(guides):
    fund = FUNDS[2]
    letter = build_outputs(
        guides["is-this-money-good"], Replies(fund["replies"], {"changes": tuple(fund["tables"]["changes"])})
    )[1]
    (asked,) = [block.rows for block in letter.blocks if block.kind == "list"][:1]
    assert asked == (
        ("Let two neighbours sit with those who choose. The reason: They walk there.",),
        ("Leave out the sign.",),
    )
