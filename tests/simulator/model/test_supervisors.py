"""The supervisor's authorisation: counters are blocked, first come first served."""

from shared.domain import event as kinds
from simulator.model.act import Act, ActKind
from simulator.model.branch_day import BranchDay
from simulator.model.customer import Customer
from simulator.model.shift import all_day
from simulator.model.supervisors import Authorised
from tests.simulator.model.test_tellers import RULES

TWO = all_day(["1", "2"])


def asking(arrival_us: int, service_us: int, authorise_us: int) -> Customer:
    acts = (Act(ActKind.AUTHORISE, time_us=authorise_us),)
    return Customer("cash", "any", arrival_us, 0, service_us, acts=acts)


def test_one_supervisor_comes_to_whoever_asked_first() -> None:
    people = [asking(0, 10, 30), asking(1, 5, 20), Customer("cash", "any", 2, 0, 1)]
    run = BranchDay(RULES, TWO, 0).run(people)
    assert run.authorised == [Authorised(1, 6, 6, 26), Authorised(0, 10, 26, 56)]
    closed = [(e.ticket, e.at_us) for e in run.events if e.kind == kinds.TICKET_CLOSED]
    assert closed == [("2", 26), ("3", 27), ("1", 56)]


def test_two_supervisors_come_at_once() -> None:
    people = [asking(0, 10, 30), asking(1, 5, 20)]
    run = BranchDay(RULES, TWO, 0, supervisors=2).run(people)
    assert run.authorised == [Authorised(1, 6, 6, 26), Authorised(0, 10, 10, 40)]
