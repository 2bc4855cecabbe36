"""Tells the hall of an incident aloud: when it begins, and again from time to time."""

import time
from collections.abc import Callable

from kiosk.board.voice.announcer import Announcement, Announcer
from shared.client.ports import LobbyClient


class IncidentVoice:
    """Watches the snapshot's incidents; ``look`` is called at each snapshot and tick.

    The time between two announcements is real time: people listen in it.
    """

    def __init__(
        self,
        client: LobbyClient,
        announcer: Announcer,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._announcer = announcer
        self._monotonic_s = monotonic_s
        self._said_s: dict[str, float] = {}

    def look(self) -> None:
        """Say what is new, and again what has not been said for so long."""
        lobby, profile = self._client.lobby, self._client.profile
        if lobby is None or profile is None:
            return
        going_on = {incident.id: incident for incident in lobby.incidents}
        self._said_s = {name: at for name, at in self._said_s.items() if name in going_on}
        every_s = profile.voice.incident_every_min * 60
        now_s = self._monotonic_s()
        for incident in going_on.values():
            said_s = self._said_s.get(incident.id)
            is_due = said_s is None or (every_s > 0 and now_s - said_s >= every_s)
            if is_due:
                self._said_s[incident.id] = now_s
                self._announcer.add(_news(lobby.sequence, incident.reason))


def _news(sequence: int, reason: str) -> Announcement:
    return Announcement(sequence, ticket="", number="", counter="", reason=reason)
