"""Keys of the machine for the house: counters, incidents, another profile."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from shared.domain import attendance, incident
from shared.domain.event import PROFILE_PUBLISHED, Event
from tests.support.life.draws import COUNTERS, OFTEN, PICK, SERVICES, STAFF, USUAL
from tests.support.life.executor import Executor
from tests.support.life.rules import MINUTE_US, PLANS


class HouseKeys(Executor):
    """What the people in charge do."""

    @rule(
        counter=COUNTERS,
        staff=STAFF,
        skills=st.sampled_from([None, None, ("cash", "wealth"), ("card",)]),
        mentor=st.sampled_from(["", "", "li"]),
    )
    def open_counter(
        self, counter: str, staff: str, skills: tuple[str, ...] | None, mentor: str
    ) -> None:
        self.do(attendance.open_counter, counter=counter, staff=staff, skills=skills, mentor=mentor)

    @rule(counter=COUNTERS, key=st.sampled_from(["pause", "close", "drop", "plan", "plan_close"]))
    def leave_or_plan(self, counter: str, key: str) -> None:
        if key == "pause":
            self.do(attendance.pause_counter, counter=counter, reason="lunch")
        elif key == "close":
            self.do(attendance.close_counter, counter=counter)
        elif key == "drop":
            self.do(attendance.drop_plan, counter=counter)
        else:
            reason = "lunch" if key == "plan" else ""
            self.do(attendance.plan_pause, counter=counter, reason=reason)

    @rule(counter=COUNTERS, minutes=st.sampled_from([1, 17]))
    def plan_at(self, counter: str, minutes: int) -> None:
        at_us = self.now_us + minutes * MINUTE_US
        until_us = at_us + 30 * MINUTE_US
        self.do(
            attendance.plan_pause, counter=counter, reason="lunch", at_us=at_us, until_us=until_us
        )

    @rule(counter=COUNTERS, services=st.sets(SERVICES, max_size=3))
    def set_services(self, counter: str, services: set[str]) -> None:
        self.do(attendance.set_services, counter=counter, services=sorted(services))

    @rule(
        reason=st.sampled_from(["system", "cash"]),
        services=st.sampled_from([(), ("cash",), ("wealth", "card"), ("wealth", "wealth")]),
        often=OFTEN,
    )
    def declare(self, reason: str, services: tuple[str, ...], often: int) -> None:
        if often == 0:
            self.do(
                incident.declare, incident=self.new("i"), reason=reason, services=services, by="m"
            )

    @rule(pick=PICK)
    def end_incident(self, pick: int) -> None:
        going_on = list(self.branch.incidents)
        if going_on:
            self.do(incident.end, incident=going_on[pick % len(going_on)], by="m")

    @rule(service=USUAL)
    def resume_service(self, service: str) -> None:
        self.do(incident.resume_service, service=service, by="m")

    @rule(often=OFTEN, name=st.sampled_from(sorted(PLANS)))
    def publish(self, often: int, name: str) -> None:
        rules = self.branch.library[name]
        named = {s for t in self.branch.tickets.values() for s in (t.service, *t.needs)}
        named |= self.branch.suspended.keys()
        served = {
            s.id
            for s in self.branch.rules.services
            for c in self.branch.counters.values()
            if c.services_mask >> s.index & 1
        }
        if often == 0 and named | served <= rules.service_index.keys():
            at_us = self.branch.stamp(self.now_us)
            event = Event(PROFILE_PUBLISHED, at_us, at_us, data={"profile": name, "version": name})
            self.do(lambda _branch, _now: [event])
