"""Follows branches by their events and answers one look at a time."""

from shared.domain.errors import LobbyError
from shared.rollout.windows.packing import unpack
from shared.rollout.windows.replica import Gap, Replica
from shared.rollout.windows.suppose import Wondered
from shared.server.forecasting.asking import Answer, Asked, Look, Lost, Meet, Suppose, Supposed


class Looker:
    """The branches that were introduced."""

    def __init__(self) -> None:
        """None yet."""
        self._replicas: dict[str, Replica] = {}

    def hear(self, asked: Asked) -> Answer | None:
        """The answer, if there is one to this."""
        match asked:
            case Meet():
                self._replicas[asked.branch] = Replica(
                    unpack(asked.packed), asked.profile, asked.learned, asked.correction
                )
                return None
            case Look():
                return self._look(asked)
            case Suppose():
                return self._suppose(asked)

    def _suppose(self, asked: Suppose) -> Answer:
        replica = self._replicas.get(asked.branch)
        if replica is None:
            return Lost(asked.branch)
        question = Wondered(asked.counter, asked.over_us, asked.ahead_us)
        return Supposed(replica.suppose(question, asked.at_us))

    def _look(self, asked: Look) -> Answer:
        replica = self._replicas.get(asked.branch)
        if replica is None:
            return Lost(asked.branch)
        try:
            replica.follow(asked.first, asked.events)
        except (Gap, LobbyError, KeyError):  # a state that is not the server's is no use
            del self._replicas[asked.branch]
            return Lost(asked.branch)
        return replica.foretell(asked.at_us)
