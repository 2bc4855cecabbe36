"""What the framework leaves out of the interface description (OpenAPI 3.1).

The schema of problems; links from an answer to the operations that ask for what it names; and
parameters that may be left out, but never are null.
"""

from collections.abc import Iterator
from typing import Any, Final

from fastapi import FastAPI

from shared.protocol.problem import Problem

TICKET: Final = ("ticket", "$response.body#/id")
#: Method, address below the branch and status of an answer; the parameter, and where it stands.
GIVES: Final = {
    ("post", "/tickets", "201"): TICKET,
    ("post", "/appointments/{code}/check-in", "201"): TICKET,
    ("post", "/counters/{counter}/next", "200"): ("ticket", "$response.body#/ticket/id"),
    ("post", "/appointments", "201"): ("code", "$response.body#/code"),
    ("post", "/incidents", "201"): ("incident", "$response.body#/incident"),
    ("post", "/plans", "201"): ("plan", "$response.body#/id"),
}


def describe(app: FastAPI, prefix: str) -> None:
    """Have the application give its complete description; ``prefix``: the address of a branch."""
    make = app.openapi

    def openapi() -> dict[str, object]:
        if not app.openapi_schema:
            complete(make(), prefix)  # the framework keeps what it has made
        return make()

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend it


def complete(described: dict[str, Any], prefix: str) -> None:
    """Complete a description in its place; ``prefix`` is the address of the branch."""
    schemas = described.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    _add_links(described["paths"], prefix)
    for operation in _operations(described["paths"]):
        for parameter in operation.get("parameters", ()):
            parameter["schema"] = _without_null(parameter["schema"])


def _add_links(paths: dict[str, Any], prefix: str) -> None:
    for (method, path, status), (name, where) in GIVES.items():
        if status not in paths.get(prefix + path, {}).get(method, {}).get("responses", ()):
            continue  # of another server
        answer = paths[prefix + path][method]["responses"][status]
        parameters = {"branch": "$request.path.branch", name: where}
        asking = {p: operations for p, operations in paths.items() if f"{{{name}}}" in p}
        answer["links"] = {
            operation["operationId"]: {
                "operationId": operation["operationId"],
                "parameters": parameters,
            }
            for operation in _operations(asking)
        }


def _operations(paths: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in paths.values():
        yield from methods.values()


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The only other alternative of a schema that may be null."""
    others = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
    if len(others) != 1:
        return schema
    return {**{k: v for k, v in schema.items() if k != "anyOf"}, **others[0]}
