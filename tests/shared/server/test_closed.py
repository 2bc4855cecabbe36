"""No ticket outside the hours: the refusal says when the branch opens next."""

from collections.abc import Iterator

import pytest

from shared.server.clock import ManualClock
from tests.support.server import RunningServer, local_us, running_server


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server whose clock stands before everything that is asked here."""
    clock = ManualClock(local_us("2026-09-30T08:00"))
    with running_server(tmp_path_factory.mktemp("closed"), clock=clock) as running:
        yield running


@pytest.mark.parametrize(
    ("now", "code", "sentence"),
    [
        (
            "2026-09-30T08:59",
            "branch_closed",
            "The branch gives tickets from 09:00 to 16:45. Come back then, or ask our staff.",
        ),
        (
            "2026-09-30T16:46",
            "tickets_over",
            "Tickets were given until 16:45 today. The branch opens again on 2026-10-08 at 09:00.",
        ),
        (
            "2026-10-03T10:00",
            "day_closed",
            "The branch is closed today. It opens again on 2026-10-08 at 09:00.",
        ),
        (
            "2026-11-20T17:30",
            "tickets_over",
            "Tickets were given until 16:45 today. The branch opens again on 2026-11-21 at 09:00.",
        ),
    ],
)
def test_refused_with_the_next_opening(
    early: RunningServer, now: str, code: str, sentence: str
) -> None:
    assert isinstance(early.clock, ManualClock)
    early.clock.set(local_us(now))
    answer = early.client("kiosk").post("tickets", json={"service": "cash"})
    body = answer.json()
    assert (answer.status_code, body["code"], body["detail"]) == (409, code, sentence)
