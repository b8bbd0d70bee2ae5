"""The same dimensions as a tax-benefit system for OpenFisca's core: the bench's yardstick for many places at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from placecheck.scoring.arrays import NOT_HERE, SKIPPED

PERIOD, MIN_COVERAGE, TOP = "2026", 0.6, 4
PARTS = ("reading", "low", "high", "coverage")


def calculated(simulation: Any, given: Any, parts: tuple[str, ...], dimensions: int) -> dict[str, Any]:
    """What OpenFisca makes of the answers (indicators x assessments): each part, dimensions x assessments."""
    for row_, values in enumerate(given):
        simulation.set_input(f"i{row_}", PERIOD, values)
    return {part: np.array([simulation.calculate(f"{part}{d}", PERIOD) for d in range(dimensions)]) for part in parts}


def tax_benefit_system(parts: tuple[str, ...], dimensions: int, indicators: int) -> TaxBenefitSystem:
    """The indicators as input variables, and each part of each dimension as a formula over its own."""
    place = build_entity(key="place", plural="places", label="A place", is_person=True)
    system = TaxBenefitSystem([place])
    common = {"entity": place, "definition_period": DateUnit.YEAR, "label": "For the bench."}
    for row_ in range(dimensions * indicators):
        system.add_variable(type(f"i{row_}", (Variable,), common | {"value_type": int, "default_value": SKIPPED}))
    for d in range(dimensions):
        names = [f"i{row_}" for row_ in range(d * indicators, (d + 1) * indicators)]
        for part in parts:
            formula = {"value_type": float, "formula": formula_of(part, names)}
            system.add_variable(type(f"{part}{d}", (Variable,), common | formula))
    return system


def formula_of(part: str, names: list[str]) -> Any:
    """The method's rules 6 and 7 with weights of 1, as an OpenFisca formula: sums over whole columns."""

    def formula(place: Any, period: Any) -> Any:
        columns = [place(name, period) for name in names]
        if part in ("low", "high"):
            gap = 0 if part == "low" else TOP
            total = sum(np.where(column >= 0, column, np.where(column == NOT_HERE, 0, gap)) for column in columns)
            return total / sum(column != NOT_HERE for column in columns)
        known = sum(column >= 0 for column in columns)
        coverage = known / sum(column != NOT_HERE for column in columns)
        if part == "coverage":
            return coverage
        total = sum(np.where(column >= 0, column, 0) for column in columns)
        return np.where(coverage >= MIN_COVERAGE, total / np.maximum(known, 1), np.nan)

    return formula
