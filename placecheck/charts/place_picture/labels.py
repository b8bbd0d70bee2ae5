"""The words beside the spokes: how large they can be, and where each line goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from placecheck.charts.place_picture.shape import Shape
from placecheck.fonts.metrics import text_width, wrapped
from placecheck.views.results.place_picture import SectorView

LEADING = 1.2
"""From one line to the next, as a share of the font size."""
HEAD = 1.08
"""The font size of a dimension's name, as a share of the others'."""
BETWEEN = 0.55
"""The room above a dimension's name, in lines."""
COLUMNS, COLUMNS_BELOW = (0.19, 0.22, 0.25, 0.28), (0.47,)
"""How much of the drawing's width the names on one side may take, the least first: beside the spokes, or below them."""
LOPSIDED = 0.4
"""From which difference between the halves, as a share of all, a dimension is cut in two."""


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of words: its middle height below the top of its label, and how it is set."""

    text: str
    y: float
    size: float
    order: int
    """Of which dimension it is."""
    bold: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words that are `tied` to a spoke, or lead those that are; `above` is the room that they ask for above."""

    lines: tuple[LabelLine, ...]
    height: float
    tied: bool
    above: float = 0.0
    indicator: str = ""
    """The question that it names, if it names one."""


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """All labels on one side, from top to bottom, and their font size."""

    labels: tuple[Label, ...]
    size: float
    named: bool
    """Whether each question is named, and not only the dimensions."""

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        lines = [line for label in self.labels for line in label.lines]
        return max((text_width(line.text, line.size, bold=line.bold) for line in lines), default=0)

    @property
    def height(self) -> float:
        """Return the least height that all labels take."""
        return sum(label.height + label.above for label in self.labels)

    @property
    def cut(self) -> bool:
        """Return whether a name was cut short for lack of space."""
        return any(line.text.endswith("…") for label in self.labels for line in label.lines)


def label_columns(halves: Sequence[Sequence[SectorView]], shape: Shape, room: float) -> list[LabelColumn]:
    """Return a column for each half, at most `room` high if possible, with the largest letters and rings together."""
    names = shape.names != "never"
    shares = COLUMNS_BELOW if shape.below else COLUMNS
    fitting = [made for share in shares if (made := _largest(halves, shape, share, room, names=names))]
    if fitting:
        return max(fitting, key=lambda made: made[0].size * (shape.width / 2 - max(label.width for label in made)))
    if shape.names == "if they fit":
        return label_columns(halves, replace(shape, names="never"), room)
    return [_column(half, shape.min_font_size, shape.width * shares[-1], shape.small, names=names) for half in halves]


def _largest(
    halves: Sequence[Sequence[SectorView]], shape: Shape, share: float, room: float, *, names: bool
) -> list[LabelColumn] | None:
    """Return the columns in the largest letters that fit in this share of the width; None where none does."""
    size = shape.font_size
    while size >= shape.min_font_size:
        made = [_column(half, size, shape.width * share, shape.small, names=names) for half in halves]
        if all(label.height <= room and not label.cut for label in made):
            return made
        size -= 1
    return None


def _column(sectors: Sequence[SectorView], size: float, width: float, small: float, *, names: bool) -> LabelColumn:
    """Return the labels of `sectors`; where `names` are left out, a dimension's own words are tied to its middle."""
    labels: list[Label] = []
    for sector in sectors:
        head = _label(((sector.name, HEAD, True, False), (sector.words, small, False, True)), sector, size, width)
        labels.append(replace(head, above=size * LEADING * BETWEEN if labels else 0, tied=not names))
        if names:
            labels += [
                replace(
                    _label(((spoke.label, 1, False, spoke.absent),), sector, size, width),
                    tied=True,
                    indicator=spoke.indicator,
                )
                for spoke in sector.spokes
            ]
    return LabelColumn(tuple(labels), size, named=names)


def _label(parts: Sequence[tuple[str, float, bool, bool]], sector: SectorView, size: float, width: float) -> Label:
    lines: list[LabelLine] = []
    down = 0.0
    for text, share, bold, quiet in parts:
        for part in wrapped(text, size * share, width, bold=bold):
            step = size * share * LEADING
            lines.append(LabelLine(part, down + step / 2, size * share, sector.order, bold, quiet))
            down += step
    return Label(tuple(lines), down, tied=False)


def placed(column: LabelColumn, wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return the top of each label, so that names lie as near as they can to `wanted`, the heights of their spokes.

    Labels keep their order and do not overlap: the least squares under these bounds, by pooling neighbours.
    """
    starts = list(accumulate((label.height + label.above for label in column.labels), initial=0.0))
    offsets = [start + label.above for start, label in zip(starts, column.labels, strict=False)]
    spokes = iter(wanted)
    pools: list[tuple[float, int, int]] = []
    for label, offset in zip(column.labels, offsets, strict=True):
        total, ties, labels = (next(spokes) - label.height / 2 - offset, 1, 1) if label.tied else (0.0, 0, 1)
        while pools and (not pools[-1][1] or (ties and pools[-1][0] / pools[-1][1] > total / ties)):
            before = pools.pop()
            total, ties, labels = total + before[0], ties + before[1], labels + before[2]
        pools.append((total, ties, labels))
    slack = max(bottom - top - starts[-1], 0)
    shifts = [min(max(total / ties if ties else top, top), top + slack) for total, ties, n in pools for _ in range(n)]
    return [offset + shift for offset, shift in zip(offsets, shifts, strict=True)]


def halves(sectors: Sequence[SectorView]) -> tuple[list[SectorView], list[SectorView]]:
    """Return the dimensions of the left and of the right, as even as possible; one larger than all others is split."""
    counts = [len(sector.spokes) for sector in sectors]
    total = sum(counts)

    def uneven(cut: int) -> int:
        return abs(2 * sum(counts[:cut]) - total)

    cut = min(range(len(counts) + 1), key=uneven)
    if uneven(cut) <= LOPSIDED * total:
        return list(sectors[:cut]), list(sectors[cut:])
    at = next(index for index in range(len(counts)) if 2 * sum(counts[: index + 1]) >= total)
    inside = total // 2 - sum(counts[:at])
    first = replace(sectors[at], spokes=sectors[at].spokes[:inside])
    rest = replace(sectors[at], spokes=sectors[at].spokes[inside:])
    return [*sectors[:at], *([first] if first.spokes else [])], [rest, *sectors[at + 1 :]]
