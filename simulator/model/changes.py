"""A scenario file that is another scenario with changes: one more teller, another preset."""

from copy import copy
from pathlib import Path
from typing import Any, Final, Optional

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from shared.config.load import SHIPPED, checked, read_table
from shared.config.naming import suggestion
from shared.config.profile import Table
from shared.domain.errors import ScenarioInvalid
from shared.domain.phrase import phrase
from simulator.model.scenario import Scenario
from simulator.model.scenario_staff import Staffing

#: Scenarios that ship with the product, by the name that commands accept.
SHIPPED_SCENARIOS = ("neighbourhood", "payday", "city", "city-full", "payday120")
FOLDER = Path(__file__).parents[1] / "scenarios"

BASED_ON: Final = "based_on"
MORE_STAFFING: Final = "more_staffing"


def _may_be_left_out(field: FieldInfo) -> tuple[Any, FieldInfo]:
    """The same key of a scenario, which need not be there."""
    found = copy(field)
    found.default, found.default_factory = None, None
    return Optional[field.annotation], found  # noqa: UP045  # a type that is only known here


_KEYS: Final[dict[str, Any]] = {
    BASED_ON: (
        str,
        Field(
            min_length=1,
            max_length=400,
            description="a shipped scenario's name, or a path relative to this file",
        ),
    ),
    MORE_STAFFING: (
        tuple[Staffing, ...],
        Field(default=(), max_length=99, description="besides the other one's staffing"),
    ),
    **{name: _may_be_left_out(field) for name, field in Scenario.model_fields.items()},
}
#: Another scenario, and what differs: each key that is given replaces the other one's.
Changes = create_model("Changes", __base__=Table, **_KEYS)


def scenario_path(name_or_path: str | Path) -> Path:
    """Where the scenario lies: the shipped file of that name, or the path as given."""
    if str(name_or_path) in SHIPPED_SCENARIOS:
        return FOLDER / f"{name_or_path}.toml"
    return Path(name_or_path)


def load_scenario(path: Path) -> Scenario:
    """The scenario of a file, whole or as changes of another one.

    Raises:
        FileUnreadable: no such file.
        ScenarioInvalid: the first thing that is wrong, with the file in which it is.
    """
    return checked(_keys(path, ()), path.name, Scenario, ScenarioInvalid)


def _keys(path: Path, before: tuple[Path, ...]) -> object:
    """The keys of the whole scenario; ``before`` are the files that are based on this one."""
    raw = read_table(path, ScenarioInvalid)
    if not isinstance(raw, dict) or BASED_ON not in raw:
        if before:
            checked(raw, path.name, Scenario, ScenarioInvalid)  # named in its own file
        return raw
    checked(raw, path.name, Changes, ScenarioInvalid)
    base = _base(raw[BASED_ON], path, (*before, path))
    other = _keys(base, (*before, path))
    assert isinstance(other, dict)
    found = {**other, "profile": _seen_from(base, str(other["profile"])), **raw}
    del found[BASED_ON]
    more = found.pop(MORE_STAFFING, [])
    if more and not found.get("staffing"):
        reason = phrase(
            "more_staffing: “%1” staffs every counter all day. Write staffing.", base.stem
        )
        raise ScenarioInvalid(path.name, reason)
    return {**found, "staffing": [*found["staffing"], *more]} if more else found


def _base(named: str, scenario: Path, before: tuple[Path, ...]) -> Path:
    """Where the other scenario lies.

    Raises:
        ScenarioInvalid: there is no such file, or it is based on this one.
    """
    shipped = named in SHIPPED_SCENARIOS
    found = scenario_path(named) if shipped else scenario.parent / named
    if not found.is_file():
        known = suggestion(named, list(SHIPPED_SCENARIOS))
        reason = phrase(
            "%1: there is no “%2”. %3 Or write a path relative to this file.",
            BASED_ON,
            named,
            known,
        )
        raise ScenarioInvalid(scenario.name, reason)
    if any(found.samefile(other) for other in before):
        reason = phrase("based_on: “%1” is based on this scenario. Name one that is not.", named)
        raise ScenarioInvalid(scenario.name, reason)
    return found


def _seen_from(scenario: Path, profile: str) -> str:
    """The profile of a scenario in another folder."""
    return profile if profile in SHIPPED else str((scenario.parent / profile).absolute())
