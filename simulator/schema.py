"""JSON Schema of the files: profile, scenario, changes, event log, planning."""

import json
from enum import StrEnum
from typing import Annotated

import typer


class Subject(StrEnum):
    """What there is a schema of."""

    PROFILE = "profile"
    SCENARIO = "scenario"
    CHANGES = "changes"
    ROSTER = "roster"
    SHIFTS = "shifts"
    PRICES = "prices"
    CASES = "cases"
    FLOOR_PLAN = "floor-plan"
    EVENTS = "events"


def schema(
    subject: Annotated[Subject, typer.Argument(help="Which file.")],
) -> None:
    """Print the JSON Schema of a kind of file."""
    typer.echo(json.dumps(schema_of(subject), ensure_ascii=False, indent=2))


def schema_of(subject: Subject) -> dict[str, object]:
    """The JSON Schema (2020-12) of this kind of file."""
    from shared.config.profile import Profile
    from shared.reports.event_schema import event_schema
    from simulator.model.changes import Changes
    from simulator.model.scenario import Scenario

    match subject:
        case Subject.PROFILE:
            return Profile.model_json_schema()
        case Subject.SCENARIO:
            return Scenario.model_json_schema()
        case Subject.CHANGES:
            return Changes.model_json_schema()
        case Subject.EVENTS:
            return event_schema()
        case _:
            return _planning_schema(subject)


def _planning_schema(subject: Subject) -> dict[str, object]:
    """The JSON Schema of a file of planning."""
    from pydantic import BaseModel

    from simulator.planning.cost.case import Case
    from simulator.planning.cost.prices import price_file_schema
    from simulator.planning.layout.floor_plan import FloorPlan
    from simulator.planning.rostering.staff_file import StaffFile
    from simulator.planning.staffing.shifts import ShiftTable

    if subject is Subject.PRICES:
        return price_file_schema()
    models: dict[Subject, type[BaseModel]] = {
        Subject.ROSTER: StaffFile,
        Subject.SHIFTS: ShiftTable,
        Subject.CASES: Case,
        Subject.FLOOR_PLAN: FloorPlan,
    }
    return models[subject].model_json_schema()
