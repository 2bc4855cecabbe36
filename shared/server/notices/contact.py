"""A telephone number on its way into the database: sealed with a key of its day."""

from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool

from shared.config.profile import Profile
from shared.domain.refused import NoticesOff
from shared.protocol.notice import WantNotice
from shared.server.house import House
from shared.server.running import look
from shared.services.case_text import CaseText
from shared.services.day import local_day
from shared.services.lobby import Entry
from shared.store.job import Beside
from shared.store.notice import contact_key, keep_contact
from shared.store.unit_of_work import UnitOfWork


def is_offered(house: House, profile: Profile) -> bool:
    """Whether customers may leave a number: the profile that holds and the server have to agree."""
    return house.courier.is_sending and profile.phone.notices


async def contact(house: House, branch: str, ticket: str, request: WantNotice) -> Beside:
    """What writes the number down in the transaction of its event.

    Raises:
        NoticesOff, StoreUnavailable.
    """
    if not is_offered(house, await look(house, branch, lambda lobby, _: lobby.profile)):
        raise NoticesOff()
    day = local_day(house.clock.now_us(), house.zone(branch)).day
    said = CaseText("", request.number.strip())
    sealed = await run_in_threadpool(house.texts.seal, branch, ticket, day, said, contact_key(day))

    def beside(work: UnitOfWork, entries: Sequence[Entry]) -> None:
        if entries:
            keep_contact(work, ticket, sealed, entries[-1].sequence)

    return beside
