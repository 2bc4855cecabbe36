"""A staffing as a scenario file that is based on the one it was found for."""

import os
from collections.abc import Sequence
from pathlib import Path

from shared.config.profile import Text
from shared.config.toml_text import toml_text
from simulator.model.changes import SHIPPED_SCENARIOS, Changes
from simulator.model.scenario import Scenario
from simulator.model.scenario_staff import Staffing


def staffing_text(
    scenario: Scenario, named: str, lines: Sequence[Staffing], at: Path, remarks: str = ""
) -> str:
    """The file as it would lie at ``at``; ``named`` is how the scenario was named."""
    name = Text(zh=f"{scenario.name.zh}，排班建议", en=f"{scenario.name.en}, staffed")
    based_on = _seen_from(named, at)
    keys = {"based_on": based_on, "name": name, "staffing": tuple(lines)}
    return toml_text(Changes.model_validate(keys), remarks)


def _seen_from(named: str, at: Path) -> str:
    """A shipped name, or the other scenario's file as seen from this one's folder."""
    if named in SHIPPED_SCENARIOS:
        return named
    return Path(os.path.relpath(Path(named).resolve(), at.resolve().parent)).as_posix()
