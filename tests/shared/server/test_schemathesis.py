"""Schemathesis over the whole interface: whatever is sent, every answer is one that is described.

Quick here, with a few examples of each operation; `dev.py torture` goes deep.
"""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.support.server import RunningServer
from tests.support.trial import caller_of, described

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SOUND, UNSOUND = 4, 2
WALKS, STEPS = 4, 10
QUIET_S = 0.5
#: What is heard by somebody who has not got in.
SHUT = {"device_unknown", "session_missing", "role_forbidden"}


def quick(examples: int) -> settings:
    """The same few examples in every run."""
    return settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture
def api(server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The description as Schemathesis reads it; streams are read up to their first event."""
    monkeypatch.setenv("NO_PROXY", "*")
    config = schemathesis.Config.from_dict({"max-stream-events": 1, "base-url": server.base_url})
    return schemathesis.openapi.from_dict(described(server), config=config)


def test_every_answer_is_described(api: Any, server: RunningServer) -> None:
    operations = [found.ok() for found in api.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) > 50
    not_opened = set()
    for operation in operations:
        if not try_out(operation, GenerationMode.POSITIVE, SOUND, server) - SHUT:
            not_opened.add(operation.label)
        try_out(operation, GenerationMode.NEGATIVE, UNSOUND, server)
    assert sorted(not_opened) == [], "who may is said in tests.support.trial"


def how(server: RunningServer, path: str) -> dict[str, Any]:
    """Who asks there, and for how long; a stream is left when nothing has come for a moment."""
    patience_s = QUIET_S if path.endswith("/events") else 20.0
    return {"headers": server.headers(*caller_of(path)), "timeout": patience_s}


def try_out(operation: Any, mode: GenerationMode, examples: int, server: RunningServer) -> set[str]:
    """What came of some requests; a failure names the request and what is wrong."""
    seen: set[str] = set()
    asking = how(server, operation.path)

    @quick(examples)
    @given(case=operation.as_strategy(mode))
    def probe(case: Any) -> None:
        answer = case.call_and_validate(**asking, checks=CHECKS)
        is_problem = answer.status_code >= 400 and "json" in answer.headers["content-type"][0]
        seen.add(answer.json()["code"] if is_problem else str(answer.status_code))

    try:
        probe()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE, "nothing can be sent"  # nothing can be wrong
    return seen


def test_every_answer_along_the_links_is_described(api: Any, server: RunningServer) -> None:
    def keys(_walk: Any, case: Any) -> dict[str, Any]:
        return how(server, case.operation.path)

    def check(_walk: Any, response: Any, case: Any, **_: Any) -> None:
        case.validate_response(response, checks=CHECKS)

    walk = api.as_state_machine()
    walk.get_call_kwargs, walk.validate_response = keys, check
    walk.run(settings=quick(WALKS))
