"""Made-up customers of a practice branch: they come at a chosen pace, and some do not stay."""

import math
import random
from typing import Final

from shared.domain.errors import LobbyError
from shared.domain.ticket import TicketState
from shared.protocol.command import CancelTicket, IssueTicket
from shared.server.house import House
from shared.services import ticketing
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.store.job import Command

#: Nobody learns anything from a longer queue.
WAITING_MAX: Final = 40
#: How long people stay, on average; exponential, as the scenarios have it.
PATIENCE_MEAN_S: Final = 30 * 60.0
ORDINARY_SHARE: Final = 0.75
ENGLISH_SHARE: Final = 0.05
PACE_PER_HOUR: Final = 24.0


class Crowd:
    """Who comes to one practice branch. Arrivals are a Poisson process of ``per_hour``."""

    def __init__(self, house: House, chance: random.Random | None = None) -> None:
        """Nobody has come yet."""
        self._house = house
        self._chance = chance or random.Random()
        self.per_hour = PACE_PER_HOUR
        self._leaves_us: dict[str, int] = {}
        self._last_us = house.clock.now_us()

    def step(self) -> None:
        """Everybody who came since the last step, and everybody who had enough of waiting."""
        now_us = self._house.clock.now_us()
        passed_h = max(0.0, (now_us - self._last_us) / 3.6e9)
        self._last_us = now_us
        for branch in self._house.branches:
            for _ in range(self._how_many(self.per_hour * passed_h)):
                self._house.writer.submit(Command(branch, self._come))
            self._house.writer.submit(Command(branch, self._leave))

    def _how_many(self, mean: float) -> int:
        """A Poisson number (Knuth's product of uniforms)."""
        limit, product, count = math.exp(-min(mean, 50.0)), self._chance.random(), 0
        while product > limit:
            product *= self._chance.random()
            count += 1
        return count

    def _come(self, lobby: Lobby, now_us: int) -> Decision:
        if len(lobby.branch.waiting) >= WAITING_MAX:
            return Decision([], lambda _after: None)
        request = self._wish(lobby)
        try:
            decision = ticketing.issue(
                lobby, now_us, request, self._house.ids, lambda _token: "about:blank"
            )
        except LobbyError:  # closed, suspended: as for anybody
            return Decision([], lambda _after: None)
        stays_us = round(self._chance.expovariate(1 / PATIENCE_MEAN_S) * 1e6)
        self._leaves_us[decision.events[0].ticket] = now_us + stays_us
        return decision

    def _wish(self, lobby: Lobby) -> IssueTicket:
        rules, chance = lobby.branch.rules, self._chance
        segments = [s.id for s in lobby.profile.segments if s.kind != "ordinary"]
        usual = next((s.id for s in lobby.profile.segments if s.kind == "ordinary"), None)
        is_usual = not segments or chance.random() < ORDINARY_SHARE
        segment = usual if is_usual else chance.choice(segments)
        return IssueTicket(
            service=chance.choice(rules.services).id,
            segment=segment,
            language="en" if chance.random() < ENGLISH_SHARE else "zh_CN",
        )

    def _leave(self, lobby: Lobby, now_us: int) -> Decision:
        """One at a time: the next step is a second away."""
        for name, at_us in list(self._leaves_us.items()):
            ticket = lobby.branch.tickets.get(name)
            if ticket is None or ticket.state is not TicketState.WAITING:
                del self._leaves_us[name]
            elif at_us <= now_us:
                del self._leaves_us[name]
                return ticketing.cancel(lobby, now_us, name, CancelTicket(reason="balked"))
        return Decision([], lambda _after: None)
