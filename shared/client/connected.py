"""Contact with the branch: its snapshot, its events, its clock, and which server they come from."""

from collections.abc import Callable
from datetime import datetime

from pydantic import BaseModel
from PySide6.QtCore import QObject, QTimer

from shared.client.clock import BranchClock
from shared.client.known import Memory
from shared.client.link import Link, parsed
from shared.client.loyalty import BRANCH
from shared.client.ports import AtCounter, Failure, LobbyClient
from shared.client.timing import Timing
from shared.client.two_servers import TwoServers
from shared.client.wire import Answer, Wire
from shared.config.profile import Profile
from shared.protocol.charge import Heard
from shared.protocol.device import Heartbeat, HeartbeatTaken
from shared.protocol.event import EventView
from shared.protocol.forecast import ForecastView
from shared.protocol.lobby import DeviceConfig, LobbyView
from shared.protocol.practice import PRACTICE


class ConnectedClient(LobbyClient):
    """What comes from a server, and which one of two; ``shared.client.rest`` adds the commands."""

    def __init__(
        self,
        server: str,
        key: str = "",
        branch: str = "",
        timing: Timing | None = None,
        parent: QObject | None = None,
        ca: str = "",
        memory: Memory | None = None,
    ) -> None:
        """Wires the parts; ``start`` connects. Arguments: see ``RestClient``."""
        super().__init__(parent)
        self.memory = memory or Memory()
        self._timing = timing or Timing()
        self._opens = (server.rstrip("/"), key, ca)
        self.is_practice = self._opens[0].endswith(PRACTICE)
        self._clock = BranchClock()
        self._wire = Wire(server, key, self._timing.request_ms, self, ca)
        known = self.memory.known
        self._servers = TwoServers(self._wire, self._timing, self)
        self._servers.learn(known.stand_in)
        self._link = Link(self._wire, self._timing, branch or known.branch, self)
        self._link.is_at_counter = self._has_counter
        self._link.arrived.connect(self._event_came)
        self._link.foretold.connect(self._forecast_came)
        self._forecast_ends = QTimer(self, singleShot=True, interval=self._timing.forecast_ms)
        self._forecast_ends.timeout.connect(self._forget_forecast)
        self._link.profileRead.connect(self._profile_came)
        self._link.keeper.changed.connect(self._lobby_came)
        self._link.beat.connect(self._clock.set)
        self._link.configured.connect(self._configured)
        self._link.alive.connect(self._servers.heard)
        self._link.alive.connect(self._noted)
        self._link.onlineChanged.connect(self._online_changed)
        self._link.refused.connect(self._refused)
        self._servers.turned.connect(self._turned)
        self._servers.chargeChanged.connect(self._charge_changed)
        self._tell_servers()
        if known.profile is not None:
            self._clock.use_zone(known.profile.branch.time_zone)
            self.profile = known.profile

    @property
    def server(self) -> str:
        """The server's address."""
        return self._wire.server

    def now(self) -> datetime:
        """The branch's clock, in the branch's time zone."""
        return self._clock.now()

    def start(self) -> None:
        """Connect and stay connected."""
        self._servers.start()
        self._link.connect_now()

    def practice(self) -> "ConnectedClient | None":
        """With the same key, below the same address; nothing is remembered of it."""
        server, key, ca = self._opens
        if self.is_practice:
            return None
        return type(self)(f"{server}{PRACTICE}", key, self._link.branch, self._timing, ca=ca)

    def stop(self) -> None:
        """Let go of the server; no signal and no answer comes after it."""
        self._servers.stop()
        self._link.close()
        self._wire.close()

    def watch_counter(self, counter: str | None) -> None:
        """Snapshots carry the queue of this counter."""
        self._link.keeper.watch(counter)

    def _event_came(self, event: EventView) -> None:
        self.eventArrived.emit(event)

    def _forecast_came(self, forecast: ForecastView) -> None:
        self._forecast_ends.start()
        self.forecast = forecast
        self.forecastChanged.emit(forecast)

    def _forget_forecast(self) -> None:
        """It is older than anybody should be told, or another server's."""
        self._forecast_ends.stop()
        if self.forecast is not None:
            self.forecast = None
            self.forecastChanged.emit(None)

    def _profile_came(self, profile: Profile) -> None:
        self._clock.use_zone(profile.branch.time_zone)
        if profile != self.profile:
            self.profile = profile
            self.profileChanged.emit(profile)

    def _configured(self, config: DeviceConfig) -> None:
        """Remember what the next start needs while the branch server is away."""
        if config.profile_hash != self.profile_version:
            self.profile_version = config.profile_hash
            self.problemsChanged.emit()  # the list of devices shows who runs which profile
        self._servers.learn(config.stand_in)
        self._tell_servers()
        profile = Profile.model_validate(config.profile)
        what: dict[str, object] = {"branch": self._link.branch, "profile": profile}
        if self._servers.at == BRANCH:
            what["stand_in"] = config.stand_in
        self.memory.note(**what)

    def turns_in_s(self) -> float | None:
        """Seconds of silence until the other server is tried; None where there is none."""
        return self._servers.left_s()

    def _turned(self) -> None:
        """The wire leads to the other server."""
        self.served_since = None
        self._forget_forecast()
        self._tell_servers()
        self._link.turn(is_branch=self._servers.at == BRANCH)
        self.servingChanged.emit()

    def _charge_changed(self) -> None:
        self._tell_servers()
        self._note_service()
        self.servingChanged.emit()

    def _tell_servers(self) -> None:
        self.server_kind = self._servers.at
        self.is_in_charge = self._servers.is_in_charge
        self.has_stand_in = self._servers.has_stand_in

    def _note_service(self) -> None:
        """Since when this server has served us."""
        if not self.is_served:
            self.served_since = None
        elif self.served_since is None:
            self.served_since = self.now()

    def _lobby_came(self, lobby: LobbyView) -> None:
        self._clock.set(lobby.now, lobby.clock_rate)
        self._noted()
        self.lobby = lobby
        self.lobbyChanged.emit(lobby)

    def _noted(self) -> None:
        """Bytes came from the server."""
        self.last_contact = self.now()

    def _online_changed(self, is_online: bool) -> None:
        self.is_online = is_online
        self._note_service()
        if is_online:
            self.trouble = None
        else:
            self._forget_forecast()
        self.onlineChanged.emit(is_online)

    def _refused(self, failure: Failure) -> None:
        self.trouble = failure
        self.troubled.emit(failure)

    def beat(self, said: Heartbeat, on_taken: Callable[[HeartbeatTaken | None], object]) -> None:
        """POST devices/heartbeat, once; the answer of a server that we turned away from is none."""
        kind = self._servers.at

        def answered(got: Answer) -> None:
            taken = parsed(HeartbeatTaken, got) if kind == self._servers.at else None
            if taken is not None:
                self._servers.note_charge(is_held=taken.is_held)
            on_taken(taken)

        path = self._link.path("devices/heartbeat")
        self._wire.ask("POST", path, answered, body=body_of(said))

    def _has_counter(self) -> bool:
        return self.at_counter is not None

    @property
    def known_sequence(self) -> int:
        """The newest event of the branch server's log that is in hand; 0 when none is."""
        return self._link.history.known

    def read_ahead(self, on_read: Callable[[], object]) -> None:
        """GET log: have the events that the stream has not told yet; called if there are any."""
        self._link.read_ahead(on_read)

    def tell_heard(self, at: AtCounter, on_told: Callable[[bool], object]) -> None:
        """POST stand-in/heard: what this counter knows of the branch server's log; whether told."""
        history = self._link.history
        told = Heard(
            counter=at.counter,
            sequence=history.known,
            events=tuple(history.recent),
            serving=at.serving,
        )
        path = self._link.path("stand-in/heard")
        self._wire.ask("POST", path, lambda got: on_told(got.is_good), body=body_of(told))


def body_of(command: BaseModel | None) -> bytes:
    """The command as JSON; what was left to the server's default is not sent."""
    return b"{}" if command is None else command.model_dump_json(exclude_unset=True).encode()
