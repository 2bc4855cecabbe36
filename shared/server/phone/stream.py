"""The state of one ticket, again whenever it changes."""

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

from shared.domain.errors import EnvironmentFailed, LobbyError
from shared.protocol.lobby import PhoneView
from shared.server.house import House
from shared.server.hub import Subscription
from shared.server.running import look
from shared.server.stream import BEAT_S, beat
from shared.services.phoning import phone_page


class PhoneStream:
    """Server-sent states of a ticket. Each connection begins with the present one."""

    def __init__(
        self, house: House, branch: str, ticket: str, is_gone: Callable[[], Awaitable[bool]]
    ) -> None:
        """``is_gone`` tells that nobody listens any more."""
        self._house = house
        self._branch = branch
        self._ticket = ticket
        self._is_gone = is_gone
        self._shown: PhoneView | None = None

    async def states(self) -> AsyncGenerator[str, None]:
        """The text of the stream; "gone" ends it when the ticket is none of today any more."""
        subscription = self._house.hub.subscribe(self._branch)
        try:
            yield beat(self._house)
            while True:
                try:
                    if text := await self._change():
                        yield text
                except EnvironmentFailed:
                    return  # the ticket is as good as before: the page stays and comes back
                except LobbyError:
                    yield "event: gone\ndata: {}\n\n"
                    return
                async for text in self._quiet(subscription):
                    yield text
                if await self._is_gone() or self._house.hub.is_closed:
                    return
        finally:
            self._house.hub.unsubscribe(self._branch, subscription)

    async def _quiet(self, subscription: Subscription) -> AsyncIterator[str]:
        """Beats until something happens in the branch, or nobody listens any more."""
        while not await self._is_gone():
            try:
                await subscription.get(BEAT_S)
            except TimeoutError:
                yield beat(self._house)
                continue
            subscription.drop()  # one look at the lobby covers everything that has happened
            return

    async def _change(self) -> str:
        """The present state, if it is another than the one shown."""
        view: PhoneView = await look(
            self._house,
            self._branch,
            lambda lobby, now: phone_page(
                lobby, now, self._ticket, self._house.forecasts.latest(self._branch)
            ),
        )
        same = self._shown and view.model_copy(
            update={"now": self._shown.now, "sequence": self._shown.sequence}
        )
        if same == self._shown and self._shown is not None:
            return ""
        self._shown = view
        return f"id: {view.sequence}\nevent: state\ndata: {view.model_dump_json()}\n\n"
