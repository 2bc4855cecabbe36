"""Plans as files: a scenario that is based on another one, written and opened again."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from shared.config.load import read_table
from shared.config.profile import Text
from shared.config.toml_text import toml_text
from shared.domain.errors import InputInvalid, ScenarioInvalid
from shared.reports.writing import writing
from simulator.console.study.case import Case, open_scenario
from simulator.console.study.draft import Draft, begin
from simulator.model.changes import BASED_ON, SHIPPED_SCENARIOS, load_scenario, scenario_path
from simulator.planning.layout.floor_plan import load_floor_plan

#: The branch that one finds open: busy enough that a plan makes a difference.
SAMPLE: Final = "payday"

FLOOR_REMARK: Final = "Where things stand, in metres; made with lobby console."

Opened = tuple[Case, Draft | None]


class NoScenario(InputInvalid):
    """A recorded day is not based on a scenario."""

    code = "recorded_day_unsaved"
    sentence = (
        "Plans of a recorded day cannot be saved as a scenario. Make one of the records first: "
        "lobby sim calibrate."
    )


def save(draft: Draft, path: Path, name: Text) -> None:
    """Write what the plan changes as a scenario file; where things stand, in one beside it.

    Raises:
        NoScenario: a recorded day. FileUnwritable: it cannot be written.
    """
    text = text_of(draft, path, name)
    with writing(path):
        path.write_text(text, encoding="utf-8")
        if draft.floor is not None:
            beside(path).write_text(toml_text(draft.floor, FLOOR_REMARK), encoding="utf-8")
        else:
            beside(path).unlink(missing_ok=True)


def text_of(draft: Draft, path: Path, name: Text) -> str:
    """The whole file as it would lie at ``path``.

    Raises:
        NoScenario: a recorded day.
    """
    if not draft.case.named:
        raise NoScenario
    return "\n".join(lines(draft, path, name)) + "\n"


def lines(draft: Draft, path: Path, name: Text) -> Iterator[str]:
    """The lines of the file as it would lie at ``path``."""
    own, base = draft.scenario, draft.case.scenario
    yield "# Made with lobby console. Try it: lobby sim run --scenario THIS_FILE"
    yield "schema_version = 1"
    yield f"{BASED_ON} = {toml(_named(draft.case.named, path))}"
    yield f"name = {toml(name)}"
    for key in ("demand", "kiosk", "machines", "layout", "staffing"):
        value = getattr(own, key)
        if value != getattr(base, key) and value is not None:
            yield from _key(key, value)
    if draft.policy is not None:
        yield f"policy = {toml(draft.policy)}"


def _key(key: str, value: object) -> Iterator[str]:
    """A table, or one line for each of a list."""
    if isinstance(value, tuple):
        yield f"{key} = ["
        yield from (f"    {toml(each.model_dump(exclude_defaults=True))}," for each in value)
        yield "]"
    else:
        yield f"{key} = {toml(value)}"


def _named(named: str, path: Path) -> str:
    if named in SHIPPED_SCENARIOS:
        return named
    return Path(os.path.relpath(Path(named).resolve(), path.resolve().parent)).as_posix()


def toml(value: object) -> str:
    """A value as TOML in one line; what is None is left out of tables."""
    if isinstance(value, BaseModel):
        return toml(value.model_dump(exclude_none=True, exclude_defaults=False))
    if isinstance(value, Mapping):
        inside = (f"{_quoted(str(k))} = {toml(v)}" for k, v in value.items() if v is not None)
        return f"{{ {', '.join(inside)} }}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.12g}" if "e" not in f"{value:.12g}" else repr(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(toml(each) for each in value)}]"
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)


def _quoted(key: str) -> str:
    is_bare = key.replace("_", "").replace("-", "").isalnum() and key.isascii()
    return key if is_bare else json.dumps(key, ensure_ascii=False)


def open_file(name_or_path: str) -> Opened:
    """A scenario as the case; one that is based on another as plan B beside that one.

    Raises:
        FileUnreadable, ScenarioInvalid, ProfileInvalid, FloorPlanInvalid.
    """
    path = scenario_path(name_or_path)
    raw = read_table(path, ScenarioInvalid)
    whole = open_scenario(name_or_path)
    if str(name_or_path) in SHIPPED_SCENARIOS or not isinstance(raw, dict) or BASED_ON not in raw:
        return whole, None
    named = str(raw[BASED_ON])
    base = named if named in SHIPPED_SCENARIOS else str(path.parent / named)
    case = open_scenario(base)
    if case.profile.branch != whole.profile.branch:
        return whole, None
    policy = load_scenario(path).policy
    draft = replace(begin(case), scenario=whole.scenario)
    if policy is not None and policy.preset:
        draft = draft.with_preset(policy.preset)
    if policy is not None and policy.overload:
        draft = draft.with_overload(policy.overload)
    floor = beside(path)
    return case, draft.with_floor(load_floor_plan(floor, draft.plan()) if floor.exists() else None)


def beside(plan: Path) -> Path:
    """Where the floor plan of a plan's file lies."""
    return plan.with_suffix(".floor.toml")
