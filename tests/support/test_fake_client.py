"""The fake client keeps the promises of the port."""

from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.protocol.command import IssueTicket
from shared.protocol.lobby import TicketIssued
from tests.support.fake_client import UNREACHABLE, FakeClient


def test_answers_on_the_next_turn_with_a_new_number_each_time(qtbot: QtBot) -> None:
    client = FakeClient()
    numbers: list[str] = []
    client.issue_ticket(IssueTicket(service="cash")).then(lambda t: numbers.append(t.number))
    client.issue_ticket(IssueTicket(service="cash", segment="priority")).then(
        lambda t: numbers.append(t.number)
    )
    assert numbers == []
    qtbot.waitUntil(lambda: len(numbers) == 2)
    assert numbers == ["A029", "P030"]
    assert client.calls_of("issue_ticket") == [
        (IssueTicket(service="cash"),),
        (IssueTicket(service="cash", segment="priority"),),
    ]


def test_prepared_failures_and_offline(qtbot: QtBot) -> None:
    client = FakeClient()
    refused = Failure("branch_closed", "The branch is closed.")
    client.answers["issue_ticket"] = refused
    failures: list[Failure] = []
    client.issue_ticket(IssueTicket(service="cash")).then(print, failures.append)
    qtbot.waitUntil(lambda: failures == [refused])
    client.go(online=False)
    client.next("1").then(print, failures.append)
    qtbot.waitUntil(lambda: failures == [refused, UNREACHABLE])


def test_held_replies_are_settled_by_the_test_and_only_once(qtbot: QtBot) -> None:
    client = FakeClient()
    client.is_holding = True
    reply = client.recall("t-a001")
    answers: list[object] = []
    reply.then(answers.append)
    client.settle("recall", 1)
    reply.settle(2)
    reply.then(answers.append)
    assert answers == [1, 1]


def test_issued_ticket_is_whole(qtbot: QtBot) -> None:
    client = FakeClient()
    with qtbot.waitSignal(client.issue_ticket(IssueTicket(service="account")).done) as waiting:
        pass
    assert waiting.args is not None
    (issued,) = waiting.args
    assert isinstance(issued, TicketIssued)
    assert (issued.number, issued.people_ahead, issued.service) == ("B029", 12, "account")
