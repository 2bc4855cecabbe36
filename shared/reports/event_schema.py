"""The JSON Schema of the event log: columns, and what ``data`` holds for each kind."""

from shared.domain.event import KINDS, SCHEMA_VERSION
from shared.domain.event_fields import DATA
from shared.reports.event_log import COLUMNS


def event_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of one line of the log with ``data`` parsed."""
    columns: dict[str, object] = {
        name: {"type": _type_of(name), "description": COLUMNS[name]} for name in COLUMNS
    }
    columns["kind"] = {"enum": list(KINDS), "description": COLUMNS["kind"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Branch Lobby event log, one line",
        "description": f"Schema version {SCHEMA_VERSION}. CSV columns in this order.",
        "type": "object",
        "properties": columns,
        "required": list(COLUMNS),
        "additionalProperties": False,
        "allOf": [_rule(kind) for kind in KINDS],
    }


def _type_of(column: str) -> str:
    if column == "data":
        return "object"
    return "integer" if column == "sequence" or column.endswith("_us") else "string"


def _rule(kind: str) -> dict[str, object]:
    """What ``data`` must hold when the line is of this kind."""
    fields = DATA.get(kind, {})
    properties = {
        name: {"type": _json_type(field.type), "description": field.what}
        for name, field in fields.items()
    }
    required = [name for name, field in fields.items() if field.is_required]
    data = {"properties": properties, "required": required}
    return {
        "if": {"properties": {"kind": {"const": kind}}},
        "then": {"properties": {"data": data}},
    }


def _json_type(name: str) -> str | list[str]:
    return ["integer", "null"] if name == "integer or null" else name
