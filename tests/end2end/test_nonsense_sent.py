"""Nonsense over HTTP to a real `lobby serve`: a problem in the language asked for, nothing lost."""

from collections.abc import Iterator

import httpx
import pytest

from simulator.demo.branch import DemoBranch
from tests.support.served import served_branch

pytestmark = pytest.mark.end2end

JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoBranch]:
    """One server for all of them; what it said on the terminal is looked at in the end."""
    with served_branch(tmp_path_factory.mktemp("nonsense")) as running:
        yield running
    said = (running.folder / "server.log").read_text("utf-8").splitlines()
    assert [line for line in said if "Branch Lobby serves" not in line] == []


def problem(answer: httpx.Response) -> tuple[int, str, str]:
    """Status, code and sentence of a refusal."""
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    return answer.status_code, body["code"], body["detail"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "This branch has no service “bogus”. "
            "Choose one of: cash, account, transfer, wealth, lost, other.",
        ),
        (
            "zh-CN",
            "本网点没有“bogus”这项业务。请从这些中选择："
            "cash, account, transfer, wealth, lost, other。",
        ),
    ],
)
def test_an_unknown_service(branch: DemoBranch, language: str, sentence: str) -> None:
    with branch.client("kiosk") as kiosk:
        headers = {"Accept-Language": language}
        answer = kiosk.post("tickets", json={"service": "bogus"}, headers=headers)
    assert problem(answer) == (422, "service_unknown", sentence)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"x" * 5_000_000, (413, "request_too_large", "The request is larger than 256 KB.")),
        (b'{"service": "cash"', (422, "request_invalid", "The request cannot be read: body.")),
        (b'{"servise": "cash"}', (422, "request_invalid", "The request cannot be read: body.")),
    ],
    ids=["5 MB", "half JSON", "wrong field"],
)
def test_a_wrong_body(branch: DemoBranch, body: bytes, expected: tuple[int, str, str]) -> None:
    with branch.client("kiosk") as kiosk:
        before = kiosk.get("lobby").json()["sequence"]
        status, code, sentence = problem(kiosk.post("tickets", content=body, headers=JSON))
        assert (status, code, sentence[: len(expected[2])]) == expected
        assert kiosk.get("lobby").json()["sequence"] == before
        assert kiosk.post("tickets", json={"service": "cash"}).status_code == 201


def test_an_unknown_route(branch: DemoBranch) -> None:
    path = f"/api/v1/branches/{branch.profile.branch.id}/tickts"
    with branch.client("kiosk") as kiosk:
        answer = kiosk.get("tickts")
    sentence = f"There is nothing at {path}. Check the address."
    assert problem(answer) == (404, "address_unknown", sentence)


def test_a_wrong_device_key(branch: DemoBranch) -> None:
    headers = {"Authorization": "Bearer nonsense"}
    with branch.client("kiosk") as kiosk:
        answer = kiosk.post("tickets", json={"service": "cash"}, headers=headers)
    sentence = "This device is not enrolled. Make a code with: lobby device invite."
    assert problem(answer) == (401, "device_unknown", sentence)
