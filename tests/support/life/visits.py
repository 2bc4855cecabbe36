"""Keys of the machine for visits: hold, resume, defer, send on, reclassify, join, split."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from shared.domain import regrouping, visiting
from shared.domain.ticket import AT_COUNTER, TicketState
from tests.support.life.draws import PICK, POOLS, SEGMENTS
from tests.support.life.executor import Executor


class VisitKeys(Executor):
    """What happens to a visit that does not end at its first counter."""

    @rule(pick=PICK, pool=POOLS)
    def hold(self, pick: int, pool: str) -> None:
        found = self.one(pick, *AT_COUNTER)
        if found is not None:
            self.do(visiting.hold, ticket=found.id, pool=pool)

    @rule(pick=PICK, staff=st.sampled_from(["", "wang", "li"]), counter=st.sampled_from(["", "1"]))
    def resume(self, pick: int, staff: str, counter: str) -> None:
        found = self.one(pick, TicketState.HELD)
        if found is not None:
            self.do(visiting.resume, ticket=found.id, staff=staff, counter=counter)

    @rule(pick=PICK, minutes=st.sampled_from([1, 10, 61]))
    def defer(self, pick: int, minutes: int) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.CALLED)
        if found is not None:
            self.do(visiting.defer, ticket=found.id, minutes=minutes)

    @rule(
        pick=PICK,
        service=st.sampled_from(["", "cash", "wealth", "loan"]),
        counter=st.sampled_from(["", "", "1", "2", "3"]),
        person=st.sampled_from(["", "", "li", "zhang"]),
    )
    def transfer(self, pick: int, service: str, counter: str, person: str) -> None:
        found = self.one(pick, TicketState.WAITING, *AT_COUNTER)
        if found is not None:
            self.do(
                visiting.transfer,
                ticket=found.id,
                service=service,
                counter=counter,
                person=person,
            )

    @rule(pick=PICK, service=st.sampled_from(["", "card"]))
    def next_need(self, pick: int, service: str) -> None:
        found = self.one(pick, *AT_COUNTER)
        if found is not None:
            self.do(visiting.next_need, ticket=found.id, service=service)

    @rule(pick=PICK, service=st.sampled_from(["", "cash", "wealth"]), segment=SEGMENTS)
    def reclassify(self, pick: int, service: str, segment: str) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.HELD, *AT_COUNTER)
        if found is not None:
            self.do(
                regrouping.reclassify, ticket=found.id, by="lead", service=service, segment=segment
            )

    @rule(pick=PICK, other=PICK)
    def join(self, pick: int, other: int) -> None:
        found = self.one(pick, TicketState.WAITING, TicketState.HELD, *AT_COUNTER)
        companion = self.one(other, TicketState.WAITING, TicketState.HELD)
        if found is not None and companion is not None:
            self.do(regrouping.join, ticket=found.id, companion=companion.id)

    @rule(pick=PICK)
    def split_companion(self, pick: int) -> None:
        joined = [t for t in self.branch.tickets.values() if t.joined_to]
        if joined:
            found = joined[pick % len(joined)]
            self.do(regrouping.split_companion, ticket=found.joined_to, companion=found.id)

    @rule(pick=PICK, which=st.integers(0, 2))
    def split_need(self, pick: int, which: int) -> None:
        several = [t for t in self.branch.tickets.values() if len(t.needs) > 1]
        if several:
            found = several[pick % len(several)]
            service = found.needs[which % len(found.needs)]
            self.do(regrouping.split_need, ticket=found.id, service=service, new_ticket=self.new())
