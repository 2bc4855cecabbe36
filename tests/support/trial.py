"""What Schemathesis has to know to get behind the doors: keys, sessions, names that exist.

For the quick run in the tests and for the long one of `dev.py torture`.
"""

import re
from copy import deepcopy
from typing import Any, Final

import httpx

from shared.config.profile import Profile
from tests.support.profiles import NEIGHBOURHOOD
from tests.support.server import PIN, RunningServer

#: Who asks, by the end of the address; the first that fits. Everybody else is the lobby's lead.
CALLERS: Final = (
    (r"/tickets/\{ticket\}/(talk|rating(/\w+)?)$", "rating", ""),
    (r"/(help-requests|prints|tickets/\{ticket\}/slip|devices/unlock)$", "kiosk", ""),
    (r"/(profile|clock|clock/accept|devices)$", "admin", ""),
    (r"/sessions/current$", "admin", "t9"),
    (r"/(charge|cases/\{case\}/extend|.*/decision/\{step\}|profile/restore)$", "lead", "boss"),
    (r"/(surveys.*|staff/\{person\}/.*)$", "lead", "boss"),
    (r"/(copy|copy/lines|copy/credentials|stand-in/beat|stand-in/hand-back)$", "branch", ""),
)
NOTHING: Final = "none"
LEAD: Final = ("lead", "lead")
TIMES: Final = (
    "2026-11-20T09:45:00+08:00",
    "2026-11-20T14:30:00+08:00",
    "2026-11-23T10:00:00+08:00",
    "9999-12-31T23:59:59.999999-12:00",
    "0001-01-01T00:00:00+14:00",
    "1969-12-31T23:59:59Z",
)
DAYS: Final = ("2026-11-20", "2026-11-23", "0001-01-01", "9999-12-31")
#: Parameters and fields, and the words that belong there.
WORDS_OF: Final = {
    "branch": "branch",
    "service": "service",
    "services": "service",
    "needs": "service",
    "segment": "segment",
    "counter": "counter",
    "ticket": "ticket",
    "companion": "ticket",
    "code": "code",
    "appointment_code": "code",
    "token": "token",
    "staff": "staff",
    "person": "staff",
    "mentor": "staff",
    "pin": "pin",
    "reason": "reason",
    "outcome": "reason",
    "pool": "reason",
    "at": "time",
    "until": "time",
    "day": "day",
}


def caller_of(path: str) -> tuple[str, str]:
    """Device role and staff number that ask at this address."""
    found = (who for place, *who in CALLERS if re.search(place, path))
    role, staff = next(found, LEAD)
    return role, staff


def described(server: RunningServer) -> dict[str, Any]:
    """The server's own description, as somebody reads it who knows the branch.

    Parameters and fields of requests that name something take the names that exist, and one that
    does not. Answers are described as before.
    """
    answer = httpx.get(f"{server.base_url}/api/v1/openapi.json", trust_env=False)
    api: dict[str, Any] = deepcopy(answer.raise_for_status().json())
    words = _words(server)
    for methods in api["paths"].values():
        for operation in methods.values():
            for parameter in operation.get("parameters", ()):
                _suggest(parameter, "schema", parameter["name"], words)
    for model in _requests(api):
        for field in model.get("properties", {}):
            _suggest(model["properties"], field, field, words)
    return api


def _requests(api: dict[str, Any]) -> list[dict[str, Any]]:
    """The models of request bodies, but for the profile, whose names are its own."""
    text = str([o.get("requestBody") for m in api["paths"].values() for o in m.values()])
    names = set(re.findall(r"#/components/schemas/(\w+)", text)) - {"Profile"}
    return [api["components"]["schemas"][name] for name in sorted(names)]


def _suggest(place: dict[str, Any], key: str, name: str, words: dict[str, tuple[str, ...]]) -> None:
    """Let the schema at ``place[key]`` be one of the words for this name."""
    if name not in WORDS_OF:
        return
    known: dict[str, Any] = {"enum": list(words[WORDS_OF[name]])}
    if place[key].get("type") == "array":
        place[key] = {**place[key], "items": known}
    else:
        place[key] = known


def _words(server: RunningServer, profile: Profile = NEIGHBOURHOOD) -> dict[str, tuple[str, ...]]:
    """Names of the profile, and tickets, codes and pages that are given for it."""
    kiosk = server.client("kiosk")
    asked = [s.id for s in profile.services for _ in range(3)]
    tickets = [kiosk.post("tickets", json={"service": s}).raise_for_status().json() for s in asked]
    free = kiosk.get("slots", params={"service": "wealth"}).raise_for_status().json()["slots"]
    times = [slot["at"] for slot in free if slot["free"]][:3]
    bookings = [
        kiosk.post("appointments", json={"service": "wealth", "at": at}).raise_for_status().json()
        for at in times
    ]
    reasons = (
        *(outcome.id for outcome in profile.outcomes),
        *(reason.id for reason in profile.pause_reasons),
        *(incident.id for incident in profile.incidents),
        *(pool.id for pool in profile.visit.pools),
        *(reason.id for reason in profile.visit.call_reasons),
    )
    return {
        "branch": (server.branch,),
        "service": (*(s.id for s in profile.services), NOTHING),
        "segment": tuple(s.id for s in profile.segments),
        "counter": tuple(c.id for c in profile.counters),
        "ticket": (*(ticket["id"] for ticket in tickets), NOTHING),
        "code": (*(booking["code"] for booking in bookings), "AAAAAA"),
        "token": tuple(ticket["phone_url"].rsplit("/", 1)[1] for ticket in tickets),
        "staff": ("t1", "t2", "lead", "nobody"),
        "pin": (PIN, "0000"),
        "reason": reasons,
        "time": (*times, *TIMES),
        "day": DAYS,
    }
