"""What holds for all rows of a file at once: one spelling for each place, its days, and the place it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from placecheck.assessment import Place
from placecheck.dates import read_cell_day, when_words
from placecheck.exchange.date_order import find_order
from placecheck.exchange.import_plan import UNNAMED
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.records import Record
from placecheck.exchange.visible import normalised_text, visible_text
from placecheck.words import importing as words
from placecheck.words import say

SAME, DIFFERENT = "same", "different"
EACH_DAY, ONE_DAY = "each", "one"
EACH_SHEET, ONE_PLACE = "each", "one"
_DAYS = ("date", "since")
_MANY_DAYS = 2


def comparable_place_name(place: str) -> str:
    """Return a place's name as it is compared: its letters and figures, without case, dashes and blanks.

    A name of other characters alone is compared as it is.
    """
    return "".join(letter for letter in normalised_text(place).casefold() if letter.isalnum()) or place


def normalise_dates(records: Sequence[Record], questions: ImportQuestions) -> None:
    """Write the days of all records as year-month-day, where they name one."""
    texts = {record.cells[name] for record in records for name in _DAYS if name in record.cells}
    order = find_order(texts, questions)
    days = {text: day.isoformat() for text in texts if (day := read_cell_day(text, order)) is not None}
    for record in records:
        for name in _DAYS:
            if name in record.cells:
                record.cells[name] = days.get(record.cells[name], record.cells[name])
    hand = [record for record in records if record.origin == "hand"]
    if hand and not any("date" in record.cells for record in records):
        written = questions.ask("date", say(words.WHICH_DAY), default="") or ""
        named = read_cell_day(written, order)
        for record in hand if written else ():
            record.cells["date"] = named.isoformat() if named else written
    _normalise_gathering_dates(hand, questions)


def normalise_places(
    records: Sequence[Record], default_place: Place | None, stored_places: Collection[str], questions: ImportQuestions
) -> Place | None:
    """Write each place in one spelling, and return the place that rows without one are about.

    `stored_places` are the names of the places in the store. Spellings of the same letters
    are asked about, and joined at a yes.
    """
    for record in records:
        if "place" in record.cells and not record.is_ours:
            record.cells["place"] = visible_text(record.cells["place"])
    counted = Counter(record.cells["place"] for record in records if "place" in record.cells)
    by_hand = {record.cells["place"] for record in records if "place" in record.cells and not record.is_ours}
    spelt: Mapping[str, str] = dict(_spellings(counted, by_hand, stored_places, questions))
    for record in records:
        if "place" in record.cells:
            record.cells["place"] = spelt.get(record.cells["place"], record.cells["place"])
    if counted or default_place or not records or all("assessment" in record.cells for record in records):
        return default_place
    if names := _places_of_sheets(records):
        options = [Option(EACH_SHEET, say(words.SHEET_IS_A_PLACE)), Option(ONE_PLACE, say(words.SHEETS_OF_ONE_PLACE))]
        text = say(words.SHEETS_AS_PLACES, sheets=", ".join(names))
        answer = questions.ask("sheets", text, options, cells=names, concerns_whole_file=True)
        for record in records if answer == EACH_SHEET else ():
            record.cells["place"] = visible_text(record.sheet.name)
        if answer != ONE_PLACE:
            return None if answer else Place(name=UNNAMED)
    name = questions.ask("place", say(words.WHICH_PLACE), concerns_whole_file=True)
    return Place(name=" ".join((name or UNNAMED).split()) or UNNAMED)


def _places_of_sheets(records: Sequence[Record]) -> list[str]:
    """Return the names of the sheets with people, each with several whom no other sheet has; none where it is one."""
    people: dict[str, set[object]] = defaultdict(set)
    for record in records:
        if record.kind == "voice" and record.origin == "hand":
            people[record.sheet.name].add(record.cells.get("voice") or record.row.number)
    named = [{who for who in each if isinstance(who, str)} for each in people.values()]
    is_joined = any(first & second for first, second in combinations(named, 2))
    several = all(len(each) > 1 for each in people.values())
    return [*people] if len(people) > 1 and several and not is_joined else []


def _spellings(
    counted: Mapping[str, int], by_hand: Collection[str], stored_places: Collection[str], questions: ImportQuestions
) -> Iterator[tuple[str, str]]:
    """Yield each name with the spelling that it gets; names that placecheck wrote as two places stay two."""
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    known = set(stored_places)
    for name in sorted([*counted, *known], key=lambda name: (name not in known, -counted.get(name, 0))):
        groups[comparable_place_name(name)][name] = None
    for key, names in groups.items():
        written = [name for name in names if name in counted]
        if not written or len(names) == 1 or all(name in known for name in written):
            continue
        if not any(name in known or name in by_hand for name in names):
            continue
        first = next(iter(names))
        options = [
            Option(SAME, say(words.SAME_PLACE, place=first)),
            Option(DIFFERENT, say(words.DIFFERENT_PLACES)),
        ]
        text = say(words.ONE_PLACE, names=say(words.BETWEEN_NAMES).join(names))
        if questions.ask(f"place {key}", text, options, concerns_whole_file=True) != DIFFERENT:
            yield from ((name, first) for name in written)


def _normalise_gathering_dates(records: Sequence[Record], questions: ImportQuestions) -> None:
    """Ask whether people who each wrote another day for one place were at one gathering."""
    days: dict[str, set[str]] = defaultdict(set)
    people = [record for record in records if record.kind == "voice" and "date" in record.cells]
    for record in people:
        days[record.cells.get("place", "")].add(record.cells["date"])
    several = {place: sorted(each) for place, each in days.items() if len(each) >= _MANY_DAYS}
    if not several:
        return
    earliest, latest = min(map(min, several.values())), max(map(max, several.values()))
    options = [
        Option(EACH_DAY, say(words.EACH_DAY)),
        Option(ONE_DAY, say(words.ONE_DAY, day=when_words(latest))),
    ]
    text = say(words.SEVERAL_DAYS, first=when_words(earliest), last=when_words(latest))
    if questions.ask("days", text, options, concerns_whole_file=True) == ONE_DAY:
        for record in people:
            place = record.cells.get("place", "")
            record.cells["date"] = several.get(place, [record.cells["date"]])[-1]
