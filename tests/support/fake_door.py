"""The customer's half of the fake client: ways, slots and appointments that a test says."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from shared.client.ports import LobbyClient, Reply
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    BookAppointment,
    ChangeAppointment,
    CheckInCustomer,
    SlotsView,
    SlotView,
)
from shared.protocol.customer import CustomerView, FindCustomer
from shared.protocol.triage import AdviceNoted, NoteAdvice, OfferView, TriageView, Words
from tests.support import view

CODE = "K7M3PX"


def counter_only(service: str, segment: str = "ordinary") -> TriageView:
    """Nothing to have ready, and no way but the counter."""
    offer = OfferView(
        way="counter",
        reason="usual",
        words=Words(zh="取号排队", en="Take a ticket for the counter"),
        is_recommended=True,
    )
    return TriageView(
        service=service, segment=segment, asks_documents=True, documents=(), offers=(offer,)
    )


class FakeDoor(LobbyClient):
    """What ``tests.support.fake_client`` answers at the door; ``appointments`` by code."""

    clock: datetime
    appointments: dict[str, AppointmentView]

    def triage(
        self, service: str, segment: str | None = None, missing: Sequence[str] = ()
    ) -> Reply:
        """The counter only, unless the test prepares more."""
        return self._reply(
            "triage",
            lambda: counter_only(service, segment or "ordinary"),
            service,
            segment,
            tuple(missing),
        )

    def note_advice(self, command: NoteAdvice) -> Reply:
        """Noted."""
        return self._reply("note_advice", lambda: AdviceNoted(sequence=101), command)

    def find_customer(self, command: FindCustomer) -> Reply:
        """Unknown."""
        return self._reply("find_customer", lambda: CustomerView(is_known=False), command)

    def slots(self, service: str, day: date | None = None) -> Reply:
        """Every half hour from 10:30 to 16:00; 11:30, 13:30 and 16:00 are full; none on Sundays."""

        def answer() -> SlotsView:
            asked = day or self.clock.date()
            midnight = datetime.combine(asked, time(), self.clock.tzinfo)
            times = [midnight + timedelta(hours=10, minutes=30 * n) for n in range(1, 13)]
            full = {"11:30", "13:30", "16:00"}
            shown = [SlotView(at=at, free=f"{at:%H:%M}" not in full) for at in times]
            return SlotsView(
                service=service,
                day=asked.isoformat(),
                slots=() if asked.isoweekday() == 7 else tuple(shown),
            )

        return self._reply("slots", answer, service, day)

    def book(self, command: BookAppointment) -> Reply:
        """Done, always under the same code."""

        def answer() -> AppointmentBooked:
            booked = view.appointment(
                service=command.service, at=command.at, language=command.language
            )
            self.appointments[CODE] = booked
            return AppointmentBooked(**booked.model_dump(), code=CODE)

        return self._reply("book", answer, command)

    def find_appointment(self, code: str) -> Reply:
        """What was booked, or the refusal of a real server."""
        return self._reply("find_appointment", lambda: self._found(code), code)

    def change_appointment(self, code: str, command: ChangeAppointment) -> Reply:
        """Moved."""

        def answer() -> object:
            found = self._found(code)
            if isinstance(found, AppointmentView) and command.at is not None:
                moved = view.appointment(service=found.service, at=command.at, changes=1)
                self.appointments[code] = moved
                return moved
            return found

        return self._reply("change_appointment", answer, code, command)

    def cancel_appointment(self, code: str) -> Reply:
        """Cancelled."""

        def answer() -> object:
            found = self._found(code)
            if isinstance(found, AppointmentView):
                self.appointments[code] = found.model_copy(update={"state": "cancelled"})
                return self.appointments[code]
            return found

        return self._reply("cancel_appointment", answer, code)

    def check_in_customer(self, command: CheckInCustomer) -> Reply:
        """The test's only appointment, for whatever number."""

        def answer() -> object:
            found = next(iter(self.appointments.values()), None)
            if found is None:
                return view.APPOINTMENT_UNKNOWN
            return view.issued("Y001", people_ahead=0, service=found.service, due_at=found.at)

        return self._reply("check_in_customer", answer, command)

    def check_in(self, code: str) -> Reply:
        """A ticket for what was booked."""

        def answer() -> object:
            found = self._found(code)
            if not isinstance(found, AppointmentView):
                return found
            return view.issued("Y001", people_ahead=0, service=found.service, due_at=found.at)

        return self._reply("check_in", answer, code)

    def _found(self, code: str) -> object:
        return self.appointments.get(code, view.APPOINTMENT_UNKNOWN)

    def _reply(self, name: str, usual: Callable[[], object], *arguments: object) -> Reply:
        """How the fake answers: see ``FakeClient``."""
        raise NotImplementedError
