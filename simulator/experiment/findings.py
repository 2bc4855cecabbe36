"""A study with everything that is said of it: figures by group, precision, parameters, theory."""

from dataclasses import dataclass

from simulator.experiment import analysis
from simulator.experiment.hall_figures import HallFigures, hall_figures
from simulator.experiment.house_figures import HouseFigures, house_figures
from simulator.experiment.interval import Interval
from simulator.experiment.parameters import ParameterShare
from simulator.experiment.precision import Precision
from simulator.experiment.replicate import Study
from simulator.experiment.theory_day import TheoryDay


@dataclass(frozen=True)
class Findings:
    """A study with what stands beside it."""

    study: Study
    seed: int | None = None
    theory: TheoryDay | None = None
    precision: Precision | None = None
    parameters: ParameterShare | None = None


@dataclass(frozen=True)
class Analysed:
    """All figures of a study, worked out once."""

    everybody: analysis.Figures
    segments: list[analysis.Figures]
    services: list[analysis.Figures]
    half_hours: list[analysis.Figures]
    cells: dict[str, list[analysis.Figures]]
    at_once: dict[str, Interval]
    busy: dict[str, Interval]
    most_at_once: tuple[Interval, Interval]
    hall: HallFigures
    house: HouseFigures


def analyse(study: Study) -> Analysed:
    """Every figure by group and half-hour, and the hall and its counters."""
    return Analysed(
        analysis.everybody(study),
        analysis.by_segment(study),
        analysis.by_service(study),
        analysis.by_half_hour(study),
        analysis.by_service_half_hour(study),
        analysis.waiting_at_once(study),
        analysis.utilisation_by_half_hour(study),
        analysis.waiting_most(study),
        hall_figures(study),
        house_figures(study),
    )
