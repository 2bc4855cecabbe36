"""The life of a case: its states, its deadlines, who may not do what."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from shared.domain import casefile, casework
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.case import (
    DAY_US,
    HOUR_US,
    Case,
    CaseKind,
    CaseRules,
    CaseState,
    Channel,
    Extension,
    deadlines,
)
from shared.domain.case_refused import (
    ApproverInvolved,
    CaseNotClassified,
    CaseOfSomebodyElse,
    CaseStateWrong,
    CaseUnknown,
    ExtensionRefused,
    HandlerInvolved,
    MergeImpossible,
    ReceivedInvalid,
    ReopenTooLate,
)
from shared.domain.errors import LobbyError
from shared.domain.event import CASE_ESCALATED, Event
from shared.domain.event_fields import is_complete
from shared.domain.tick import next_due_us, tick
from tests.support.branches import empty_branch

NOON_US = 12 * HOUR_US
RULES = CaseRules(categories=("waiting", "manners"), root_causes=("staffing", "training"))
STAFF = ("1001", "1002", "2001", "2002")


class Desk:
    """A branch and its clock; every command is applied at once."""

    def __init__(self) -> None:
        self.branch = empty_branch(cases=RULES)
        self.now_us = NOON_US

    def do(self, command: Callable[..., list[Event]], **given: object) -> list[Event]:
        events: list[Event] = command(self.branch, self.now_us, **given)
        apply(self.branch, events)
        return events

    def opened(self, case: str = "c1", kind: CaseKind = CaseKind.COMPLAINT, **more: object) -> Case:
        given = {"year": "2026", "kind": kind, "channel": Channel.PHONE_PAGE, **more}
        self.do(casework.open_case, case=case, **given)
        return self.branch.cases[case]

    def wait(self, us: int) -> list[Event]:
        self.now_us += us
        events = tick(self.branch, self.now_us)
        apply(self.branch, events)
        return [event for event in events if event.kind == CASE_ESCALATED]


def carried_out(desk: Desk, about: tuple[str, ...] = ()) -> Case:
    case = desk.opened(about=about)
    desk.do(casework.assign, case="c1", owner="1001", by="2001")
    desk.do(casework.propose, case="c1", by="1001", text="t1")
    desk.do(casework.approve, case="c1", by="2001")
    desk.do(casework.carry_out, case="c1", by="1001")
    return case


def test_a_complaint_goes_through_every_state() -> None:
    desk = Desk()
    case = carried_out(desk)
    desk.do(casework.answer, case="c1", by="1001", text="t2")
    desk.do(casefile.classify, case="c1", by="1001", category="waiting", root_cause="staffing")
    desk.do(casework.close, case="c1", by="1001", is_content=True)
    assert (case.number, case.state, case.approved_by) == ("2026-0001", CaseState.CLOSED, "2001")
    assert case.is_content is True
    assert case.first_answered_us == case.answered_us == NOON_US


def test_anything_but_a_complaint_is_answered_at_once() -> None:
    desk = Desk()
    case = desk.opened(kind=CaseKind.SUGGESTION)
    desk.do(casework.assign, case="c1", owner="1001", by="1001")
    desk.do(casework.answer, case="c1", by="1001", text="t1")
    desk.do(casework.close, case="c1", by="1001")
    assert case.state is CaseState.CLOSED


def test_nobody_judges_their_own_work() -> None:
    desk = Desk()
    desk.opened(about=("1001",))
    with pytest.raises(HandlerInvolved):
        desk.do(casework.assign, case="c1", owner="1001", by="2001")
    desk.do(casework.assign, case="c1", owner="1002", by="2001")
    with pytest.raises(CaseOfSomebodyElse):
        desk.do(casework.propose, case="c1", by="1001", text="t1")
    desk.do(casework.propose, case="c1", by="1002", text="t1")
    for person, refusal in (("1001", HandlerInvolved), ("1002", ApproverInvolved)):
        with pytest.raises(refusal):
            desk.do(casework.approve, case="c1", by=person)
        with pytest.raises(refusal):
            desk.do(casefile.extend, case="c1", to=Extension.COMPLEX, by=person, text="t2")


def test_who_proposed_does_not_approve_after_handing_it_over() -> None:
    desk = Desk()
    case = desk.opened()
    desk.do(casework.assign, case="c1", owner="1001", by="2001")
    desk.do(casework.propose, case="c1", by="1001", text="t1")
    desk.do(casework.assign, case="c1", owner="1002", by="2001")
    assert case.state is CaseState.INVESTIGATING
    desk.do(casework.propose, case="c1", by="1002", text="t2")
    desk.do(casework.send_back, case="c1", by="2001", text="t3")
    assert case.state is CaseState.INVESTIGATING


def test_deadlines_are_those_of_the_rule() -> None:
    desk = Desk()
    case = desk.opened()
    assert (case.first_due_us, case.due_us) == (NOON_US + 24 * HOUR_US, NOON_US + 15 * DAY_US)
    low = desk.opened("c2", CaseKind.LOW_MARK)
    assert low.first_due_us == NOON_US + HOUR_US // 4
    desk.do(casefile.extend, case="c1", to=Extension.COMPLEX, by="2001", text="t")
    assert case.due_us == NOON_US + 30 * DAY_US
    desk.do(casefile.extend, case="c1", to=Extension.SPECIAL, by="2001", text="t")
    assert case.due_us == NOON_US + 60 * DAY_US
    with pytest.raises(ExtensionRefused):
        desk.do(casefile.extend, case="c1", to=Extension.SPECIAL, by="2001", text="t")
    with pytest.raises(ExtensionRefused):
        desk.do(casefile.extend, case="c2", to=Extension.SPECIAL, by="2001", text="t")


def test_what_came_by_letter_counts_from_its_arrival() -> None:
    desk = Desk()
    case = desk.opened(received_us=NOON_US - 2 * DAY_US, by="1001")
    assert case.due_us == NOON_US + 13 * DAY_US
    for at_us in (NOON_US + 1, NOON_US - 61 * DAY_US):
        with pytest.raises(ReceivedInvalid):
            desk.opened("c2", received_us=at_us)


def test_late_cases_escalate_once_each() -> None:
    desk = Desk()
    case = desk.opened()
    assert next_due_us(desk.branch) == case.first_due_us
    assert desk.wait(24 * HOUR_US) == []
    (late,) = desk.wait(HOUR_US)
    assert (late.at_us, late.data["deadline"]) == (case.first_due_us, "first_answer")
    assert desk.wait(HOUR_US) == []
    (late,) = desk.wait(15 * DAY_US)
    assert late.data["deadline"] == "solution"
    assert next_due_us(desk.branch) is None


def test_who_heard_in_time_is_not_late() -> None:
    desk = Desk()
    desk.opened()
    desk.do(casework.answer_first, case="c1", by="1001", text="t1")
    assert desk.wait(14 * DAY_US) == []
    assert len(desk.wait(2 * DAY_US)) == 1


def test_an_answer_that_does_not_do_is_looked_at_again() -> None:
    desk = Desk()
    case = carried_out(desk)
    desk.do(casework.answer, case="c1", by="1001", text="t")
    desk.wait(3 * DAY_US)
    desk.do(casework.reopen, case="c1", by="1002", text="t")
    assert (case.state, case.reopened, case.owner) == (CaseState.INVESTIGATING, 1, "1001")
    assert case.due_us == desk.now_us + 15 * DAY_US


def test_a_complaint_ends_classified() -> None:
    desk = Desk()
    carried_out(desk)
    desk.do(casework.answer, case="c1", by="1001", text="t")
    with pytest.raises(CaseNotClassified):
        desk.do(casework.close, case="c1", by="1001")
    desk.do(casefile.classify, case="c1", by="1001", category="waiting", root_cause="staffing")
    desk.do(casework.close, case="c1", by="1001")
    desk.wait(31 * DAY_US)
    with pytest.raises(ReopenTooLate):
        desk.do(casework.reopen, case="c1", by="1001", text="t")


def test_the_same_matter_twice_is_one_case_with_the_earlier_deadline() -> None:
    desk = Desk()
    first = desk.opened("c1", about=("1001",))
    desk.wait(DAY_US)
    second = desk.opened("c2")
    desk.do(casefile.merge, case="c1", into="c2", by="2001")
    assert (first.state, first.merged_into) == (CaseState.MERGED, "c2")
    assert (second.due_us, second.about) == (first.due_us, ("1001",))
    for case, into in (("c2", "c2"), ("c2", "c1")):
        with pytest.raises(MergeImpossible):
            desk.do(casefile.merge, case=case, into=into, by="2001")


def test_cases_outlive_their_day_and_then_are_forgotten() -> None:
    desk = Desk()
    desk.opened()
    desk.opened("c2", CaseKind.PRAISE)
    desk.do(casework.assign, case="c2", owner="1001", by="1001")
    desk.do(casework.answer, case="c2", by="1001", text="t")
    desk.do(casework.close, case="c2", by="1001")
    desk.branch.start_day("2026-12-01", 300 * DAY_US)
    assert [*desk.branch.cases] == ["c1", "c2"]
    desk.branch.start_day("2027-12-01", 500 * DAY_US)
    assert [*desk.branch.cases] == ["c1"]
    assert desk.opened("c3").number == "2026-0003"
    with pytest.raises(CaseUnknown):
        desk.do(casework.close, case="c2", by="1001")


class CaseLife(RuleBasedStateMachine):
    """Any command at any time: a refusal changes nothing, and the promises hold all the same."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.desk.opened("c1", about=("1002",))
        self.desk.opened("c2", CaseKind.ENQUIRY)
        self.states: dict[str, list[CaseState]] = {"c1": [], "c2": []}

    @rule(
        command=st.sampled_from(
            [
                casework.answer_first, casework.propose, casework.approve, casework.send_back,
                casework.carry_out, casework.answer, casework.reopen, casefile.note,
            ]
        ),
        case=st.sampled_from(["c1", "c2"]),
        by=st.sampled_from(STAFF),
    )  # fmt: skip
    def say(self, command: Callable[..., list[Event]], case: str, by: str) -> None:
        self.attempt(command, case=case, by=by, text="t")

    @rule(case=st.sampled_from(["c1", "c2"]), owner=st.sampled_from(STAFF))
    def assign(self, case: str, owner: str) -> None:
        self.attempt(casework.assign, case=case, owner=owner, by="2001")

    @rule(case=st.sampled_from(["c1", "c2"]), kind=st.sampled_from(CaseKind))
    def classify(self, case: str, kind: CaseKind) -> None:
        words = {"category": "waiting", "root_cause": "staffing"}
        self.attempt(casefile.classify, case=case, by="1001", kind=kind, **words)

    @rule(case=st.sampled_from(["c1", "c2"]), to=st.sampled_from(Extension))
    def extend(self, case: str, to: Extension) -> None:
        self.attempt(casefile.extend, case=case, to=to, by="2002", text="t")

    @rule(case=st.sampled_from(["c1", "c2"]))
    def close(self, case: str) -> None:
        self.attempt(casework.close, case=case, by="1001")

    @rule(hours=st.integers(1, 400))
    def wait(self, hours: int) -> None:
        assert all(is_complete(e.kind, e.data) for e in self.desk.wait(hours * HOUR_US))

    def attempt(self, command: Callable[..., list[Event]], **given: object) -> None:
        before = repr(self.desk.branch.cases)
        try:
            events = self.desk.do(command, **given)
        except LobbyError:
            assert repr(self.desk.branch.cases) == before
            return
        assert all(is_complete(event.kind, event.data) for event in events)

    @invariant()
    def promises(self) -> None:
        branch: Branch = self.desk.branch
        for case in branch.cases.values():
            assert case.owner not in case.about
            assert case.approved_by not in {*case.about} - {""}
            assert not case.approved_by or case.approved_by != case.proposed_by
            if case.state is CaseState.CARRIED_OUT:
                assert case.approved_by
            if case.state is CaseState.ANSWERED and case.needs_approval:
                assert case.approved_by
            assert len(case.late) == len(set(case.late))
        due_us = [due_us for case in branch.cases.values() for due_us, _ in deadlines(case)]
        assert branch.case_due_us == min(due_us, default=None)


TestCaseLife = CaseLife.TestCase
TestCaseLife.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def test_a_step_out_of_order_is_refused() -> None:
    desk = Desk()
    desk.opened()
    for command in (casework.approve, casework.carry_out, casework.answer, casework.reopen):
        with pytest.raises(CaseStateWrong):
            desk.do(command, case="2026-0001", by="1001", text="t")


def test_who_it_is_about_disposes_of_nothing() -> None:
    desk = Desk()
    desk.opened(about=("1001",))
    desk.opened("c2", CaseKind.PRAISE)
    for command, given in (
        (casefile.classify, {"kind": CaseKind.PRAISE}),
        (casefile.merge, {"into": "c2"}),
        (casework.assign, {"owner": "1002"}),
    ):
        with pytest.raises(HandlerInvolved):
            desk.do(command, case="c1", by="1001", **given)
    with pytest.raises(MergeImpossible):
        desk.do(casefile.merge, case="c1", into="c2", by="2001")


def test_a_copy_that_is_tried_out_shares_only_what_is_over() -> None:
    desk = Desk()
    desk.opened()
    desk.opened("c2", CaseKind.PRAISE)
    desk.branch.cases["c2"].state = CaseState.CLOSED
    copied = desk.branch.clone()
    shared = [copied.cases[case] is desk.branch.cases[case] for case in ("c1", "c2")]
    assert shared == [False, True]


def test_a_stand_in_leaves_deadlines_to_the_branch_server() -> None:
    desk = Desk()
    desk.opened()
    desk.branch.holder = "stand-in"
    assert desk.wait(30 * DAY_US) == []
