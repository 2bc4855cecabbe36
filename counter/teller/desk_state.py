"""What is true at this counter, for the window: by snapshots, events, answers, our own hand.

``presenter`` adds what the keys do.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from counter.teller.away import Away, away_of
from counter.teller.day import Day
from counter.teller.help_calls import HelpCall, HelpCalls
from counter.teller.newest import Newest
from counter.teller.own_hand import OwnHand
from counter.teller.reminders import Reminders
from counter.teller.scene import Command, Phase, Scene, counter_in, scene_of
from counter.teller.slip_news import SlipNews
from shared.client.ports import AtCounter, Failure, LobbyClient
from shared.client.refusal import sentence_in
from shared.domain import event as kinds
from shared.i18n import language_code
from shared.protocol.charge import Serving
from shared.protocol.event import EventView
from shared.protocol.lobby import CounterView, LobbyView, NextResult, Session, TicketView


@dataclass(frozen=True, slots=True)
class Message:
    """Why a command was refused: one sentence, in the language of whoever shows it."""

    failure: Failure

    def sentence_in(self, language: str) -> str:
        """The sentence; as the server wrote it where this program does not know the code."""
        known = sentence_in(self.failure.code, self.failure.params, language)
        return known or self.failure.sentence


class DeskState(QObject):
    """State of one teller at one counter; see ``Presenter`` for the signals."""

    changed = Signal()
    languageChanged = Signal(str)
    called = Signal(str)
    helpAsked = Signal()
    leaveEnded = Signal(object)

    def __init__(
        self,
        client: LobbyClient,
        counter: str = "",
        language: str = "zh",
        monotonic: Callable[[], float] = time.monotonic,
        offline: str = "",
    ) -> None:
        """A desk where nobody has signed in yet. ``monotonic``: real seconds, for the guard.

        ``offline``: folder for what is finished while no server decides; empty: nothing is.
        """
        super().__init__()
        self.client = client
        self.counter = counter
        self.staff = ""
        self.language = language_code(language)
        self.session: Session | None = None
        self.is_at_desk = False
        self.message: Message | None = None
        self.pending: Command | None = None
        self.day = Day("", "")
        self.signed_in_at: datetime | None = None
        self._monotonic = monotonic
        self._newest = Newest(monotonic)
        self._help = HelpCalls()
        self.reminders = Reminders()
        self.slips = SlipNews(client)
        self.slips.changed.connect(self._tell)
        self._own = OwnHand(client, offline)
        self._own.changed.connect(self._tell)
        client.at_counter = self._at_counter
        client.servingChanged.connect(self._turned)
        client.lobbyChanged.connect(self._on_lobby)
        client.eventArrived.connect(self._on_event)
        client.onlineChanged.connect(self._tell)
        client.profileChanged.connect(self._tell)
        client.troubled.connect(self._tell)

    def stop(self) -> None:
        """Listen to the client no longer; answers that still come change nothing to be seen."""
        self._own.stop()
        self.slips.stop()
        self.client.at_counter = None
        self.client.servingChanged.disconnect(self._turned)
        self.client.lobbyChanged.disconnect(self._on_lobby)
        self.client.eventArrived.disconnect(self._on_event)
        self.client.onlineChanged.disconnect(self._tell)
        self.client.profileChanged.disconnect(self._tell)
        self.client.troubled.disconnect(self._tell)
        self.blockSignals(True)

    # ------------------------------------------------------------ what is true

    @property
    def scene(self) -> Scene:
        """This moment of the counter."""
        counter = self._present_counter
        ticket = counter.ticket if counter is not None else None
        return scene_of(
            counter,
            self.client.lobby,
            counter_id=self.counter,
            pending=self.pending,
            is_online=self.client.is_served and not self._own.is_telling,
            profile=self.client.profile,
            can_finish=ticket is not None and self._can_finish(ticket),
            heard_at=self.client.last_contact,
        )

    @property
    def _present_counter(self) -> CounterView | None:
        """The counter as it is: by what was done here alone, by an answer, by the snapshot."""
        known = self._own.counter or self._newest.counter
        return known or counter_in(self.client.lobby, self.counter)

    def _can_finish(self, ticket: TicketView) -> bool:
        is_here = self.is_at_desk and self.pending is None and not self.client.is_served
        return is_here and self._own.can_finish(ticket)

    @property
    def away(self) -> Away | None:
        """Why no server decides for this window now; None while one does."""
        return away_of(self.client)

    def _at_counter(self) -> AtCounter | None:
        """For the server: this counter, and who stands there.

        Closed too, while nobody has opened it elsewhere as far as this very server says: its word
        lets the charge pass on at closing time, and begin in the morning.
        """
        if not self.is_at_desk:
            is_ours = self.counter and self.client.is_online and self.scene.phase is Phase.CLOSED
            return AtCounter(self.counter) if is_ours else None
        ticket = self.scene.ticket
        if ticket is None or ticket.called_at is None:
            return AtCounter(self.counter)
        return AtCounter(self.counter, Serving(ticket=ticket.id, called_at=ticket.called_at))

    @property
    def notice(self) -> Message | None:
        """What the sign-in page says: why there is no contact, else the last refusal."""
        if not self.client.is_online and self.client.trouble is not None:
            return Message(self.client.trouble)
        return self.message

    @property
    def help_call(self) -> HelpCall | None:
        """Who asks for help at a kiosk, until it is read or too old."""
        return self._help.newest(self.now())

    def now(self) -> datetime:
        """The branch's clock; in a time-lapse it runs faster than the wall clock."""
        return self.client.now()

    def _begin_day(self, counter: str, staff: str) -> None:
        """Figures of this person at this counter begin now: signed in, or a new business day."""
        self.day = Day(counter, staff)
        self.signed_in_at = self.now()

    def _turned(self) -> None:
        """Another server: what an answer of the first one said is not newer than its snapshot."""
        self._newest.forget()
        self._tell()

    # ------------------------------------------------------------ answers before the snapshot

    def _see(self, counter: CounterView) -> None:
        self._take(counter)

    def _take(self, counter: CounterView) -> None:
        lobby = self.client.lobby
        self._newest.take(counter, lobby.sequence if lobby is not None else 0)

    def _called(self, result: NextResult | None) -> None:
        """The next customer, or None: the counter stands by where the profile wants it."""
        # An earlier answer may still be newer than the snapshot, which shows a closed counter then.
        counter = self._newest.counter or counter_in(self.client.lobby, self.counter)
        if counter is None:
            return
        has_standby = self.client.profile is not None and self.client.profile.calling.has_standby
        update: dict[str, object] = {"ticket": None, "reason": None, "is_standby": has_standby}
        if result is not None:
            update = {"ticket": result.ticket, "reason": result.reason, "is_standby": False}
        self._take(counter.model_copy(update={**update, "since": self.now()}))

    def _changed_ticket(self, ticket: TicketView) -> None:
        counter = self._newest.counter or counter_in(self.client.lobby, self.counter)
        if counter is not None:
            is_here = ticket.state in ("called", "serving")
            update = {"ticket": ticket} if is_here else {"ticket": None, "since": self.now()}
            self._take(counter.model_copy(update=update))

    # ------------------------------------------------------------ news

    def _on_lobby(self, lobby: LobbyView) -> None:
        self._newest.caught_up(lobby.sequence, counter_in(lobby, self.counter))
        if self.pending is not Command.HOLD:
            self.reminders.keep(lobby.held)
        ticket = self.scene.ticket
        if ticket is not None:
            self.day.know(ticket.id, ticket.service, ticket.started_at)
        present = counter_in(lobby, self.counter)
        if present is not None and present.staff == self.day.staff:
            self.day.is_training = present.is_trainee
        self._tell()

    def _on_event(self, event: EventView) -> None:
        if event.kind == kinds.DAY_OPENED and self.signed_in_at is not None:
            self._begin_day(self.day.counter, self.day.staff)
        self.day.note(event)
        if event.counter == self.counter:
            self._newest.happened(event.sequence)
            if event.kind == kinds.TICKET_CALLED and self._came_by_itself(event):
                self.called.emit(event.number)
        if event.kind == kinds.HELP_ASKED and self._help.note(event, self.now()):
            self.helpAsked.emit()
            self._tell()
        if event.kind == kinds.HELP_ANSWERED:
            self._help.answered(event)
            self._tell()
        if event.kind in _COUNTED:
            self._tell()

    def _came_by_itself(self, event: EventView) -> bool:
        """Whether this call was made because the counter stood by, not by a key of this window."""
        if event.data.get("rule") == "standby":
            return True
        return self.scene.phase is Phase.STANDBY and self.scene.pending is None

    def _tell(self, *_news: object) -> None:
        self.changed.emit()


_COUNTED = (
    kinds.DAY_OPENED,
    kinds.TICKET_CLOSED,
    kinds.TICKET_TRANSFERRED,
    kinds.TICKET_RATED,
    kinds.TICKET_NO_SHOW,
)
