from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.charts.mark_spacing import Box, space_boxes

WIDTH, HEIGHT = 900.0, 560.0
PLACES = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT))
CROWDS = st.lists(PLACES | st.just((450.0, 280.0)) | st.just((0.0, 0.0)), max_size=60)


def touching(boxes):
    return [
        (first, second)
        for first, second in combinations(boxes, 2)
        if abs(first.x - second.x) < first.half_width + second.half_width - 0.1
        and abs(first.y - second.y) < first.half_height + second.half_height - 0.1
    ]


@settings(max_examples=40, deadline=None)
@given(CROWDS)
def test_boxes_end_apart_from_each_other_and_inside_the_drawing(places):
    apart = space_boxes([Box(x, y, 17, 10) for x, y in places], WIDTH, HEIGHT)
    assert touching(apart) == []
    for box in apart:
        assert box.half_width <= box.x <= WIDTH - box.half_width
        assert box.half_height <= box.y <= HEIGHT - box.half_height


def test_a_box_that_touches_no_other_stays_where_it_is():
    boxes = [Box(100, 100, 10, 10), Box(300, 100, 10, 10)]
    assert space_boxes(boxes, WIDTH, HEIGHT) == tuple(boxes)
    assert space_boxes(boxes, WIDTH, HEIGHT) == space_boxes(boxes, WIDTH, HEIGHT)
