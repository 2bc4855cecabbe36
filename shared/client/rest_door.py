"""What customers do at the door, over REST: their ways, their appointments."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote, urlencode

from shared.client.commanding import CommandingClient
from shared.client.ports import Reply
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    BookAppointment,
    ChangeAppointment,
    CheckInCustomer,
    SlotsView,
)
from shared.protocol.customer import CustomerView, FindCustomer
from shared.protocol.lobby import TicketIssued
from shared.protocol.triage import AdviceNoted, NoteAdvice, TriageView


class RestDoor(CommandingClient):
    """What is asked and done at the door; ``shared.client.rest`` adds what staff do."""

    def triage(
        self, service: str, segment: str | None = None, missing: Sequence[str] = ()
    ) -> Reply:
        """GET triage."""
        said = {"service": service, "segment": segment or "", "missing": ",".join(missing)}
        return self._send(f"triage?{_query(said)}", None, TriageView, method="GET")

    def note_advice(self, command: NoteAdvice) -> Reply:
        """POST advice."""
        return self._send("advice", command, AdviceNoted)

    def find_customer(self, command: FindCustomer) -> Reply:
        """POST customers/find."""
        return self._send("customers/find", command, CustomerView)

    def slots(self, service: str, day: date | None = None) -> Reply:
        """GET slots."""
        said = {"service": service, "day": day.isoformat() if day else ""}
        return self._send(f"slots?{_query(said)}", None, SlotsView, method="GET")

    def book(self, command: BookAppointment) -> Reply:
        """POST appointments; asked again after no answer it is the same booking."""
        return self._send("appointments", command, AppointmentBooked, is_wish=True)

    def find_appointment(self, code: str) -> Reply:
        """GET appointments/{code}."""
        return self._send(_place(code), None, AppointmentView, method="GET")

    def change_appointment(self, code: str, command: ChangeAppointment) -> Reply:
        """PATCH appointments/{code}."""
        return self._send(_place(code), command, AppointmentView, method="PATCH")

    def cancel_appointment(self, code: str) -> Reply:
        """DELETE appointments/{code}."""
        return self._send(_place(code), None, AppointmentView, method="DELETE")

    def check_in_customer(self, command: CheckInCustomer) -> Reply:
        """POST appointments/check-in; asked again after no answer it is the same check-in."""
        return self._send("appointments/check-in", command, TicketIssued, is_wish=True)

    def check_in(self, code: str) -> Reply:
        """POST appointments/{code}/check-in; asked again after no answer it is the same one."""
        return self._send(f"{_place(code)}/check-in", None, TicketIssued, is_wish=True)


def _place(code: str) -> str:
    return f"appointments/{quote(code, safe='')}"


def _query(said: dict[str, str]) -> str:
    """The part of an address after the question mark; what is empty is left to the server."""
    return urlencode({name: value for name, value in said.items() if value})
