"""Who asks too often is told so, with the seconds to wait; who works is never in its way."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.requests import HTTPConnection

from shared.config.pace import Pace
from shared.config.settings import ServerSettings
from shared.domain.admission import AskedTooOften
from shared.domain.errors import SignInFailed
from shared.server.limits import Limits, OpenStreams, source_of
from tests.shared.server.test_bucket import Seconds
from tests.support.server import RunningServer, running_server


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def strict(tmp_path: Path, clock: Seconds) -> Iterator[RunningServer]:
    """A server that counts, with small limits and a clock for them that stands still."""
    with running_server(tmp_path) as server:
        settings = server.house.settings.model_copy(
            update={
                "limit_commands": Pace(1, 3),
                "limit_reads": Pace(1, 4),
                "limit_strangers": Pace(1, 2),
                "limit_guesses": Pace(0.1, 2),
                "limit_guesses_everybody": Pace(1, 3),
                "limit_pages": Pace(1, 2),
                "limit_page_sources": Pace(1, 3),
                "limit_sign_ins": Pace(0.5, 2),
                "limit_streams": 2,
                "limit_page_streams": 1,
            }
        )
        server.house.limits = Limits(settings, monotonic=clock)
        yield server


def told(answer: httpx.Response) -> tuple[int, str, str]:
    """Status, code and when to come again."""
    again = answer.headers.get("retry-after", "")
    return answer.status_code, answer.json()["code"], again


TOO_OFTEN_1 = (429, "asked_too_often", "1")


def test_commands_of_a_device(strict: RunningServer, clock: Seconds) -> None:
    kiosk = strict.client("kiosk")
    answers = [kiosk.post("tickets", json={"service": "cash"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 429]
    assert told(answers[3]) == TOO_OFTEN_1
    assert answers[3].json()["detail"] == "Too many requests. Wait 1 s and try again."
    assert kiosk.get("lobby").status_code == 200  # reading is counted by itself
    admin = strict.client("admin")
    assert admin.post("tickets", json={"service": "cash"}).status_code == 201
    clock.now_s += 1
    assert kiosk.post("tickets", json={"service": "cash"}).json()["number"] == "A005"


def test_reading_of_a_device(strict: RunningServer) -> None:
    board = strict.client("board")
    assert [board.get("lobby").status_code for _ in range(5)] == [200] * 4 + [429]


def test_wrong_keys_from_one_address(strict: RunningServer) -> None:
    stranger = {"Authorization": "Bearer wrong"}
    answers = [
        httpx.get(f"{strict.url}/lobby", headers=stranger, trust_env=False) for _ in range(3)
    ]
    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert strict.client("board").get("lobby").status_code == 200  # who is known is let in


@pytest.mark.parametrize("body", [b'{"service":', b"\xff\xfe"])
def test_stranger_hears_of_the_key_and_not_of_the_body(strict: RunningServer, body: bytes) -> None:
    """Also when the body cannot be read; and is counted like every other stranger."""
    named = {"Authorization": "Bearer wrong", "Content-Type": "application/json"}
    url = f"{strict.url}/tickets"
    answers = [
        httpx.post(url, content=body, headers=named, trust_env=False).status_code for _ in range(3)
    ]
    assert answers == [401, 401, 429]
    board = {"Content-Type": "application/json"}
    assert strict.client("board").post("tickets", content=body, headers=board).status_code == 403
    assert strict.client("kiosk").post("tickets", content=body, headers=board).status_code == 422


def test_wrong_appointment_codes(strict: RunningServer, clock: Seconds) -> None:
    kiosk = strict.client("kiosk")
    answers = [kiosk.get("appointments/AAAAAA") for _ in range(3)]
    assert [told(answer)[:2] for answer in answers[:2]] == [(404, "appointment_unknown")] * 2
    assert told(answers[2]) == (429, "asked_too_often", "10")
    by_ticket = kiosk.post("tickets", json={"service": "cash", "appointment_code": "AAAAAA"})
    assert by_ticket.status_code == 429
    others = [strict.client("lead").get("appointments/AAAAAA").status_code for _ in range(2)]
    assert others == [404, 429]  # three wrong ones of everybody together
    clock.now_s += 10
    assert kiosk.get("appointments/AAAAAA").status_code == 404


def test_phone_page(strict: RunningServer) -> None:
    url = strict.client("kiosk").post("tickets", json={"service": "cash"}).json()["phone_url"]
    pages = [httpx.get(url, trust_env=False).status_code for _ in range(3)]
    assert pages == [200, 200, 429]
    assert httpx.get(url + "0", trust_env=False).status_code == 429  # its address asks too often


def test_sign_ins_on_a_device(strict: RunningServer) -> None:
    desk = strict.client("teller")
    wrong = {"staff": "t1", "pin": "1111"}
    answers = [desk.post("sessions", json=wrong) for _ in range(3)]
    assert [told(answer)[1] for answer in answers] == [
        *(["sign_in_failed"] * 2),
        "asked_too_often",
    ]


def test_streams_of_a_device(strict: RunningServer) -> None:
    board = strict.client("board")
    with board.stream("GET", "events") as first, board.stream("GET", "events") as second:
        lines = [stream.iter_lines() for stream in (first, second)]
        assert [next(each)[:6] for each in lines] == [": beat"] * 2
        answer = board.get("events")
        assert told(answer) == (429, "too_many_streams", "5")
        assert "2 open connections" in answer.json()["detail"]


def test_streams_of_phone_pages(strict: RunningServer) -> None:
    url = strict.client("kiosk").post("tickets", json={"service": "cash"}).json()["phone_url"]
    with httpx.stream("GET", f"{url}/events", trust_env=False) as first:
        lines = first.iter_lines()
        assert next(lines)[:6] == ": beat"
        answer = httpx.get(f"{url}/events", trust_env=False)
        assert told(answer) == (429, "too_many_streams", "5")


def test_stream_that_ends_makes_room() -> None:
    streams = OpenStreams(1)
    with streams.one("a") as has_room:
        with streams.one("a") as has_second:
            assert (has_room, has_second) == (True, False)
        with streams.one("b") as has_room:
            assert has_room
    streams.refuse_if_full("a")


def test_practice_counts_nothing_by_default(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        kiosk = server.client("kiosk")
        codes = {kiosk.get("appointments/AAAAAA").status_code for _ in range(70)}
    assert codes == {404}


def test_busy_hall_is_never_refused(clock: Seconds) -> None:
    """A kiosk at a ticket a second with five snapshots, a board at five: an hour of it."""
    limits = Limits(ServerSettings(), monotonic=clock)
    for _ in range(3600):
        limits.asked("kiosk", is_reading=False)
        for device in ("kiosk", "board") * 5:
            limits.asked(device, is_reading=True)
        clock.now_s += 1


def test_right_guess_and_another_refusal_are_forgiven(clock: Seconds) -> None:
    limits = Limits(ServerSettings(limit_guesses=Pace(1, 1)), monotonic=clock)
    for _ in range(3):
        with limits.codes.guess("kiosk", SignInFailed):
            pass
        with pytest.raises(KeyError), limits.codes.guess("kiosk", SignInFailed):
            raise KeyError
    with pytest.raises(SignInFailed), limits.codes.guess("kiosk", SignInFailed):
        raise SignInFailed
    with pytest.raises(AskedTooOften), limits.codes.guess("kiosk", SignInFailed):
        pass


@pytest.mark.parametrize(
    ("host", "source"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("a-socket", "a-socket"),
    ],
)
def test_where_a_request_comes_from(host: str, source: str) -> None:
    scope = {"type": "http", "client": (host, 4711), "headers": []}
    assert source_of(HTTPConnection(scope)) == source


def test_page_that_wants_too_much_is_slowed_down_alone() -> None:
    limits = Limits(ServerSettings(limit_page_commands=Pace(0.1, 2)), monotonic=lambda: 0.0)
    for _ in range(2):
        limits.page_command("one")
    with pytest.raises(AskedTooOften) as refused:
        limits.page_command("one")
    assert refused.value.params == ("10",)
    limits.page_command("another")
