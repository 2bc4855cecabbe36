"""Whatever is sent, the answer is one clear problem, and nothing is lost."""

from collections.abc import Iterator

import httpx
import pytest

from tests.support.server import PIN, RunningServer

JSON = {"Content-Type": "application/json"}


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal, once it is certain that it is a problem."""
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code
    assert body["type"] == f"urn:branch-lobby:problem:{body['code']}"
    assert body["detail"]
    return answer.status_code, body["code"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"service": "bogus"}', (422, "service_unknown")),
        (b'{"service": "cash", "segment": "nobility"}', (422, "segment_unknown")),
        (b'{"service": "cash", "colour": "red"}', (422, "request_invalid")),
        (b'{"service": 7}', (422, "request_invalid")),
        (b"{}", (422, "request_invalid")),
        (b"{nonsense", (422, "request_invalid")),
        (b"", (422, "request_invalid")),
        (b"\xff\xfe", (422, "request_invalid")),
        (b"[" * 100_000, (422, "request_invalid")),
        (b"x" * 5_000_000, (413, "request_too_large")),
    ],
    ids=lambda value: str(value)[:30],
)
def test_wrong_bodies(shared_server: RunningServer, body: bytes, expected: tuple[int, str]) -> None:
    kiosk = shared_server.client("kiosk")
    before = kiosk.get("lobby").json()["sequence"]
    assert problem(kiosk.post("tickets", content=body, headers=JSON)) == expected
    assert kiosk.get("lobby").json()["sequence"] == before
    assert kiosk.post("tickets", json={"service": "cash"}).status_code == 201


@pytest.mark.parametrize(
    "until",
    [
        "2026-11-20T10:00:00",
        "9999-12-31T23:59:59.999999-12:00",
        1763604000,
        "1763604000",
        1e300,
        True,
        "2026-11-20",
    ],
)
def test_wrong_return_from_a_pause(server: RunningServer, until: object) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/1/open").raise_for_status()
    body = {"reason": "lunch", "until": until}
    assert problem(teller.post("counters/1/pause", json=body)) == (422, "request_invalid")
    assert teller.get("lobby").status_code == 200


def test_large_body_in_chunks_is_counted_while_it_is_read(shared_server: RunningServer) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 50_000

    answer = shared_server.client("kiosk").post("tickets", content=chunks(), headers=JSON)
    assert problem(answer) == (413, "request_too_large")


def test_only_a_file_about_a_case_may_be_large_and_only_from_a_device(
    shared_server: RunningServer,
) -> None:
    large, teller = b"x" * 1_000_000, shared_server.client("teller")
    files = f"{shared_server.url}/cases/a/files"
    assert problem(teller.post(files, content=large, headers=JSON))[1] != "request_too_large"
    for url in (f"{shared_server.base_url}/x/cases/a/files", f"{files}/b/cases/c/files"):
        answer = teller.post(url, content=large, headers=JSON)
        assert problem(answer) == (413, "request_too_large")
    answer = httpx.post(files, content=large, headers=JSON, trust_env=False)
    assert problem(answer) == (413, "request_too_large")


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/nothing/here", (404, "address_unknown")),
        ("GET", "/api/v1/branches/nowhere/lobby", (404, "branch_unknown")),
        ("DELETE", "/api/v1/branches", (405, "method_unknown")),
        ("GET", "/api/v1/branches/renmin/tickets/none", (404, "ticket_unknown")),
        ("GET", "/api/v1/branches/renmin/lobby?counter=99", (404, "counter_unknown")),
        ("GET", "/api/v1/branches/renmin/log?after=-1", (422, "request_invalid")),
        ("GET", "/api/v1/branches/renmin/log?after=99999999999999999999", (422, "request_invalid")),
        ("GET", "/api/v1/branches/renmin/events?after=x", (422, "request_invalid")),
        ("GET", "/api/v1/branches/renmin/lobby/", (404, "address_unknown")),
        ("GET", "/api/v1/branches/", (404, "address_unknown")),
        ("GET", "/api/v1/branches/renmin/reports/day?day=0000-00-00", (422, "request_invalid")),
        ("GET", "/api/v1/branches/renmin/reports/day?day=1763596800", (422, "request_invalid")),
        ("GET", "/api/v1/branches/renmin/tickets/a%00", (422, "request_invalid")),
    ],
)
def test_wrong_addresses(
    shared_server: RunningServer, method: str, path: str, expected: tuple[int, str]
) -> None:
    address, headers = shared_server.base_url + path, shared_server.headers("admin")
    answer = httpx.request(method, address, headers=headers, trust_env=False)
    assert problem(answer) == expected


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("appointments/ABCDEF", "DELETE, GET, PATCH"),
        ("incidents", "GET, POST"),
        ("tickets", "GET, POST"),
    ],
)
def test_every_method_of_an_address_is_named(
    shared_server: RunningServer, path: str, allowed: str
) -> None:
    answer = shared_server.client("lead").put(path)
    assert problem(answer) == (405, "method_unknown")
    assert answer.headers["allow"] == allowed


def test_sentence_is_in_the_language_of_the_caller(shared_server: RunningServer) -> None:
    kiosk = shared_server.client("kiosk")
    details = [
        kiosk.get("tickets/none", headers={"Accept-Language": language}).json()["detail"]
        for language in ("en-GB,en;q=0.9", "zh-CN", "fr, en;q=0.2, zh;q=0.1")
    ]
    english = "There is no ticket none today. Check the number on the slip."
    assert [details[0], details[2]] == [english, english]
    assert details[1].startswith("今天") or "none" in details[1]
    assert details[1] != english


def test_bug_is_told_without_details_and_logged_once(
    server: RunningServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(server.house.writer, "look", bug)
    answer = server.client("kiosk").get("lobby")
    assert problem(answer) == (500, "internal_fault")
    assert "secret" not in answer.text
    assert [r.getMessage() for r in caplog.records if r.levelname == "ERROR"] == [
        "request.failed method=GET path=/api/v1/branches/renmin/lobby"
    ]


@pytest.mark.parametrize("below", ["", "/state"])
def test_bug_behind_a_phone_page_does_not_log_its_token(
    server: RunningServer,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    below: str,
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError

    url = server.client("kiosk").post("tickets", json={"service": "cash"}).json()["phone_url"]
    monkeypatch.setattr(server.house.writer, "look", bug)
    assert problem(httpx.get(url + below, trust_env=False)) == (500, "internal_fault")
    assert [r.getMessage() for r in caplog.records if r.levelname == "ERROR"] == [
        f"request.failed method=GET path=/t/***{below}"
    ]
    assert url.rsplit("/", 1)[1] not in caplog.text


def test_database_that_is_not_there_any_more(server: RunningServer) -> None:
    server.house.database.reading.dispose()
    path = server.house.database.path
    path.rename(path.with_suffix(".away"))
    answer = httpx.get(f"{server.base_url}/readyz", trust_env=False)
    assert problem(answer) == (503, "store_unavailable")
    path.with_suffix(".away").replace(path)


@pytest.mark.parametrize("key", ["short", "x" * 129, "with blank", "schlüssel"])
@pytest.mark.parametrize("path", ["tickets", "sessions"])
def test_key_that_is_none(shared_server: RunningServer, path: str, key: str) -> None:
    body = {"service": "cash"} if path == "tickets" else {"staff": "t1", "pin": PIN}
    named = {b"Idempotency-Key": key.encode("latin-1")}
    answer = shared_server.client("lead").post(path, json=body, headers=named)
    assert problem(answer) == (422, "request_invalid")


def test_key_for_another_request(server: RunningServer) -> None:
    kiosk = server.client("kiosk")
    key = {"Idempotency-Key": "key-00000001"}
    first = kiosk.post("tickets", json={"service": "cash"}, headers=key)
    again = kiosk.post("tickets", json={"service": "cash"}, headers=key)
    page = {"phone_url": ""}  # each has an address of its own (decision 0022)
    assert (again.status_code, again.json() | page) == (201, first.json() | page)
    assert again.headers["idempotency-replayed"] == "true"
    other = kiosk.post("tickets", json={"service": "wealth"}, headers=key)
    assert problem(other) == (422, "key_reused")
    stranger = server.client("admin").post("tickets", json={"service": "cash"}, headers=key)
    assert problem(stranger) == (422, "key_reused")
