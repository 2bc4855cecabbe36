"""A branch that stands still, at a quiet minute, for a kiosk that measures itself."""

from datetime import UTC, date, datetime, time, timedelta

from kiosk.speech.speaker import Speaker
from kiosk.ticketing.selftest.answers import appointment, every_way, full_day
from shared.client.known import Memory
from shared.client.ports import LobbyClient
from shared.client.reply import Reply
from shared.config.profile import Profile
from shared.i18n import LANGUAGES
from shared.protocol.appointment import AppointmentBooked, BookAppointment
from shared.protocol.command import Unlock
from shared.protocol.lobby import CounterView, HelpAsked, LobbyView, RushView, Session

NOW = datetime(2026, 11, 24, 10, 12, tzinfo=UTC)


class StillSpeaker(Speaker):
    """Speaks every language, and says nothing: its key is measured like the others."""

    languages = frozenset(LANGUAGES)

    def say(self, text: str, language: str, volume_percent: int) -> None:
        """Nobody listens."""


class StillClient(LobbyClient):
    """In contact, with every counter open; questions are answered, no ticket is ever given."""

    def __init__(self, profile: Profile) -> None:
        """The branch of this profile."""
        super().__init__()
        self.profile = profile
        self.memory = Memory()
        self.is_online = True
        self.last_contact = NOW
        self.lobby = _lobby(profile)

    def now(self) -> datetime:
        """Always the same minute."""
        return NOW

    def start(self) -> None:
        """There is nothing to connect to."""

    def stop(self) -> None:
        """There is nothing to let go of."""

    def show(self, *, is_open: bool = True, is_online: bool = True) -> None:
        """Tickets are given or not; the server is there or not."""
        self.is_online = is_online
        assert self.lobby is not None
        self.lobby = self.lobby.model_copy(update={"is_open": is_open, "rush": None})
        self.lobbyChanged.emit(self.lobby)
        self.onlineChanged.emit(is_online)

    def rush(self) -> None:
        """Many people are at the door."""
        assert self.lobby is not None
        until = NOW + timedelta(minutes=10)
        rush = RushView(until=until, cause="lead")
        self.lobby = self.lobby.model_copy(update={"rush": rush})
        self.lobbyChanged.emit(self.lobby)

    def ask_help(self, *_command: object) -> Reply:
        """Somebody comes."""
        return self._said(HelpAsked(sequence=1))

    def _never(self, *_said: object, **_more: object) -> Reply:
        """A question that stays open."""
        return Reply(self)

    def triage(self, service: str, *_rest: object) -> Reply:
        """Everything that the profile has to say."""
        assert self.profile is not None
        return self._said(every_way(self.profile, service, NOW))

    def slots(self, service: str, day: date | None = None) -> Reply:
        """Many times on every day."""
        asked = day or NOW.date()
        return self._said(full_day(service, asked, datetime.combine(asked, time(), NOW.tzinfo)))

    def find_appointment(self, code: str) -> Reply:
        """One that stands, or, under the code of all the same letters, one that is over."""
        assert self.profile is not None
        state = "no_show" if len(set(code)) == 1 else "booked"
        return self._said(appointment(self.profile.services[0].id, NOW, state))

    def book(self, command: BookAppointment) -> Reply:
        """Booked."""
        booked = appointment(command.service, NOW)
        return self._said(AppointmentBooked(**booked.model_dump(), code="WMWMWM"))

    def unlock(self, command: Unlock) -> Reply:
        """Somebody with a long name."""
        session = Session(
            token="", staff=command.staff, name="欧阳明月", role="lead", expires_at=NOW
        )
        return self._said(session)

    def _said(self, answer: object) -> Reply:
        reply = Reply(self)
        reply.settle(answer)
        return reply

    issue_ticket = sign_out = reprint = tell_prints = note_ticket = note_advice = find_customer = (
        _never
    )


def _lobby(profile: Profile) -> LobbyView:
    counters = (
        CounterView(id=each.id, state="open", services=each.services) for each in profile.counters
    )
    return LobbyView(
        sequence=1,
        branch=profile.branch.id,
        day=f"{NOW:%Y-%m-%d}",
        now=NOW,
        is_open=True,
        waiting=(),
        counters=tuple(counters),
        recent_calls=(),
    )
