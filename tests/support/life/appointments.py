"""Keys of the machine for appointments: book, change, cancel, check in."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from shared.domain import booking
from tests.support.life.draws import PICK, SEGMENTS
from tests.support.life.executor import FIRST_DAY, Executor
from tests.support.life.rules import DAY_US, HOUR_US, MINUTE_US


class AppointmentKeys(Executor):
    """What customers do with a booking."""

    @rule(
        ahead=st.sampled_from([0, 0, 1, 2, 3]),
        slot=st.integers(0, 18),
        segment=SEGMENTS,
        person=st.sampled_from(["", "wang"]),
    )
    def book_a_time(self, ahead: int, slot: int, segment: str, person: str) -> None:
        day, midnight_us = self._day(ahead)
        name = self.new("b")
        self.do(
            booking.book,
            appointment=name,
            code_digest=name,
            service="wealth",
            segment=segment,
            day=day,
            midnight_us=midnight_us,
            due_us=self._slot_us(midnight_us, slot),
            person=person,
        )

    @rule(
        pick=PICK,
        key=st.sampled_from(["change", "cancel", "in", "in"]),
        slot=st.integers(0, 18),
        ahead=st.sampled_from([0, 1]),
    )
    def appointment(self, pick: int, key: str, slot: int, ahead: int) -> None:
        codes = [*self.branch.appointments, "nobody"]
        code = codes[pick % len(codes)]
        if key == "in":
            self.do(booking.check_in, code_digest=code, ticket=self.new())
        elif key == "cancel":
            self.do(booking.cancel_booking, code_digest=code)
        else:
            day, midnight_us = self._day(ahead)
            due_us = self._slot_us(midnight_us, slot)
            self.do(
                booking.change, code_digest=code, day=day, midnight_us=midnight_us, due_us=due_us
            )

    @rule(pick=PICK, late_min=st.sampled_from([-20, -15, 0, 5, 6, 15, 16]))
    def comes_for_an_appointment(self, pick: int, late_min: int) -> None:
        day = self.branch.day
        booked = [a for a in self.branch.appointments.values() if a.day == day and not a.ticket]
        if not booked:
            return
        found = booked[pick % len(booked)]
        self.now_us = max(self.now_us, found.due_us + late_min * MINUTE_US)
        self.live()
        self.do(booking.check_in, code_digest=found.code_digest, ticket=self.new())

    def _day(self, ahead: int) -> tuple[str, int]:
        number = self.now_us // DAY_US + ahead
        return (FIRST_DAY + timedelta(days=number)).isoformat(), number * DAY_US

    def _slot_us(self, midnight_us: int, slot: int) -> int:
        """Every other time the slot that comes next, so that somebody checks in."""
        if slot % 2:
            midnight_us, slot = 0, self.now_us // (30 * MINUTE_US) + 1 - 18
        return midnight_us + 9 * HOUR_US + slot * 30 * MINUTE_US
