"""The screens of the board and of the small display above a counter."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kiosk.board.counter_program import CounterProgram
from kiosk.board.program import BoardProgram
from shared.config.board_tables import NoticeTable
from shared.config.load import load_profile
from shared.config.profile import Profile, Text
from shared.protocol.forecast import Expected, ForecastView, Window
from shared.protocol.incident import IncidentView
from shared.protocol.lobby import LobbyView, SuspendedService, TicketView
from tests.shots.picture import Picture, from_qt, scaled
from tests.shots.waiting import still
from tests.support import view
from tests.support.fake_client import FakeClient

HALF, SMALL = 0.5, 0.25
COUNTER = 0.3
LONG_S = 60.0
ACROSS, UPRIGHT = (1920, 1080), (1080, 1920)
NUMBERS = (
    "A020", "B007", "A019", "P002", "B006", "A018", "C003", "A017", "B005", "A016", "A015", "B004",
)  # fmt: skip
NEIGHBOURHOOD = load_profile("neighbourhood")
EVERYTHING = tuple(service.id for service in NEIGHBOURHOOD.services)
MOST = ("cash", "transfer", "account")
CLOSED = NoticeTable(
    text=Text(zh="本周六（11 月 28 日）停业一天", en="Closed this Saturday, 28 November")
)


@dataclass(frozen=True)
class State:
    """One picture of the board: how many counters, the panel, and what goes on."""

    counters: int = 4
    size: tuple[int, int] = ACROSS
    ratio: float = SMALL
    away: tuple[str, ...] = ()
    reason: str = "system"
    has_notice: bool = False
    is_quiet: bool = False
    is_stale: bool = False
    options: dict[str, str] = field(default_factory=dict)


BOARDS = {
    "board-calling": State(ratio=HALF),
    "board-one": State(counters=1),
    "board-nine": State(counters=9),
    "board-twelve": State(counters=12),
    "board-upright": State(size=UPRIGHT),
    "board-upright-nine": State(counters=9, size=UPRIGHT, options={"scheme": "light"}),
    "board-upright-twelve": State(counters=12, size=UPRIGHT),
    "board-quiet": State(is_quiet=True),
    "board-stale": State(is_stale=True),
    "board-silent": State(options={"audio": "silent"}),
    "board-light": State(options={"scheme": "light"}),
    "board-notice": State(has_notice=True),
    "board-incident": State(away=MOST, ratio=HALF),
    "board-upright-incident": State(away=MOST, size=UPRIGHT),
    "board-incident-all": State(away=EVERYTHING),
    "board-evacuation": State(away=EVERYTHING, reason="evacuation"),
    "board-band": State(away=("wealth",), reason="cash"),
}
HERE = ("cash", "transfer", "lost")
PAUSE = {"state": "paused", "pause_until": view.NOW + timedelta(minutes=58)}
COUNTERS: dict[str, dict[str, object]] = {
    "counter-called": {"ticket": view.ticket("A021", state="called")},
    "counter-serving": {"ticket": view.ticket("A021", state="serving")},
    "counter-free": {},
    "counter-paused": PAUSE,
    "counter-closed": {"state": "closed"},
    "counter-halted": {"services": ()},
    "counter-stale": {"ticket": view.ticket("A021", state="called")},
    "counter-light": {"ticket": view.ticket("A021", state="called")},
}
SCREENS = (*BOARDS, *COUNTERS)


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every state of the board and of a counter's display with this language first."""
    for name, state in BOARDS.items():
        with tempfile.TemporaryDirectory() as folder:
            yield name, scaled(_board(name, state, language, Path(folder)), state.ratio)
    for name, changes in COUNTERS.items():
        yield name, scaled(_counter(name, changes, language), COUNTER)


def _profile(state: State) -> Profile:
    """The neighbourhood branch with so many counters."""
    one = NEIGHBOURHOOD.counters[0]
    counters = tuple(one.model_copy(update={"id": str(n + 1)}) for n in range(state.counters))
    notices = (CLOSED,) if state.has_notice else ()
    return NEIGHBOURHOOD.model_copy(update={"counters": counters, "notices": notices})


def _lobby(state: State) -> LobbyView:
    """A lively hall, or the morning before the first call; an incident or none."""
    if state.is_quiet:
        return view.lobby()
    calls = tuple(
        view.call(NUMBERS[place], str((place + 2) % state.counters + 1), sequence=100 - place)
        for place in range(state.counters)
    )
    since = view.NOW - timedelta(minutes=7)
    incident = IncidentView(id="i", reason=state.reason, services=state.away, since=since)
    return view.lobby(
        waiting=view.twelve_waiting(),
        recent_calls=calls,
        incidents=(incident,) if state.away else (),
        suspended=tuple(
            SuspendedService(service=each, reason=state.reason, since=since) for each in state.away
        ),
    )


def _forecast(waiting: tuple[TicketView, ...]) -> ForecastView:
    """A call about every two minutes."""
    found = []
    for place, ticket in enumerate(waiting):
        likely = view.NOW + timedelta(minutes=2 + 2 * place)
        window = Window(
            earliest_at=likely - timedelta(minutes=1),
            likely_at=likely,
            latest_at=likely + timedelta(minutes=3),
        )
        found.append(Expected(ticket=ticket.id, number=ticket.number, window=window))
    return ForecastView(sequence=100, at=view.NOW, waiting=tuple(found))


def _board(name: str, state: State, language: str, folder: Path) -> Picture:
    """The board with a watch that only we move."""
    now_s = [0.0]
    client = FakeClient(_profile(state), _lobby(state))
    client.last_contact = view.NOW - timedelta(seconds=1)
    if not state.away:
        client.forecast = _forecast(client.lobby.waiting if client.lobby else ())
    options = {
        "language": language,
        "fullscreen": "0",
        "scheme": "dark",
        "audio": str(folder / "calls.wav"),
    } | state.options
    program = BoardProgram(client, options, monotonic_s=lambda: now_s[0])
    program.window.resize(*state.size)
    program.show()
    if state.is_stale:
        client.go(online=False)
        client.advance(LONG_S)
        now_s[0] = LONG_S
    program.model.tick()
    return _taken(name, program)


def _counter(name: str, changes: dict[str, object], language: str) -> Picture:
    """The display above counter 3."""
    now_s = [0.0]
    counter = view.counter("3").model_copy(update={"services": HERE} | changes)
    away = SuspendedService(service="cash", reason="system", since=view.NOW)
    suspended = (away,) if not counter.services else ()
    client = FakeClient(NEIGHBOURHOOD, view.lobby(counters=(counter,), suspended=suspended))
    scheme = "light" if name == "counter-light" else "dark"
    options = {"language": language, "fullscreen": "0", "scheme": scheme, "counter": "3"}
    program = CounterProgram(client, options, monotonic_s=lambda: now_s[0])
    program.show()
    if name == "counter-stale":
        client.go(online=False)
        now_s[0] = LONG_S
    program.model.tick()
    return _taken(name, program)


def _taken(name: str, program: BoardProgram | CounterProgram) -> Picture:
    picture = from_qt(still(program))
    problems = list(program.engine.problems)
    program.close()
    assert problems == [], (name, problems)
    return picture
