"""The JSON Schema of the event log: columns, and what ``data`` holds for each kind."""

from shared.domain import event as kinds
from shared.domain.event import KINDS, SCHEMA_VERSION
from shared.reports.event_log import COLUMNS

#: Kind -> field -> (JSON type, what it is).
DATA: dict[str, dict[str, tuple[str, str]]] = {
    kinds.DAY_OPENED: {
        "day": ("string", "local date, ISO 8601"),
        "midnight_us": ("integer", "local midnight on the branch's clock, microseconds"),
    },
    kinds.PROFILE_PUBLISHED: {
        "profile": ("string", "fingerprint of the whole profile, 16 hexadecimal digits"),
        "version": ("string", "the bank's own name for this state of the profile"),
        "policy": ("string", "name of the policy"),
        "policy_hash": ("string", "fingerprint of the policy"),
    },
    kinds.TICKET_ISSUED: {
        "day": ("string", "business day"),
        "series": ("string", "letter of the number"),
        "ordinal": ("integer", "position in the series, from 1 each day"),
        "number": ("string", "what the customer reads"),
        "service": ("string", "service of the profile"),
        "segment": ("string", "segment of the profile"),
        "language": ("string", "language of the slip"),
        "people_ahead": ("integer", "who would have been called before, at that moment"),
    },
    kinds.TICKET_CALLED: {
        "rule": ("string", "why this ticket: a name of shared.dispatch.reason"),
        "score": ("integer", "thousandths of a point times microseconds per minute"),
        "passed_over": ("array", "tickets that were senior and eligible there"),
        "waiting": ("integer", "how many this counter could have called, this one included"),
        "policy": ("string", "name of the policy"),
        "policy_hash": ("string", "fingerprint of the policy"),
        "counter_index": ("integer", "the counter's place in the profile"),
    },
    kinds.TICKET_RECALLED: {"attempt": ("integer", "1 for the first recall")},
    kinds.TICKET_STARTED: {"is_implied": ("boolean", "nobody pressed a key for it")},
    kinds.TICKET_CLOSED: {"outcome": ("string", "outcome of the profile")},
    kinds.TICKET_NO_SHOW: {"recalls": ("integer", "how often it was recalled before")},
    kinds.TICKET_RETURNED: {
        "senior_us": ("integer", "seniority after the profile's credit, microseconds")
    },
    kinds.TICKET_CANCELLED: {"reason": ("string", "customer, left ...")},
    kinds.TICKET_EXPIRED: {"state": ("string", "where the ticket stood when the day ended")},
    kinds.TICKET_RATED: {"score": ("integer", "1 very poor to 5 very good")},
    kinds.COUNTER_OPENED: {"services": ("array", "what is served there now")},
    kinds.COUNTER_PAUSED: {
        "reason": ("string", "pause reason of the profile"),
        "until_us": ("integer or null", "planned return, microseconds"),
    },
    kinds.HELP_ASKED: {
        "device": ("string", "which device"),
        "screen": ("string", "what it showed"),
    },
}


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
        name: {"type": _json_type(type_name), "description": description}
        for name, (type_name, description) in fields.items()
    }
    data = {"properties": properties, "required": list(fields)}
    return {
        "if": {"properties": {"kind": {"const": kind}}},
        "then": {"properties": {"data": data}},
    }


def _json_type(name: str) -> str | list[str]:
    return ["integer", "null"] if name == "integer or null" else name
