"""Journals, one behaviour a test; whole lives that part and come together are below."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize

from shared.domain import attendance, calling, journal, numbers, ticketing
from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.journal import Absorbed, Told
from shared.domain.ticket import TicketState
from tests.support.branches import DAY, FIRST_COME, MINUTE_US, do, empty_branch
from tests.support.life.executor import Command, snapshot
from tests.support.life.house import HouseKeys
from tests.support.life.tickets import TicketKeys
from tests.support.life.visits import VisitKeys

NINE_US = 9 * 60 * MINUTE_US
TEN_US = 10 * 60 * MINUTE_US


def hall() -> Branch:
    """Counters 1 and 2 open, three people waiting for cash: a, b, c."""
    branch = empty_branch(FIRST_COME, has_standby=False)
    for counter, staff in (("1", "wang"), ("2", "li")):
        apply(branch, attendance.open_counter(branch, NINE_US, counter=counter, staff=staff))
    for place, ticket in enumerate("abc"):
        at_us = NINE_US + place * MINUTE_US
        do(branch, ticketing.issue(branch, at_us, ticket=ticket, service="cash"))
    return branch


def told(event: Event) -> Told:
    return Told(event.kind, event.at_us, event.ticket, event.counter, event.staff, event.data)


def take(branch: Branch, *entries: Told, first: int = 1, **more: Any) -> Absorbed:
    """Absorb, check that the branch was left alone, and apply."""
    before = snapshot(branch)
    found = journal.absorb(branch, TEN_US, source="s", first=first, entries=entries, **more)
    assert snapshot(branch) == before
    apply(branch, found.events)
    return found


def slip(ordinal: int = 801, ticket: str = "k1", **changes: Any) -> Told:
    """A ticket that a kiosk gave by itself at half past nine."""
    data: dict[str, Any] = {
        "day": DAY,
        "series": "A",
        "ordinal": ordinal,
        "number": f"A{ordinal}",
        "service": "cash",
        "segment": "ordinary",
        "language": "zh_CN",
    }
    return Told(kinds.TICKET_ISSUED, NINE_US + 30 * MINUTE_US, ticket, "", "", data | changes)


def counts(found: Absorbed) -> tuple[int, int, int]:
    return found.taken, found.known, found.kept


def test_what_became_of_slips_comes_over_from_a_stand_in() -> None:
    branch = hall()
    data: dict[str, Any] = {"device": "kiosk-1", "copy": 1, "reason": "printer_paper_out"}
    failed = Told(kinds.PRINT_FAILED, NINE_US + MINUTE_US, "a", "", "", data)
    of_nobody = failed._replace(ticket="nobody")
    without_device = failed._replace(data={"copy": 1, "reason": ""})
    assert counts(take(branch, failed, of_nobody, without_device)) == (1, 0, 2)


def test_a_ticket_of_a_kiosk_waits_since_it_was_taken() -> None:
    branch = hall()
    assert counts(take(branch, slip())) == (1, 0, 0)
    ticket = branch.tickets["k1"]
    assert (ticket.number, ticket.state) == ("A801", TicketState.WAITING)
    assert (ticket.arrived_us, ticket.issued_us) == (NINE_US + 30 * MINUTE_US, TEN_US)


def test_true_times_give_the_true_order() -> None:
    branch = hall()
    late = Told(*slip()._replace(at_us=NINE_US - MINUTE_US))
    take(branch, late)
    called = calling.call_next(branch, TEN_US, counter="1")
    assert called[-1].ticket == "k1"


def test_the_same_journal_again_changes_nothing() -> None:
    branch = hall()
    take(branch, slip())
    again = take(branch, slip())
    assert (again.events, again.last) == ([], 1)


def test_the_rest_of_a_journal_is_taken_from_where_it_stopped() -> None:
    branch = hall()
    take(branch, slip())
    found = take(branch, slip(), slip(802, "k2"))
    assert (counts(found), found.last) == ((1, 0, 0), 2)
    assert set(branch.tickets) == {"a", "b", "c", "k1", "k2"}


def test_a_number_that_somebody_has_is_kept_and_gives_no_ticket() -> None:
    branch = hall()
    found = take(branch, slip(1))
    assert counts(found) == (0, 0, 1)
    assert found.events[0].kind == kinds.JOURNAL_KEPT
    assert '"ordinal":1' in str(found.events[0].data["said"])
    assert set(branch.tickets) == {"a", "b", "c"}


def test_nonsense_is_kept_word_for_word() -> None:
    branch = hall()
    nonsense = [
        slip(day="2020-01-01"),
        slip(service="laundry"),
        slip(segment="royal"),
        slip(number="A999"),
        slip()._replace(data={**slip().data, "ordinal": "801"}),
        slip(needs=["wealth", "cash"]),
        slip(items="many"),
        slip(colour="blue"),
        slip(series="B", number="B801"),
        slip(language="zh\x00CN"),
        slip(ordinal=10**25, number=f"A{10**25}"),
        slip()._replace(at_us=-1),
        Told("ticket.exploded", TEN_US, "a"),
        Told(kinds.TICKET_CLOSED, TEN_US, "nobody", "1", "wang", {"outcome": "done"}),
        Told(kinds.TICKET_CLOSED, TEN_US, "a", "1", "wang", {"outcome": "done"}),
        Told(kinds.TICKET_CALLED, TEN_US, "a", "1", "wang", {"rule": "first"}),
        Told(kinds.COUNTER_CLOSED, TEN_US, "", "9", "wang"),
    ]
    assert counts(take(branch, *nonsense)) == (0, 0, len(nonsense))
    assert {t.state for t in branch.tickets.values()} == {TicketState.WAITING}


def test_nothing_of_a_journal_lies_in_the_future() -> None:
    branch = hall()
    take(branch, slip()._replace(at_us=TEN_US * 2))
    assert branch.tickets["k1"].arrived_us == TEN_US


def test_what_its_author_may_not_tell_is_kept() -> None:
    branch = hall()
    found = take(branch, slip(), may_tell=lambda entry: entry.kind == kinds.TICKET_CLOSED)
    assert counts(found) == (0, 0, 1)


def test_a_counter_that_finished_alone_is_believed() -> None:
    branch = hall()
    do(branch, calling.call_next(branch, NINE_US + 5 * MINUTE_US, counter="1"))
    closed_us = NINE_US + 20 * MINUTE_US
    found = take(
        branch, Told(kinds.TICKET_CLOSED, closed_us, "a", "1", "wang", {"outcome": "done"})
    )
    ticket = branch.tickets["a"]
    assert (ticket.state, ticket.ended_us) == (TicketState.CLOSED, closed_us)
    assert ticket.started_us == NINE_US + 5 * MINUTE_US + 10_000_000  # one walk after the call
    assert [e.kind for e in found.events] == [
        kinds.TICKET_STARTED,
        kinds.TICKET_CLOSED,
        kinds.JOURNAL_TAKEN,
    ]


def test_a_close_that_the_server_knows_is_known() -> None:
    branch = hall()
    do(branch, calling.call_next(branch, NINE_US + 5 * MINUTE_US, counter="1"))
    do(branch, calling.close(branch, NINE_US + 9 * MINUTE_US, ticket="a"))
    entry = Told(kinds.TICKET_CLOSED, TEN_US, "a", "1", "wang", {"outcome": "done"})
    assert counts(take(branch, entry)) == (0, 1, 0)
    assert branch.tickets["a"].ended_us == NINE_US + 9 * MINUTE_US


def test_a_counter_does_not_finish_before_the_call_or_as_it_likes() -> None:
    branch = hall()
    do(branch, calling.call_next(branch, NINE_US + 5 * MINUTE_US, counter="1"))
    early = Told(kinds.TICKET_CLOSED, NINE_US, "a", "1", "wang", {"outcome": "done"})
    odd = Told(kinds.TICKET_CLOSED, TEN_US, "a", "1", "wang", {"outcome": "vanished"})
    assert counts(take(branch, early, odd)) == (0, 0, 2)
    assert branch.tickets["a"].state is TicketState.CALLED


def test_a_journal_without_entries_leaves_its_mark_once() -> None:
    branch = hall()
    assert [event.kind for event in take(branch).events] == [kinds.JOURNAL_TAKEN]
    assert branch.journals == {"s": 0}
    assert take(branch).events == []


def test_what_a_stand_in_was_told_is_known_here_too() -> None:
    """A kiosk that gave its journal there tells it again here."""
    apart = hall()
    found = journal.absorb(
        apart, TEN_US, source="kiosk:1", first=1, entries=[slip(), slip(colour="blue")]
    )
    branch = hall()
    assert counts(take(branch, *map(told, found.events))) == (3, 0, 0)
    assert set(branch.journals) == {"s", "kiosk:1"}
    again = journal.absorb(branch, TEN_US, source="kiosk:1", first=1, entries=[slip()])
    assert again.events == []


def test_a_block_that_was_lent_elsewhere_is_lent_here_unless_it_meets_another() -> None:
    branch = hall()
    elsewhere = numbers.lend_numbers(hall(), NINE_US, holder="kiosk-2", count=50)
    assert counts(take(branch, *map(told, elsewhere))) == (1, 0, 0)
    assert branch.leases == {"kiosk-2": (801, 850)}
    rival = elsewhere[0]._replace(data={**elsewhere[0].data, "holder": "kiosk-3"})
    assert counts(take(branch, told(rival), first=2)) == (0, 0, 1)


def test_a_term_that_lasts_into_another_day_takes_the_branch_along() -> None:
    branch, apart = hall(), hall()
    tomorrow_us = 24 * 60 * MINUTE_US
    log = do(
        apart,
        attendance.open_day(apart, tomorrow_us, day="2026-11-21", midnight_us=tomorrow_us),
    )
    log += do(apart, ticketing.issue(apart, tomorrow_us + NINE_US, ticket="n", service="cash"))
    found = journal.absorb(
        branch, tomorrow_us + TEN_US, source="s", first=1, entries=map(told, log)
    )
    apply(branch, found.events)
    assert (found.kept, branch.day) == (0, "2026-11-21")
    assert [t.number for t in branch.waiting] == ["A001"]


def test_an_unheard_call_is_taken_back_for_one_that_happened() -> None:
    branch = hall()
    apart = hall()
    do(branch, calling.call_next(branch, NINE_US + 4 * MINUTE_US, counter="1"))  # nobody heard it
    really = do(apart, calling.call_next(apart, NINE_US + 6 * MINUTE_US, counter="2"))
    found = take(branch, *map(told, really), unheard=frozenset({"a"}))
    assert [e.kind for e in found.events] == [
        kinds.TICKET_REQUEUED,
        kinds.TICKET_CALLED,
        kinds.JOURNAL_TAKEN,
    ]
    assert (branch.counters["1"].ticket, branch.counters["2"].ticket) == ("", "a")
    assert branch.tickets["a"].called_us == NINE_US + 6 * MINUTE_US


def test_a_counter_kept_by_an_unheard_call_is_free_for_what_happened_there() -> None:
    branch = hall()
    apart = hall()
    do(branch, calling.call_next(branch, NINE_US + 4 * MINUTE_US, counter="1"))
    picked = calling.call_picked(
        apart, NINE_US + 6 * MINUTE_US, counter="1", ticket="b", reason="lead"
    )
    take(branch, *map(told, do(apart, picked)), unheard=frozenset({"a"}))
    assert branch.counters["1"].ticket == "b"
    assert branch.tickets["a"].state is TicketState.WAITING


def test_a_call_that_was_heard_stands_against_a_journal() -> None:
    branch = hall()
    apart = hall()
    do(branch, calling.call_next(branch, NINE_US + 4 * MINUTE_US, counter="1"))
    really = do(apart, calling.call_next(apart, NINE_US + 6 * MINUTE_US, counter="2"))
    assert counts(take(branch, *map(told, really))) == (0, 0, 1)
    assert (branch.counters["1"].ticket, branch.counters["2"].ticket) == ("a", "")


def test_a_call_may_mention_whom_this_log_never_had() -> None:
    branch = hall()
    apart = hall()
    late = slip()._replace(at_us=NINE_US - MINUTE_US)
    apply(apart, [Event(late.kind, late.at_us, TEN_US, late.ticket, data=late.data)])
    picked = calling.call_picked(apart, TEN_US, counter="1", ticket="b", reason="lead")
    assert "k1" in picked[-1].data["passed_over"]  # type: ignore[operator]  # a list
    take(branch, *map(told, picked))
    assert branch.counters["1"].ticket == "b"
    assert branch.tickets["a"].overtaken == 1


class TwoServers(TicketKeys, VisitKeys, HouseKeys):
    """A life that goes on at a stand-in, and comes back to the log that it left."""

    publish = None  # type: ignore[assignment]  # a stand-in publishes no profile

    home: Branch | None = None
    tail: Branch | None = None
    outage = (10_000, 0, False)

    @initialize(when=st.integers(12, 45), calls=st.integers(0, 3), closes=st.booleans())
    def plan_outage(self, when: int, calls: int, closes: bool) -> None:
        self.outage = (when, calls, closes)

    def do(self, command: Command, **arguments: Any) -> None:
        super().do(command, **arguments)
        when, calls, closes = self.outage
        if self.home is None and len(self.log) >= when:
            self.die(calls, closes)

    def die(self, calls: int, closes: bool) -> None:
        """The branch server's last commands were heard by nobody."""
        self.fork = len(self.log)
        self.fork_day = self.branch.day
        self.home = replay(self.branch, self.log)
        self.tail = replay(self.branch, self.log)
        for desk in self.tail.open_counters()[:calls]:
            if closes or not desk.ticket:
                do(self.tail, calling.call_next(self.tail, self.now_us, counter=desk.id))
        self.unheard = frozenset(
            c.ticket
            for c in self.tail.counters.values()
            if c.ticket and c.ticket != self.home.counters[c.id].ticket
        )

    def teardown(self) -> None:
        super().teardown()
        if self.home is None or self.tail is None or self.branch.day != self.fork_day:
            return
        entries = [told(event) for event in self.log[self.fork :]]
        self._comes_home(self.home, entries)
        self._meets_a_tail(self.tail, entries)

    def _comes_home(self, home: Branch, entries: list[Told]) -> None:
        """Nothing had happened there meanwhile: it becomes what the stand-in was."""
        found = journal.absorb(
            home, self.branch.last_us, source="home", first=1, entries=entries, unheard=frozenset()
        )
        assert found.kept == 0
        apply(home, found.events)
        assert bare(home) == bare(self.branch)

    def _meets_a_tail(self, tail: Branch, entries: list[Told]) -> None:
        """Everything is taken, known or kept; nobody is in two places, no ticket is lost."""
        middle = len(entries) // 2
        total = Absorbed()
        for first, part in ((1, entries[:middle]), (1, entries), (1, entries)):
            found = journal.absorb(
                tail,
                self.branch.last_us,
                source="s",
                first=first,
                entries=part,
                unheard=self.unheard,
            )
            apply(tail, found.events)
            total.taken += found.taken
            total.known += found.known
            total.kept += found.kept
        assert total.taken + total.known + total.kept == len(entries)
        assert set(tail.tickets) == set(self.branch.tickets)
        present = [c.ticket for c in tail.counters.values() if c.ticket]
        assert len(present) == len(set(present))
        waiting = [t.id for t in tail.waiting]
        assert len(waiting) == len(set(waiting))
        assert not set(waiting) & set(present)
        for ticket in tail.tickets.values():
            assert (ticket.state in (TicketState.CALLED, TicketState.SERVING)) == (
                ticket.id in present
            )


def replay(branch: Branch, log: list[Event]) -> Branch:
    """The same branch from its log."""
    again = Branch(branch.library["morning"], branch.library)
    apply(again, log)
    return again


KNOWN = (
    *("id", "number", "state", "arrived_us", "called_us", "started_us", "ended_us", "counter"),
    *("staff", "recalls", "returns", "needs", "pool", "until_us", "row", "rating", "outcome"),
)


def bare(branch: Branch) -> object:
    """What a branch knows, without when it was recorded and how many events it took."""
    return (
        [[getattr(t, name) for name in KNOWN] for t in branch.tickets.values()],
        [(c.id, c.state, c.ticket, c.staff, c.is_standby) for c in branch.counters.values()],
        [t.id for t in branch.waiting],
        branch.state,
        sorted(branch.incidents),
        branch.suspended,
    )


TwoServers.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestTwoServers = TwoServers.TestCase
