"""The interface description."""

import json
from pathlib import Path
from typing import Any

from shared.server.app import create_app
from tests.support.server import make_house


def described(folder: Path) -> dict[str, Any]:
    """The interface description of a server that does not run."""
    return create_app(make_house(folder / "b.db")).openapi()


def test_every_command_declares_its_refusals(tmp_path: Path) -> None:
    api = described(tmp_path)
    undeclared = [
        f"{method} {path}"
        for path, methods in api["paths"].items()
        for method, operation in methods.items()
        if path.startswith("/api/v1/branches/")
        and not {"401", "403", "404", "413", "422", "500", "503"} <= set(operation["responses"])
    ]
    assert undeclared == []


def test_every_refusal_is_a_problem(tmp_path: Path) -> None:
    api = described(tmp_path)
    media = {
        media
        for path, methods in api["paths"].items()
        for operation in methods.values()
        for status, answer in operation["responses"].items()
        if status >= "400" and path not in ("/t/{token}", "/t/{token}/survey")  # pages for people
        for media in answer["content"]
    }
    assert media == {"application/problem+json"}
    assert "HTTPValidationError" not in json.dumps(api)


def test_parameters_are_left_out_and_never_null(tmp_path: Path) -> None:
    api = described(tmp_path)
    parameters = [
        parameter
        for methods in api["paths"].values()
        for operation in methods.values()
        for parameter in operation.get("parameters", ())
    ]
    assert [p["name"] for p in parameters if "null" in json.dumps(p["schema"])] == []
    assert {p["name"] for p in parameters if p["in"] == "header"} == {
        "Idempotency-Key",
        "accept-language",
        "last-event-id",
    }


def test_new_ticket_leads_to_everything_that_is_done_with_one(tmp_path: Path) -> None:
    paths = described(tmp_path)["paths"]
    issued = paths["/api/v1/branches/{branch}/tickets"]["post"]["responses"]["201"]
    wanted = {
        operation["operationId"]
        for path, methods in paths.items()
        for operation in methods.values()
        if "/tickets/{ticket}" in path
    }
    assert set(issued["links"]) == wanted
    assert {str(link["parameters"]) for link in issued["links"].values()} == {
        "{'branch': '$request.path.branch', 'ticket': '$response.body#/id'}"
    }
