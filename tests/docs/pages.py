"""One function a page; each gives the whole text. ``PAGES`` is what there is."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.metadata import EntryPoint
from pathlib import Path
from pkgutil import walk_packages

import typer
from pydantic import BaseModel
from typer.main import get_command

from shared.cli.listing import GROUP, one_liner
from shared.config.profile import Profile
from shared.domain.errors import (
    AccessRefused,
    EnvironmentFailed,
    InputInvalid,
    LobbyError,
    RuleRefused,
)
from shared.domain.event import KINDS
from shared.i18n import translate
from shared.reports.event_schema import event_schema
from simulator.model.scenario import Scenario

MADE = "Made by `python3 dev.py docs` from the code; edit the code, not this page.\n"
PRODUCT = ("shared", "kiosk", "counter", "simulator")
Rows = Iterable[tuple[str, ...]]


def commands() -> str:
    """Every command of ``lobby`` with its options."""
    parts = ["# Commands", MADE, "Exit codes: 0 done, 1 refused or failed, 2 wrong usage.\n"]
    for name, entry in registered_commands().items():
        parts.append(f"## lobby {name}\n\n{one_liner(entry)}\n")
        parts += _command(f"lobby {name}", entry.load())
    return "\n".join(parts)


def registered_commands() -> dict[str, EntryPoint]:
    """What pyproject.toml registers: the source says it, whatever was installed when."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = project["entry-points"][GROUP]
    return {name: EntryPoint(name, value, GROUP) for name, value in sorted(entries.items())}


def errors() -> str:
    """Every refusal with its stable code."""
    _import_everything()
    parts = ["# Refusals and failures", MADE]
    for family in (RuleRefused, AccessRefused, InputInvalid, EnvironmentFailed):
        parts.append(f"## {family.__name__}\n\n{(family.__doc__ or '').strip()}\n")
        rows = sorted(
            (f"`{e.code}`", e.sentence, translate("errors", e.sentence, language="zh"))
            for e in _descendants(family)
        )
        parts.append(table(("code", "English", "中文"), rows))
    return "\n".join(parts)


def events() -> str:
    """Kinds of events and the columns of the event log."""
    columns = event_schema()["properties"]
    assert isinstance(columns, dict)
    rows = [(f"`{name}`", str(told.get("description", ""))) for name, told in columns.items()]
    kinds = "\n".join(f"- `{kind}`" for kind in KINDS)
    head = "# Events\n\n" + MADE
    holds = table(("column", "holds"), rows)
    return f"{head}\n## Columns of the event log\n\n{holds}\n## Kinds\n\n{kinds}\n"


def profile() -> str:
    """Keys of a branch profile."""
    return "# Branch profile\n\n" + MADE + "\n" + "\n".join(_tables(Profile, "profile"))


def scenario() -> str:
    """Keys of a scenario."""
    return "# Scenario\n\n" + MADE + "\n" + "\n".join(_tables(Scenario, "scenario"))


PAGES: dict[str, Callable[[], str]] = {
    "commands": commands,
    "errors": errors,
    "events": events,
    "profile": profile,
    "scenario": scenario,
}


def table(heads: tuple[str, ...], rows: Rows) -> str:
    """A Markdown table."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(_cell(c) for c in line) + " |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _command(words: str, target: object) -> Iterator[str]:
    """Usage and options of a command, or of each of a group's."""
    app = target
    if not isinstance(app, typer.Typer):
        app = typer.Typer(add_completion=False)
        app.command()(target)  # type: ignore[type-var]  # an entry point is typed as object
    yield from _usage(words, get_command(app))


def _usage(words: str, command: object) -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if inner:
        for name, each in inner.items():
            yield from _usage(f"{words} {name}", each)
        return
    rows = [
        (" ".join(f"`{o}`" for o in parameter.opts), str(getattr(parameter, "help", "") or ""))
        for parameter in getattr(command, "params", [])
        if parameter.name != "help"
    ]
    yield f"`{words}`\n"
    if rows:
        yield table(("option", "meaning"), rows)


def _import_everything() -> None:
    """A refusal counts wherever it is defined, so every module of the product is imported."""
    for package in PRODUCT:
        folder = import_module(package).__path__
        for found in walk_packages(folder, f"{package}."):
            if ".migrations" not in found.name and not found.name.endswith("__main__"):
                import_module(found.name)


def _descendants(family: type[LobbyError]) -> Iterator[type[LobbyError]]:
    for child in family.__subclasses__():
        if child.__module__.partition(".")[0] in PRODUCT:  # tests have some of their own
            yield child
        yield from _descendants(child)


def _tables(model: type[BaseModel], place: str) -> Iterator[str]:
    """The keys of a table and of the tables inside it, from the JSON Schema."""
    schema = model.model_json_schema()
    yield f"## {place}\n\n{_first_line(schema)}\n\n{_keys(schema)}"
    for name, inner in sorted(schema.get("$defs", {}).items()):
        if "properties" in inner:
            yield f"## {name}\n\n{_first_line(inner)}\n\n{_keys(inner)}"


def _first_line(schema: dict[str, object]) -> str:
    return str(schema.get("description", "")).split("\n\n")[0]


def _keys(schema: dict[str, object]) -> str:
    properties = schema["properties"]
    required = schema.get("required", [])
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    rows = [
        (f"`{key}`", _kind(told), "required" if key in required else _default(told),
         str(told.get("description", "")))
        for key, told in properties.items()
    ]  # fmt: skip
    return table(("key", "type", "default", "meaning"), rows)


def _kind(told: dict[str, object]) -> str:
    """The type in a word: a table's name, or JSON's own."""
    if "$ref" in told:
        return str(told["$ref"]).rpartition("/")[2]
    if "anyOf" in told or "oneOf" in told:
        choices = told.get("anyOf") or told.get("oneOf")
        assert isinstance(choices, list)
        return " or ".join(_kind(choice) for choice in choices)
    if told.get("type") == "array":
        items = told.get("items")
        return f"list of {_kind(items)}" if isinstance(items, dict) and items else "list"
    if "enum" in told or "const" in told:
        return " / ".join(map(str, told.get("enum", [told.get("const")])))  # type: ignore[call-overload]  # JSON
    return str(told.get("type", "value"))


def _default(told: dict[str, object]) -> str:
    default = told.get("default")
    if isinstance(default, dict | list) and default:
        return "see the sample profiles"
    return "" if default is None else f"`{default}`"
