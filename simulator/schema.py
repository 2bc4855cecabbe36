"""JSON Schema of the files: profile, scenario, its changes, staff file, event log."""

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
    from simulator.planning.rostering.staff_file import StaffFile

    match subject:
        case Subject.PROFILE:
            return Profile.model_json_schema()
        case Subject.SCENARIO:
            return Scenario.model_json_schema()
        case Subject.CHANGES:
            return Changes.model_json_schema()
        case Subject.ROSTER:
            return StaffFile.model_json_schema()
        case Subject.EVENTS:
            return event_schema()
