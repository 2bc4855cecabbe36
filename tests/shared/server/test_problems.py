"""Every refusal as a problem: one code, one status, both languages, declared where it occurs."""

import inspect
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from fastapi.routing import APIRoute

import shared
from shared.domain.errors import (
    AccessRefused,
    EnvironmentFailed,
    InputInvalid,
    LobbyError,
    RuleRefused,
)
from shared.server import routes
from shared.server.problems import ALWAYS, STATUSES, problem_response, status_of

#: What a client can be told; the rest is said at terminals only.
FAMILIES = (RuleRefused, AccessRefused, InputInvalid, EnvironmentFailed)
TOLD = {401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503}
ROUTES = [module.name for module in walk_packages(routes.__path__, f"{routes.__name__}.")]


def classes_below(family: type[LobbyError]) -> Iterator[type[LobbyError]]:
    for child in family.__subclasses__():
        yield child
        yield from classes_below(child)


def every_class() -> list[type[LobbyError]]:
    """All refusals of the shared parts, whichever module has them."""
    for module in walk_packages(shared.__path__, "shared."):
        if not re.match(r"shared\.(ui|client|store\.migrations)\b|.*__main__", module.name):
            import_module(module.name)
    found = {c for family in FAMILIES for c in classes_below(family)}
    return sorted((c for c in found if c.__module__.startswith("shared.")), key=lambda c: c.code)


CLASSES = every_class()


def refusal(kind: type[LobbyError]) -> LobbyError:
    """One of this class; nine figures are more than any sentence has."""
    error = kind.__new__(kind)
    LobbyError.__init__(error, *range(1, 10))
    return error


def test_every_code_stands_for_one_class() -> None:
    doubled = [code for code, times in Counter(c.code for c in CLASSES).items() if times > 1]
    assert doubled == []
    assert len(CLASSES) > 70


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_refusal_is_told_in_both_languages(kind: type[LobbyError]) -> None:
    error = refusal(kind)
    told = {}
    for language in ("zh", "en"):
        answer = problem_response(error, language)
        problem = json.loads(bytes(answer.body))
        assert answer.headers["content-language"] == language
        assert (problem["status"], problem["code"]) == (answer.status_code, kind.code)
        assert problem["type"] == f"urn:branch-lobby:problem:{kind.code}"
        told[language] = problem["detail"]
    assert status_of(error) in TOLD
    assert told["en"] == str(error)
    is_all_params = re.sub(r"%\d|\W", "", kind.sentence) == ""
    assert is_all_params or re.search(r"[\u4e00-\u9fff]", told["zh"]), told["zh"]


def test_every_code_is_on_the_page_of_the_reference() -> None:
    page = Path("docs/reference/errors.md").read_text(encoding="utf-8")
    assert [c.code for c in CLASSES if f"| `{c.code}` |" not in page] == []


def declared_routes() -> list[tuple[str, APIRoute]]:
    """Every route of a branch, by its name."""
    modules = [import_module(name) for name in ROUTES]
    return [
        (f"{module.__name__.rsplit('.', 1)[1]}.{route.name}", route)
        for module in modules
        for route in getattr(module, "router").routes  # noqa: B009 - modules have no such type
        if isinstance(route, APIRoute)
    ]


def use_cases(route: APIRoute) -> Iterator[Any]:
    """The functions of shared.services that the source of a route names."""
    known = inspect.getmodule(route.endpoint)
    for module, name in re.findall(
        r"(?<![.\w])(\w+)\.(\w+)\(\s*lobby\b", inspect.getsource(route.endpoint)
    ):
        yield getattr(getattr(known, module), name)


def raised(use_case: Any) -> set[type[LobbyError]]:
    """The refusals that a use case documents."""
    _, _, after = (use_case.__doc__ or "").partition("Raises:")
    names = set(re.findall(r"\b[A-Z]\w+\b", after))
    return {c for c in CLASSES if c.__name__ in names}


@pytest.mark.parametrize(("name", "route"), declared_routes(), ids=lambda value: str(value)[:40])
def test_route_declares_what_its_use_case_raises(name: str, route: APIRoute) -> None:
    wanted = {
        status_of(refusal(kind)): kind.__name__
        for use_case in use_cases(route)
        for kind in raised(use_case)
    }
    undeclared = {status: kind for status, kind in wanted.items() if status not in route.responses}
    assert undeclared == {}


def test_the_use_cases_are_found() -> None:
    """The test above is not empty: most commands document what they raise."""
    telling = [name for name, route in declared_routes() if any(map(raised, use_cases(route)))]
    assert len(telling) > 25


def test_no_status_is_beyond_the_table() -> None:
    assert {status for _, status in STATUSES} == TOLD
    assert set(ALWAYS) <= TOLD
