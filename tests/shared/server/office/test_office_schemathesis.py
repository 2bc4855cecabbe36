"""Schemathesis over head office: whatever is sent, every answer is one that is described."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import given
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok

from shared.store.lines import lines_after
from shared.store.receive import Receiver
from tests.shared.server.test_schemathesis import CHECKS, SHUT, quick
from tests.support.lobby import BRANCH, issue, running_writer
from tests.support.office import RunningOffice, running_office

SOUND, UNSOUND = 4, 2
#: No branch answers here, which is no fault of the server: 503, as described.
DESCRIBED = [check for check in CHECKS if check is not not_a_server_error]
#: Who asks, by the end of the address; everybody else is the server of the branch.
CALLERS = (
    ("/slots", "booking"),
    ("/appointments", "booking"),
    ("/profile", "admin"),
    ("/devices", "admin"),
    ("/{errand}", "admin"),
    ("/plans", "planner"),
    ("/plans/{plan}", "planner"),
    ("/withdraw", "planner"),
    ("/decide", "admin"),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningOffice]:
    folder: Path = tmp_path_factory.mktemp("office")
    with running_office(folder / "office.db") as running:
        running.office.patience_s = 0.05
        with running_writer(folder / "b.db") as branch:
            branch.run(issue())
            receiver = Receiver(running.office.database)
            receiver.receive(BRANCH, lines_after(branch.database, BRANCH, 0))
        yield running


@pytest.fixture
def api(office: RunningOffice, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("shared.server.office.routes.wishes.AT_ONCE_S", 0.05)
    found = httpx.get(f"{office.base_url}/api/v1/openapi.json", trust_env=False).json()
    for path, methods in found["paths"].items():
        for operation in methods.values():
            for parameter in operation.get("parameters", ()):
                if parameter["name"] == "branch":
                    parameter["schema"] = {"enum": [BRANCH]}
                if parameter["name"] == "wait_s":
                    parameter["schema"] = {"enum": [0]}
        assert path
    config = schemathesis.Config.from_dict({"base-url": office.base_url})
    return schemathesis.openapi.from_dict(found, config=config)


def test_every_answer_is_described(api: Any, office: RunningOffice) -> None:
    operations = [found.ok() for found in api.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == 30
    for operation in operations:
        answers = try_out(operation, GenerationMode.POSITIVE, SOUND)
        assert answers - SHUT, f"{operation.label}: the door was not opened"
        try_out(operation, GenerationMode.NEGATIVE, UNSOUND)


def try_out(operation: Any, mode: GenerationMode, examples: int) -> set[str]:
    """What came of some requests; a failure names the request and what is wrong."""
    seen: set[str] = set()
    role = next((role for end, role in CALLERS if operation.path.endswith(end)), "branch")
    key = "key-of-admin" if role == "admin" else f"key-of-{role}-{BRANCH}"

    @quick(examples)
    @given(case=operation.as_strategy(mode))
    def probe(case: Any) -> None:
        headers = {"Authorization": f"Bearer {key}"}
        answer = case.call_and_validate(headers=headers, timeout=20.0, checks=DESCRIBED)
        assert answer.status_code != 500
        is_problem = answer.status_code >= 400 and "json" in answer.headers["content-type"][0]
        seen.add(answer.json()["code"] if is_problem else str(answer.status_code))

    try:
        probe()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE, "nothing can be sent"  # nothing can be wrong
    return seen
