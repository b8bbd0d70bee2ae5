"""Tables for a draw by lot, as sortition software reads them.

`sortition-algorithms` 0.12.15 read what these tests hold: it refuses a value of a person that no quota names, an empty
cell in a feature or in a person's value of it, a least above the most, and maxima that add up to less than the panel.
"""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from placecheck.exchange.lot_files import parsed_pool, parsed_quotas, people_csv, quotas_csv
from placecheck.guides.lot import Quota

SIZE = 12
WORDS = st.text("abc =-+@'\",;\n", max_size=6).map(str.strip)
PEOPLE = st.lists(
    st.fixed_dictionaries({"id": st.integers(0, 99).map(str), "age": WORDS, "area": WORDS}),
    min_size=1,
    max_size=12,
    unique_by=lambda person: person["id"],
)
QUOTAS = st.lists(
    st.builds(lambda feature, value, least: Quota(feature, value, least, SIZE), st.sampled_from(["age", "area"]),
              WORDS, st.integers(0, 3)),
    max_size=4,
    unique_by=lambda quota: (quota.feature, quota.value),
)  # fmt: skip


def refused(people: str, quotas: str, size: int) -> list[str]:
    """Return why sortition software would refuse both tables, by its own rules."""
    features: dict[str, dict[str, tuple[int, int]]] = {}
    reader = csv.reader(io.StringIO(quotas))
    why = [] if next(reader) == ["feature", "value", "min", "max"] else ["columns"]
    for feature, value, least, most in reader:
        if not value.strip():
            why.append(f"empty value in {feature}")
        if value.lower() in (known.lower() for known in features.get(feature, {})):
            why.append(f"{value} twice")
        if int(least) > int(most):
            why.append("min above max")
        features.setdefault(feature, {})[value] = int(least), int(most)
    why += [f"too few of {name}" for name, values in features.items() if sum(m for _, m in values.values()) < size]
    for person in csv.DictReader(io.StringIO(people)):
        if not person["id"]:
            why.append("no id")
        why += [f"unknown {name} {person[name]!r}" for name in features if person[name] not in features[name]]
    return why


@given(PEOPLE, QUOTAS)
def test_nothing_that_is_written_is_refused(people, quotas):
    assert refused(people_csv(people, quotas), quotas_csv(quotas, people, SIZE), SIZE) == []


def test_the_tables_are_to_the_letter_what_the_software_read():
    people = parsed_pool("id,age,area\np1,16-29,Hill\np2,,=Dale\np3,60+,Hill\n", "pool.csv")
    quotas = parsed_quotas("feature,value,min,max\nage,16-29,3,5\n", "quotas.csv", people)
    assert people_csv(people, quotas) == "id,age,area\r\np1,16-29,Hill\r\np2,not known,'=Dale\r\np3,60+,Hill\r\n"
    assert quotas_csv(quotas, people, SIZE) == (
        "feature,value,min,max\r\nage,16-29,3,5\r\nage,not known,0,12\r\nage,60+,0,12\r\n"
    )


def test_without_wishes_an_empty_cell_stays_empty():
    assert people_csv(parsed_pool("id,age\np1,\n", "pool.csv")) == "id,age\r\np1,\r\n"
