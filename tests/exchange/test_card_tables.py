from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.errors import InputError
from placecheck.exchange.card_mapping import column_keys, read_card_mapping, remember_columns, remembered_columns
from placecheck.exchange.card_sheets import card_plans, row_defaults
from placecheck.exchange.card_table import card_plan, is_card_key, read_card_tables, write_card_csv
from placecheck.exchange.card_xlsx import write_card_xlsx
from placecheck.exchange.figure_table import figure_cards, figures_of_table
from placecheck.exchange.slip_table import slips_from, word_columns
from placecheck.place import Asset, Pot, read_place_file

PLACE_TESTS = Path(__file__).resolve().parents[1] / "place"


def place_files():
    spec = importlib.util.spec_from_file_location("place_conftest", PLACE_TESTS / "conftest.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.place_files()


def figures_in(table):
    return found.figures if (found := figures_of_table(table)) else ()


def sheet(text: str, name: str = "cards.csv"):
    return read_card_tables(text.encode(), name)[0]


@settings(max_examples=60, deadline=None)
@given(place_files())
def test_cards_written_as_csv_come_back_as_they_were(place_file):
    plan = card_plan(sheet(write_card_csv(place_file.cards).decode()))
    assert plan.findings == ()
    assert {card.id: stripped(card) for card in plan.cards} == {card.id: stripped(card) for card in place_file.cards}


def stripped(card):
    """A cell of CSV keeps no blanks that stand alone at its ends when it is a list; texts are kept whole."""
    return card.model_dump(exclude_none=True)


def test_the_sixty_cards_come_back_from_csv():
    cards = read_place_file(PLACE_TESTS / "sixty.yaml").cards
    assert card_plan(sheet(write_card_csv(cards).decode())).cards == cards


def test_a_list_that_a_group_keeps_by_hand_becomes_cards():
    plan = card_plan(
        sheet(
            "What,Category,Who keeps it going,Depends on,For what,Last checked,Longitude,Latitude\n"
            "The Mission,Building,the Wednesday team,One person; a grant,food; company,2026-05-01,0.1,52.2\n"
            "Five-a-side,Clubs,,many people,,,,\n"
        ),
        {"kind": "here"},
    )
    assert plan.findings == ()
    mission, football = plan.cards
    assert isinstance(mission, Asset)
    assert (mission.id, mission.layer, mission.keeper) == ("the-mission", "built", "the Wednesday team")
    assert (mission.rests_on, mission.purposes) == (("one_person", "one_grant"), ("food", "company"))
    assert [float(degree) for degree in mission.where.point] == [0.1, 52.2]
    assert (football.layer, football.rests_on) == ("ties", ("many",))


def test_the_headings_that_the_documents_name_are_known_as_they_write_them():
    plan = card_plan(sheet("name,where,who keeps it going,layer\nHall,Mill Lane,the verger,built\n"), {"kind": "here"})
    assert plan.findings == ()
    assert [(card.words, card.where.words, card.keeper) for card in plan.cards] == [("Hall", "Mill Lane", "the verger")]
    (slip,) = card_plan(sheet("said,date\nNo bus,2026-05\n"), {"kind": "heard"}).cards
    assert slip.words == "No bus"


@pytest.mark.parametrize("key", ["where", "said", "decided", "seen", "photos", "replies"])
def test_what_only_holds_keys_is_no_column_itself(key):
    assert not is_card_key(key)
    assert is_card_key(f"{key}.what")


def test_a_row_that_cannot_be_taken_is_named_by_its_cell_and_keeps_no_other_back():
    plan = card_plan(sheet("name,layer,checked\nHall,castle,\nPond,fort,\nGreen,built,by Easter\n"), {"kind": "here"})
    assert [(card.words, card.checked) for card in plan.cards] == [("Green", "by Easter")]
    assert [(finding.line, finding.key) for finding in plan.findings] == [(2, "B2 (layer)"), (3, "B3 (layer)")]
    assert "Write built, services, ties, skills or ideas." in str(plan.findings[0])


def test_a_card_that_is_here_already_is_not_taken_twice():
    other = Asset(id="other", layer="built", words="Other")
    table = sheet("id,name,layer\nhall,Hall,built\nhall,Hall,built\nother,Pond,built\n,Other,built\n")
    plan = card_plan(table, {"kind": "here"}, known=[other])
    assert [(card.id, card.words) for card in plan.cards] == [("hall", "Hall"), ("other", "Pond")], "a changed row too"
    assert [(finding.line, finding.severity) for finding in plan.findings] == [(3, "fault"), (5, "remark")]


def test_two_sheets_give_no_id_twice_and_a_column_is_taken_as_a_mapping_says(tmp_path):
    sheets = [sheet("Ding,Wer\nHall,the team\n", "a.csv"), sheet("Ding,Wer\nHall,the shop\n", "b.csv")]
    path = tmp_path / "map.yaml"
    path.write_text("placecheck_map: 1\ncolumns:\n  Ding: words\n  Wer: keeper\n", encoding="utf-8")
    plans = card_plans(sheets, row_defaults("here", "ties"), read_card_mapping(path))
    assert [(card.id, card.keeper, card.layer) for plan in plans for card in plan.cards] == [
        ("hall", "the team", "ties"),
        ("hall-2", "the shop", "ties"),
    ]
    remember_columns(sheets, plans, "here", tmp_path)
    assert remembered_columns(sheets, "here", tmp_path) == {"Ding": "words", "Wer": "keeper"}
    assert remembered_columns(sheets, "pot", tmp_path) == {}
    assert remembered_columns(sheets[:1], "here", tmp_path) == {}


def test_a_mapping_that_names_no_key_of_a_card_is_refused_at_its_heading(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text("placecheck_map: 1\ncolumns:\n  Ding: word\n  Zahl: leave_out\n", encoding="utf-8")
    with pytest.raises(InputError, match="Ding"):
        read_card_mapping(path)


@pytest.mark.parametrize("kind", ["here", "pot", "figure", "heard"])
def test_each_column_that_can_be_chosen_is_one_that_a_card_of_the_kind_has(kind):
    keys = column_keys(kind)
    assert {"words", "id"} <= set(keys)
    assert ("east" in keys) == (kind == "here")


def test_two_columns_taken_for_one_key_are_named_and_the_first_is_taken():
    plan = card_plan(sheet("a,b\nHall,Pond\n"), {"kind": "pot"}, {0: "words", 1: "words"})
    assert [card.words for card in plan.cards] == ["Hall"]
    assert [finding.severity for finding in plan.findings] == ["remark"]


@settings(max_examples=25, deadline=None)
@given(place_files())
def test_cards_written_as_a_workbook_come_back_as_they_were(place_file):
    raw = write_card_xlsx(place_file.cards)
    assert raw == write_card_xlsx(place_file.cards)
    (plan,) = card_plans(read_card_tables(raw, "cards.xlsx"), {})
    assert plan.findings == ()
    assert {card.id: stripped(card) for card in plan.cards} == {card.id: stripped(card) for card in place_file.cards}


def test_what_a_column_holds_can_be_chosen_and_left_out():
    table = sheet("thing,money,who\nThe Lane Fund,£20 000,residents\n")
    plan = card_plan(table, {"kind": "pot"}, {0: "words", 1: "amount", 2: "decides"})
    assert plan.cards == (Pot(id="the-lane-fund", words="The Lane Fund", amount="£20 000", decides="residents"),)
    assert card_plan(table, {"kind": "pot"}, {0: "words", 1: None, 2: None}).cards[0].amount is None


def test_one_column_of_words_is_enough_for_slips():
    plain = sheet("I like the bench.\nThe bus never comes.\n")
    assert [slip.words for slip in slips_from(plain, [0], [])] == ["I like the bench.", "The bus never comes."]
    asked = sheet("What would you change?\nThe bus never comes.\nNothing.\n")
    assert [(slip.id, slip.words, slip.question) for slip in slips_from(asked, [0], ["s1"])] == [
        ("s2", "The bus never comes.", "What would you change?"),
        ("s3", "Nothing.", "What would you change?"),
    ]


@pytest.mark.parametrize("first", ["The pond smells", "More benches"])
def test_the_first_of_a_column_of_short_slips_is_no_heading(first):
    assert [slip.words for slip in slips_from(sheet(f"{first}\nNo bus\n"), [0], [])] == [first, "No bus"]


@pytest.mark.parametrize("heading", ["Comments", "Survey comments", "What people said", "Your answer", "What next?"])
def test_a_heading_above_one_column_of_slips_is_no_slip(heading):
    assert [slip.words for slip in slips_from(sheet(f"{heading}\nNo bus\n"), [0], [])] == ["No bus"]


def test_columns_of_words_are_offered_and_columns_of_figures_are_not():
    columns = word_columns(
        sheet("id,age,comment,ward\n1,34,The swings are broken again,Ore\n2,71,Nobody asked us about the bus,Ore\n")
    )
    assert [(column.heading, column.taken) for column in columns] == [("comment", True), ("ward", False)]


def test_an_export_of_the_place_standard_gives_its_comments_and_never_its_ratings():
    themes = ["Moving around", "Public transport", "Natural space", "Feeling safe", "Care and maintenance"]
    header = ",".join(f"{theme} - rating,{theme} - comments" for theme in themes) + ",Postcode area of respondent"
    row = ",".join(f"{number},There is not enough of it here" for number, _ in enumerate(themes, start=1))
    table = sheet(f"{header}\n{row},somewhere in the north\n")
    taken = [column.index for column in word_columns(table) if column.taken]
    assert taken == [1, 3, 5, 7, 9]
    slips = slips_from(table, taken, [])
    assert [slip.question for slip in slips] == [f"{theme} - comments" for theme in themes]


LONG = """Geography,Measure,Year,Value,Unit
Saltby,Aged 65 and over,2021,31.5,%
Saltby,Households without a car,2021,"1,204",households
England,Aged 65 and over,2021,18.4,%
Saltby,Suppressed,2021,..,%
"""
WIDE = """area,area code,Aged 65 and over 2021 (%),Households 2021
Saltby,E05001234,31.5,"4,102"
England,E92000001,18.4,23436085
"""


def test_a_long_table_of_figures_gives_a_figure_a_row():
    figures = figures_in(sheet(LONG))
    assert [(one.words, float(one.value), one.area, one.year, one.unit) for one in figures] == [
        ("Aged 65 and over", 31.5, "Saltby", "2021", "%"),
        ("Households without a car", 1204, "Saltby", "2021", "households"),
        ("Aged 65 and over", 18.4, "England", "2021", "%"),
    ]


def test_a_wide_table_of_figures_gives_a_figure_a_cell_and_none_for_a_code():
    figures = figures_in(sheet(WIDE))
    assert [(one.words, float(one.value), one.area, one.year, one.unit) for one in figures] == [
        ("Aged 65 and over 2021 (%)", 31.5, "Saltby", "2021", "%"),
        ("Households 2021", 4102, "Saltby", "2021", None),
        ("Aged 65 and over 2021 (%)", 18.4, "England", "2021", "%"),
        ("Households 2021", 23436085, "England", "2021", None),
    ]


ABOVE = """"Census 2021 - TS007A - Age by five-year age bands"
"ONS Crown Copyright Reserved [from Nomis on 1 October 2026]"

"population :","All usual residents"
"units      :","Persons"
"date       :","2021"

"""
BELOW = """
"In order to protect against disclosure of personal information, records have been swapped in 2021."
"""
BANDS = """"2021 super output area - middle layer","mnemonic","Total","Aged 4 years and under"
"Saltby 001","E02000001","8,583","412"
"Saltby 002","E02000002","7,021",".."
"""


def test_title_lines_above_the_headings_and_notes_below_do_not_hide_the_figures_of_a_wide_table():
    table = figures_of_table(sheet(ABOVE + BANDS + BELOW))
    assert [(one.words, float(one.value), one.area, one.year, one.unit) for one in table.figures] == [
        ("Total", 8583, "Saltby 001", "2021", "Persons"),
        ("Aged 4 years and under", 412, "Saltby 001", "2021", "Persons"),
        ("Total", 7021, "Saltby 002", "2021", "Persons"),
    ]
    assert table.headings.number == 8
    assert [row.number for row in table.left_out] == [1, 2, 4, 5, 6, 12]
    assert table.source == (
        "Census 2021 - TS007A - Age by five-year age bands; ONS Crown Copyright Reserved [from Nomis on 1 October 2026]"
    )


def test_title_lines_above_the_headings_and_notes_below_do_not_hide_the_figures_of_a_long_table():
    bare, titled = (
        figures_of_table(sheet(LONG)),
        figures_of_table(sheet(f"Mid-year figures\nMade up for a test\n\n{LONG}{BELOW}")),
    )
    assert titled.figures == bare.figures
    assert titled.headings.number == 4
    assert titled.source == "Mid-year figures; Made up for a test"
    assert bare.source == ""


def test_one_row_of_figures_with_one_column_is_not_taken_for_a_fact_above_the_table():
    table = figures_of_table(sheet(f'{ABOVE}"ward","2021"\n"Saltby","8,583"\n'))
    assert [(one.words, float(one.value), one.area, one.year) for one in table.figures] == [
        ("Census 2021 - TS007A - Age by five-year age bands", 8583, "Saltby", "2021")
    ]


def test_headings_over_two_rows_are_read_together():
    header = '"ward","All persons","","Aged 16 to 64",""\n"","number","%","number","%"\n'
    figures = figures_of_table(sheet(f'A title\n\n{header}"Saltby","100","50","60","30"\n')).figures
    assert [(one.words, float(one.value), one.unit) for one in figures] == [
        ("All persons, number", 100, None),
        ("All persons, %", 50, "%"),
        ("Aged 16 to 64, number", 60, None),
        ("Aged 16 to 64, %", 30, "%"),
    ]


def test_a_long_table_whose_measure_has_a_heading_of_its_own_says_what_each_figure_is():
    header = "DATE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,C2021_AGE_6_NAME,MEASURES,OBS_VALUE\n"
    figures = figures_of_table(sheet(f"{header}2021,Saltby,E05001234,Aged 65 and over,20100,412\n")).figures
    assert [(one.words, float(one.value), one.area, one.year) for one in figures] == [
        ("Aged 65 and over", 412, "Saltby", "2021")
    ]


def test_figures_that_are_picked_become_cards_with_their_source():
    cards = figure_cards(figures_in(sheet(LONG))[:2], ["aged-65-and-over"], "the census of 2021")
    assert [(card.id, card.source) for card in cards] == [
        ("aged-65-and-over-2", "the census of 2021"),
        ("households-without-a-car", "the census of 2021"),
    ]


@pytest.mark.parametrize("text", ["a,b\n", "name\n\n"])
def test_a_table_without_rows_gives_nothing(text):
    assert card_plan(sheet(text), {"kind": "pot"}).cards == ()
    assert figures_in(sheet(text)) == ()
    assert slips_from(sheet(text), [0], []) == ()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "1", "31.5", "Saltby", "value", "Measure", "2021", "=x"]), min_size=1, max_size=5
        ),
        max_size=6,
    )
)
def test_any_table_gives_figures_or_none_and_never_breaks(cells):
    text = "x\n" + "\n".join(",".join(row) for row in cells)
    for figure in figures_in(sheet(text)):
        assert figure.words
