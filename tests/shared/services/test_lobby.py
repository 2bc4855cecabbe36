"""The reason of a call as screens get it."""

from shared.domain import attendance, calling, ticketing
from shared.protocol.lobby import Reason
from shared.services.lobby import Lobby
from tests.support.lobby import MINUTE_US, open_lobby


def called(lobby: Lobby, now_us: int, counter: str) -> Reason:
    lobby.take(attendance.open_counter(lobby.branch, now_us, counter=counter, staff="anna"))
    lobby.carry_out(calling.call_next(lobby.branch, now_us, counter=counter), now_us)
    return lobby.reasons[lobby.branch.counters[counter].ticket]


def two_waiting() -> tuple[Lobby, int]:
    """An ordinary customer has waited for six minutes, one with priority for five."""
    lobby = open_lobby()
    now_us = lobby.branch.last_us
    for minute, segment in enumerate(("ordinary", "priority")):
        at_us = now_us + minute * MINUTE_US
        lobby.take(
            ticketing.issue(lobby.branch, at_us, ticket=segment, service="cash", segment=segment)
        )
    return lobby, now_us + 6 * MINUTE_US


def test_reason_names_who_was_passed_over_why_and_the_scores() -> None:
    reason = called(*two_waiting(), "1")
    assert (reason.rule, reason.passed_over, reason.why_not) == (
        "highest_score",
        ("A001",),
        ("highest_score",),
    )
    assert reason.candidates == ("P001", "A001")
    assert reason.scores[0] == reason.score_points > reason.scores[1]


def test_log_of_the_first_release_gives_a_reason_without_them() -> None:
    lobby, now_us = two_waiting()
    lobby.take(attendance.open_counter(lobby.branch, now_us, counter="1", staff="anna"))
    (call,) = calling.call_next(lobby.branch, now_us, counter="1")
    newer = ("why_not", "candidates", "scores")
    lobby.take([call._replace(data={k: v for k, v in call.data.items() if k not in newer})])
    reason = lobby.reasons["priority"]
    assert (reason.passed_over, reason.why_not, reason.scores) == (("A001",), (), ())
