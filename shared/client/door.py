"""What customers do at the door beside taking a ticket: ask for their ways, keep appointments.

Part of the port ``shared.client.ports.LobbyClient``.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from shared.client.reply import Reply
from shared.protocol.appointment import BookAppointment, ChangeAppointment, CheckInCustomer
from shared.protocol.customer import FindCustomer
from shared.protocol.triage import NoteAdvice


class Door(QObject):
    """The commands and questions of a customer at a kiosk. Abstract: methods are for subclasses."""

    def triage(
        self, service: str, segment: str | None = None, missing: Sequence[str] = ()
    ) -> Reply:
        """The ways that are open for a service, without these documents: ``TriageView``."""
        raise NotImplementedError

    def note_advice(self, command: NoteAdvice) -> Reply:
        """Ways were shown, and one of them was taken or none: ``AdviceNoted``."""
        raise NotImplementedError

    def find_customer(self, command: FindCustomer) -> Reply:
        """Which segment a card, a code or a number belongs to: ``CustomerView``."""
        raise NotImplementedError

    def slots(self, service: str, day: date | None = None) -> Reply:
        """The times of a day (default: today) that may be booked: ``SlotsView``."""
        raise NotImplementedError

    def book(self, command: BookAppointment) -> Reply:
        """An appointment; its code is told once: ``AppointmentBooked``."""
        raise NotImplementedError

    def find_appointment(self, code: str) -> Reply:
        """The appointment under a code: ``AppointmentView``."""
        raise NotImplementedError

    def change_appointment(self, code: str, command: ChangeAppointment) -> Reply:
        """Another time or service under the same code: ``AppointmentView``."""
        raise NotImplementedError

    def cancel_appointment(self, code: str) -> Reply:
        """The place is free again: ``AppointmentView``."""
        raise NotImplementedError

    def check_in_customer(self, command: CheckInCustomer) -> Reply:
        """Who has booked under this reference is here: ``TicketIssued``."""
        raise NotImplementedError

    def check_in(self, code: str) -> Reply:
        """Who has booked is here: ``TicketIssued``."""
        raise NotImplementedError
