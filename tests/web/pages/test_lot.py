from __future__ import annotations

from streamlit.testing.v1 import AppTest

from placecheck.exchange.lot_files import parsed_pool, people_csv
from placecheck.guides.lot import draw_people
from placecheck.words import lot as w
from placecheck.words import say


def panel(seed: str, value: str) -> None:
    from placecheck.guides.lot import Quota, draw_people
    from placecheck.web.pages.lot import show_panel

    people = [{"id": f"p{number}", "age": "old" if number % 3 else "young"} for number in range(12)]
    quotas = (Quota("age", value, 2, 2),)
    show_panel(people, draw_people(people, 4, seed, quotas), 4, seed, quotas)


def test_the_page_asks_for_a_list_and_says_that_nothing_is_kept(show):
    page = show("lot")
    assert not page.exception
    assert any(say(w.NOT_KEPT) in text.value for text in page.markdown)
    assert [field.label for field in page.text_input] == [say(w.SEED)]


def test_the_same_words_draw_the_same_people_and_what_is_not_met_is_said():
    met = [AppTest.from_function(panel, args=("rain", "old")).run() for _ in range(2)]
    assert met[0].markdown[0].value == met[1].markdown[0].value
    assert [table.value.to_dict() for table in met[0].table] == [table.value.to_dict() for table in met[1].table]
    assert "rain" in met[0].markdown[0].value
    assert not met[0].warning
    unmet = AppTest.from_function(panel, args=("rain", "middle")).run()
    assert not unmet.exception
    assert "middle" in unmet.warning[0].value


def test_the_page_draws_by_the_words_alone_and_shows_them_as_they_were_used(show, monkeypatch):
    from io import BytesIO

    from placecheck.web.pages import lot

    def upload(_label, *, key, **_how):
        if key == "lot-pool":
            file = BytesIO("id\n{}".format("\n".join(f"p{number}" for number in range(20))).encode())
            file.name = "pool.csv"
            return file
        return None

    monkeypatch.setattr(lot.st, "file_uploader", upload)
    page = show("lot")
    drawn = []
    for written in ("Rain on  the roof.", "rain on the roof"):
        page.text_input[0].set_value(written).run()
        assert not page.exception
        assert any("“rain on the roof”" in text.value for text in page.markdown)
        drawn.append(page.table[0].value.to_dict())
    assert drawn[0] == drawn[1]
    page.text_input[0].set_value("!").run()
    assert not page.table
    assert say(w.SEED_FIRST) in [text.value for text in page.markdown]


def test_both_tables_have_the_columns_of_the_list_and_read_back_as_lists():
    text = "id,age,street\n" + "".join(f"p{number},{number},=Hill\n" for number in range(9))
    people = parsed_pool(text, "pool.csv")
    drawn = draw_people(people, 4, "rain").drawn
    rest = [person for person in people if person["id"] not in drawn]
    given = people_csv(rest)
    assert given.splitlines()[0] == "id,age,street"
    assert "\n=" not in given.replace(",=", "\n=")
    again = parsed_pool(given, "left.csv")
    assert [person["id"] for person in again] == [person["id"] for person in rest]


def test_nobody_is_drawn_while_the_wishes_cannot_be_read(show, monkeypatch):
    from io import BytesIO

    from placecheck.web.pages import lot

    files = {"lot-pool": b"id,age\na,old\nb,old\n", "lot-quotas": b"feature,value,min,max\nage,old,x,2\n"}

    def upload(_label, *, key, **_how):
        file = BytesIO(files[key])
        file.name = f"{key}.csv"
        return file

    monkeypatch.setattr(lot.st, "file_uploader", upload)
    page = show("lot")
    page.text_input[0].set_value("rain").run()
    assert not page.exception
    assert not page.table
    assert say(w.CORRECT_FIRST) in [text.value for text in page.markdown]
