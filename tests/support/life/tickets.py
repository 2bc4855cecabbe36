"""Keys of the machine at the door and at the counters: issue, call, recall, close, absent."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from shared.domain import calling, regrouping, ticketing
from shared.domain.ticket import AT_COUNTER, TicketState
from tests.support.life.draws import COUNTERS, CUSTOMERS, PICK, SEGMENTS, SERVICES, USUAL
from tests.support.life.executor import Executor
from tests.support.life.rules import MINUTE_US

WHERE = st.sampled_from(["1", "2", "3", "come"])


class TicketKeys(Executor):
    """The usual life of a ticket."""

    @rule(
        service=USUAL,
        segment=SEGMENTS,
        more=st.lists(USUAL, max_size=3, unique=True),
        items=st.sampled_from([1, 1, 12]),
        customer=CUSTOMERS,
        counter=st.sampled_from(["", "", "", "1", "3"]),
        person=st.sampled_from(["", "", "", "wang", "zhang"]),
        late_us=st.sampled_from([None, None, 3 * MINUTE_US]),
    )
    def issue(
        self,
        service: str,
        segment: str,
        more: list[str],
        items: int,
        customer: str,
        counter: str,
        person: str,
        late_us: int | None,
    ) -> None:
        self.do(
            ticketing.issue,
            ticket=self.new(),
            service=service,
            segment=segment,
            more_needs=[need for need in more if need != service],
            items=items,
            customer=customer,
            counter=counter,
            person=person,
            arrived_us=None if late_us is None else self.now_us - late_us,
        )

    @rule(service=SERVICES, segment=SEGMENTS, customer=CUSTOMERS)
    def issue_plain(self, service: str, segment: str, customer: str) -> None:
        self.comes(service, segment, customer)

    @rule(
        work=st.lists(
            st.tuples(WHERE, USUAL, SEGMENTS, CUSTOMERS, st.integers(0, 9)),
            min_size=2,
            max_size=8,
        )
    )
    def a_while_of_work(self, work: list[tuple[str, str, str, str, int]]) -> None:
        """People come and are called, some minutes apart."""
        for where, service, segment, customer, minutes in work:
            self.now_us += minutes * MINUTE_US
            self.live()
            if where == "come":
                self.comes(service, segment, customer)
            else:
                self.call_next(where)

    @rule(pick=PICK, key=st.sampled_from(["cancel", "rate", "divert", "promise"]))
    def at_the_door(self, pick: int, key: str) -> None:
        found = self.one(pick)
        if found is None:
            return
        if key == "cancel":
            self.do(ticketing.cancel, ticket=found.id)
        elif key == "rate":
            self.do(ticketing.rate, ticket=found.id, score=5)
        elif key == "divert":
            self.do(regrouping.divert, ticket=found.id, way="machine", by="lead")
        else:
            window = {"from_us": self.now_us, "until_us": self.now_us + 9}
            self.do(regrouping.promise, ticket=found.id, basis=self.branch.sequence, **window)

    @rule(counter=COUNTERS)
    def call_next(self, counter: str) -> None:
        self.do(calling.call_next, counter=counter)

    @rule(counter=COUNTERS, pick=PICK)
    def call_picked(self, counter: str, pick: int) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.HELD)
        if found is not None:
            self.do(calling.call_picked, counter=counter, ticket=found.id, reason="lead")

    @rule(pick=PICK, key=st.sampled_from(["recall", "start", "no_show", "close", "whole"]))
    def at_the_counter(self, pick: int, key: str) -> None:
        found = self.one(pick, *AT_COUNTER)
        if found is None:
            return
        if key == "whole":
            self.do(calling.close, ticket=found.id, whole_visit=True)
        else:
            self.do(getattr(calling, key), ticket=found.id)

    @rule(pick=PICK)
    def does_not_come(self, pick: int) -> None:
        found = self.one(pick, TicketState.CALLED)
        if found is not None:
            self.do(calling.recall, ticket=found.id)
            self.do(calling.no_show, ticket=found.id)

    @rule(pick=PICK)
    def comes_back(self, pick: int) -> None:
        found = self.one(pick, TicketState.NO_SHOW)
        if found is not None:
            self.do(calling.return_, ticket=found.id)
