"""Use cases of what head office wants of a branch: book, take back what nobody heard of, publish.

What customers want of an appointment on head office's page goes by its code, as in the branch.

They go through the same rules as what is asked in the branch, and begin in time or not at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from shared.config.profile import Profile
from shared.domain import booking
from shared.domain.appointment import AppointmentState
from shared.domain.errors import RequestInvalid
from shared.domain.reach import ErrandExpired
from shared.protocol.appointment import BookAppointment, ChangeAppointment
from shared.protocol.office import BookRemotely, ByCode, Errand, MoveByCode
from shared.services import appointing, publication
from shared.services.appointing import DigestOf
from shared.services.decision import Decide, Decision
from shared.services.lobby import Lobby
from shared.services.phoning import CUSTOMER
from shared.services.ports import Ids

#: Who cancelled an appointment that was not confirmed to whoever booked it.
BY_OFFICE = "office"


@dataclass(frozen=True, slots=True)
class _NamedIds:
    """Identifiers where the next one is given: by it the booking is found again."""

    name: str
    others: Ids

    def new_id(self) -> str:
        return self.name

    def new_token(self) -> str:
        return self.others.new_token()

    def new_code(self) -> str:
        return self.others.new_code()


def decide_errand(
    errand: Errand, ids: Ids, digest_of: DigestOf, is_late: Callable[[], bool]
) -> Decide:
    """The errand as a use case; the appointment that it books has its identifier.

    Raises (when it is decided):
        ErrandExpired: it is too late, or the branch has an appointment of this name.
        RequestInvalid: another release wrote it. What booking and publishing raise.
    """

    def decide(lobby: Lobby, now_us: int) -> Decision:
        if errand.kind == "withdraw":
            return _withdraw(lobby, now_us, errand.id)
        if is_late() or errand.id in lobby.branch.appointments:
            raise ErrandExpired()
        try:
            return _carry_out(lobby, now_us)
        except ValidationError as error:
            raise RequestInvalid(error.errors()[0]["msg"]) from error

    def _carry_out(lobby: Lobby, now_us: int) -> Decision:
        if errand.kind == "profile":
            return publication.publish(lobby, now_us, Profile.model_validate(errand.body))
        if errand.kind in ("find", "move", "cancel"):
            return _by_code(lobby, now_us, errand, digest_of)
        asked: dict[str, Any] = BookRemotely.model_validate(errand.body).model_dump()
        request = BookAppointment(**asked)
        return appointing.book(lobby, now_us, request, _NamedIds(errand.id, ids), digest_of)

    return decide


def _by_code(lobby: Lobby, now_us: int, errand: Errand, digest_of: DigestOf) -> Decision:
    """Look at, move or cancel the appointment; the code is not kept."""
    if errand.kind == "move":
        wanted = MoveByCode.model_validate(errand.body)
        change = ChangeAppointment(at=wanted.at, service=wanted.service)
        return appointing.change(lobby, now_us, digest_of(wanted.code), change)
    digest = digest_of(ByCode.model_validate(errand.body).code)
    if errand.kind == "cancel":
        return appointing.cancel(lobby, now_us, digest, CUSTOMER)
    appointing.look_up(lobby, digest)
    return Decision([], lambda after: appointing.look_up(after, digest), is_secret=True)


def _withdraw(lobby: Lobby, now_us: int, appointment: str) -> Decision:
    """The place is free again; nothing where it was never booked, or has been used."""
    found = lobby.branch.appointments.get(appointment)
    if found is None or found.state is not AppointmentState.BOOKED:
        return Decision([], lambda _: None)
    events = booking.cancel_booking(
        lobby.branch, now_us, code_digest=found.code_digest, by=BY_OFFICE
    )
    return Decision(events, lambda _: None)
