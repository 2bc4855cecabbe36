"""How a route runs a command and how it looks at the lobby."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from fastapi.responses import Response

from shared.server.dependencies import Branch, IdempotencyKey, house_of
from shared.server.house import House
from shared.server.metrics import Outcome
from shared.services.actor import Actor, refuse_by_stand_in
from shared.services.decision import Decide, Decision
from shared.services.lobby import Lobby
from shared.store.job import Beside, Command, Done

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs a command of one request; with its Idempotency-Key a repeated one is answered alike."""

    house: House
    branch: str
    request: Request
    key: str

    async def run(
        self, actor: Actor, decide: Decide, status: int = 200, beside: Beside | None = None
    ) -> Response:
        """The answer as JSON with this status; 204 when the answer is empty.

        ``beside``: what else is written in the same transaction.

        Raises:
            LobbyError: what the rule, the store or the server says.
        """
        digest = await self._digest(actor) if self.key else ""
        done = await self._measured(Command(self.branch, decide, self.key, digest, beside=beside))
        headers = {"Idempotency-Replayed": "true"} if done.is_repeated else None
        if done.body is None:
            return Response(status_code=204, headers=headers)
        return Response(done.body, status, headers, "application/json")

    async def run_at_branch(
        self, actor: Actor, decide: Decide, status: int = 200, beside: Beside | None = None
    ) -> Response:
        """The same for what a stand-in leaves alone.

        Raises:
            LobbyError: as ``run``; NotByStandIn.
        """

        def decide_there(lobby: Lobby, now_us: int) -> Decision:
            refuse_by_stand_in(lobby)
            return decide(lobby, now_us)

        return await self.run(actor, decide_there, status, beside)

    async def _measured(self, command: Command) -> Done:
        """What came of the command; how long it took is counted under the name of the route."""
        name, began_s = self.request.scope["endpoint"].__name__, time.monotonic()
        answered = self.house.writer.submit(command)
        try:
            return await asyncio.wrap_future(answered)
        finally:
            self.house.metrics.count(name, Outcome.of(answered), time.monotonic() - began_s)

    async def _digest(self, actor: Actor) -> str:
        """What makes this request another than one before: caller, address and body.

        Keyed, since address and body may hold a code or a customer's reference.
        """
        body = await self.request.body()
        place = f"{self.request.method} {self.request.url.path}"
        caller = f"{actor.device} {actor.staff}"
        return self.house.pseudonyms.request(caller.encode(), place.encode(), body)


async def runner(
    branch: Branch, request: Request, idempotency_key: IdempotencyKey = None
) -> Runner:
    """The runner of this request."""
    return Runner(house_of(request), branch, request, idempotency_key or "")


Running = Annotated[Runner, Depends(runner)]


async def look(house: House, branch: str, see: Callable[[Lobby, int], Seen]) -> Seen:
    """What ``see(lobby, now_us)`` finds in the committed state.

    Raises:
        LobbyError: what ``see`` or the store says.
    """
    seen: Seen = await asyncio.wrap_future(house.writer.look(branch, see))
    return seen


async def survey(house: House, see: Callable[[list[Lobby]], Seen]) -> Seen:
    """What ``see(lobbies)`` finds in the committed state of the branches in use.

    Raises:
        ServerStopping.
    """
    seen: Seen = await asyncio.wrap_future(house.writer.survey(see))
    return seen
