"""The guides: sound, plain, and each leads to its outputs whatever people reply."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.guides import load_guides
from placecheck.guides.check import check_guides
from placecheck.guides.options import fitting_options
from placecheck.guides.replies import Replies, guide_progress, shown_questions, shown_steps
from placecheck.guides.write import FIELD, build_outputs
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder

FOLDER = resource_folder("rubrics") / "better-way-place"
GUIDES = load_guides(FOLDER)
EVERY = pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)


def test_they_stand_in_their_order():
    assert list(GUIDES) == [
        "is-this-money-good", "how-to-buy", "what-would-this-do", "what-do-we-want", "how-to-involve",
        "before-you-print", "going-to-see",
    ]  # fmt: skip


def test_the_check_finds_no_fault_in_them():
    assert [str(finding) for finding in check_guides(FOLDER, load_catalogue(FOLDER))] == []


@EVERY
def test_a_guide_can_be_walked_to_its_end(guide, filled):
    replies = filled(guide)
    assert guide_progress(guide, replies).is_done
    outputs = build_outputs(guide, replies)
    assert outputs
    assert all(output.blocks for output in outputs)


@EVERY
def test_nothing_that_comes_out_holds_an_open_field(guide, filled):
    for replies in (Replies(), filled(guide)):
        for output in build_outputs(guide, replies):
            said = " ".join(f"{block.text} {block.rows}" for block in output.blocks)
            assert FIELD.findall(said) == []


@EVERY
@given(data=st.data())
def test_whatever_people_reply_a_guide_goes_on_and_shows_what_it_asks(guide, data):
    picked = {
        question.id: data.draw(st.sampled_from(("", *question.values)), label=question.id)
        for question in guide.questions()
        if question.values
    }
    replies = Replies(picked)
    steps = shown_steps(guide, replies)
    assert steps[0] is guide.steps[0]
    progress = guide_progress(guide, replies)
    assert progress.asked == sum(len(shown_questions(guide, step, replies)) for step in steps)
    assert 0 <= progress.replied <= progress.asked
    ways = fitting_options(guide, replies)
    if guide.options is not None:
        assert guide.options.least <= len(ways) <= guide.options.most
    build_outputs(guide, replies)


def test_a_fund_that_does_not_say_has_not_said_no(filled):
    guide = GUIDES["is-this-money-good"]
    replies = filled(guide, mapped="unsaid", earning="no")
    page, letter = (said(output) for output in build_outputs(guide, replies))
    unsaid = page.partition("Where it does not say")[2]
    refused = page.partition("Where it does not\n")[2].partition("Where it does not say")[0]
    assert "It looks at what is here" in unsaid
    assert "It looks at what is here" not in refused
    assert "Earning is one way" in refused
    assert "Could you tell us how it is?" in letter


def test_the_letter_thanks_asks_for_three_changes_at_most_and_offers_something(filled):
    guide = GUIDES["is-this-money-good"]
    assert guide.questions_by_id["changes"].most_rows == 3
    letter = said(build_outputs(guide, filled(guide))[1])
    assert letter.index("Thank you.") < letter.index("The reason:") < letter.index("we offer this")


def test_two_ways_to_buy_are_shown_and_never_one(filled):
    guide = GUIDES["how-to-buy"]
    assert (guide.options.least, guide.options.most) == (2, 2)
    assert "What would change this" in said(build_outputs(guide, filled(guide))[0])


@pytest.mark.parametrize("id_", ["how-to-buy", "how-to-involve"])
def test_ways_of_a_worksheet_with_no_replies_say_that_nothing_is_answered_yet(id_, filled):
    guide = GUIDES[id_]
    assert "Nothing is answered yet" in said(build_outputs(guide, Replies({}))[0])
    assert "Nothing is answered yet" not in said(build_outputs(guide, filled(guide))[0])


def test_a_settled_plan_is_printed_as_settled(filled):
    guide = GUIDES["what-would-this-do"]
    page = said(build_outputs(guide, filled(guide, still_open="closed"))[0])
    assert "This is settled" in page
    assert "This is settled" not in said(build_outputs(guide, filled(guide, still_open="open"))[0])


def test_money_is_shut_until_the_aim_is_written_or_the_difference_is():
    guide = GUIDES["what-do-we-want"]

    def steps(**texts: str) -> list[str]:
        replies = Replies({id_.replace("_", "-"): text for id_, text in texts.items()})
        return [step.id for step in shown_steps(guide, replies)]

    assert "money" not in steps(good="The hall", different="A bus")
    assert "money" not in steps(the_aim="   ")
    assert "money" in steps(the_aim="A hall for all")
    assert "money" in steps(differ="Some want a road")


def test_where_nothing_is_open_people_are_told_and_not_asked(filled):
    guide = GUIDES["how-to-involve"]
    replies = filled(guide, open="nothing")
    assert [fit.option.id for fit in fitting_options(guide, replies)] == ["tell-honestly"]
    assert [output.output.id for output in build_outputs(guide, replies)] == ["ways"]


def test_there_are_some_twenty_ways_to_involve_people_each_with_a_promise_and_a_caution():
    ways = GUIDES["how-to-involve"].options.ways
    assert len(ways) >= 20
    assert all(way.promise and way.warns for way in ways)


def said(output) -> str:
    """What stands in an output, a line for each thing."""
    return "\n".join(line for block in output.blocks for line in (block.text, *map(" ".join, block.rows)) if line)


def test_a_part_with_nothing_to_say_goes_with_its_heading_also_where_another_follows():
    ways, *_ = build_outputs(GUIDES["how-to-involve"], Replies({"subject": "The green"}))
    assert "What is in use" not in [block.text for block in ways.blocks]
    ways, *_ = build_outputs(GUIDES["how-to-involve"], Replies({"subject": "The green", "used": "A box for notes"}))
    assert "What is in use" in [block.text for block in ways.blocks]


def test_a_reply_that_ends_with_a_full_stop_gets_no_second_one(filled):
    guide = GUIDES["is-this-money-good"]
    rows = ({"change": "Pay half at the start.", "reason": "We cannot wait!"},)
    replies = Replies(filled(guide).texts, {"changes": rows})
    letter = next(output for output in build_outputs(guide, replies) if output.output.kind == "letter")
    asked = [row[0] for block in letter.blocks for row in block.rows]
    assert asked[0] == "Pay half at the start. The reason: We cannot wait!"


def test_a_reply_brings_no_full_stop_before_a_colon_or_a_bracket(filled):
    brings = ({"who": "The choir.", "brings": "Forty voices."},)
    heard = ({"words": "It is damp.", "who": "a tenant."},)
    guide = GUIDES["what-do-we-want"]
    page, *_ = build_outputs(guide, Replies(filled(guide).texts, {"brings": brings, "what-we-heard": heard}))
    rows = [row[0] for block in page.blocks for row in block.rows]
    assert {"The choir: Forty voices.", "It is damp. (a tenant)"} <= set(rows)


@pytest.mark.parametrize(
    ("texts", "is_written"),
    [
        ({}, False),
        ({"signed": "Jo"}, False),
        ({"fund-name": "The wind fund", "signed": "Jo"}, False),
        ({"for-what": "A warm room"}, False),
        ({"fund-name": "The wind fund", "for-what": "A warm room"}, True),
        ({"fund-name": "The wind fund", "thanks": "You came and listened"}, True),
    ],
)
def test_a_letter_that_would_only_greet_names_what_is_to_fill_in_and_is_not_written(texts, is_written):
    guide = GUIDES["is-this-money-good"]
    _, letter = build_outputs(guide, Replies(texts))
    assert bool(letter.blocks) is is_written
    open_ids = {"fund-name", "thanks", "for-what", "changes", "we-offer", "signed"} - texts.keys()
    assert {*letter.to_fill} == {guide.questions_by_id[id_].name for id_ in open_ids}


def test_an_invitation_that_does_not_say_when_and_where_is_not_written():
    guide = GUIDES["how-to-involve"]
    known = {"subject": "The green", "open": "some", "promise": "We will answer."}
    _, short = build_outputs(guide, Replies(known))
    assert short.blocks == ()
    assert guide.questions_by_id["when-and-where"].name in short.to_fill
    _, whole = build_outputs(guide, Replies(known | {"when-and-where": "The hall, on Friday at six"}))
    assert whole.blocks


def test_a_letter_that_is_filled_in_lacks_nothing(filled):
    for id_ in ("is-this-money-good", "how-to-involve", "going-to-see"):
        assert not any(output.to_fill for output in build_outputs(GUIDES[id_], filled(GUIDES[id_])))


def test_a_sum_whose_numbers_are_all_there_and_wrong_says_what_is_wrong_and_asks_for_none():
    guide = GUIDES["how-to-buy"]
    inputs = guide.tendering
    spans = dict.fromkeys((inputs.bidders, inputs.hours, inputs.hourly), ("30", "20"))
    texts = {f"{id_}-{end}": span[at] for id_, span in spans.items() for at, end in enumerate(("low", "high"))}
    for left_out in (None, f"{inputs.bidders}-low"):
        replies = Replies({id_: text for id_, text in texts.items() if id_ != left_out})
        page = said(next(output for output in build_outputs(guide, replies) if output.output.id == "cost-sheet"))
        assert "the low number is above the high one" in page
        assert "Then the sum stands here" not in page
    empty = said(next(output for output in build_outputs(guide, Replies()) if output.output.id == "cost-sheet"))
    assert "Then the sum stands here" in empty


@pytest.mark.parametrize(
    ("worth", "says"),
    [
        ("150,000", "It is 0.8 to 0.8 per cent of what the contract is worth."),
        ("", "Write what the contract is worth, to see"),
        ("0", "Write what the contract is worth, to see"),
        ("about 150,000", "What the contract is worth: this is not a number that can be used."),
    ],
)
def test_the_sum_says_how_large_a_part_of_the_worth_it_is_or_what_keeps_that_from_being_said(worth, says):
    given_numbers = {"bidders-low": "3", "bid-hours-low": "20", "bid-hourly-low": "20", "worth-low": worth}
    sheet = next(
        output
        for output in build_outputs(GUIDES["how-to-buy"], Replies(given_numbers))
        if output.output.id == "cost-sheet"
    )
    assert ("All together", "£1,200", "£1,200") in sheet.blocks[0].rows
    assert sheet.blocks[3].text.startswith(says)
