"""Random fingers on a kiosk: no crash, no dead end, always back at the start, nothing left.

A walk is some touches with things happening between them (seconds pass, the server goes and comes
back, the printer fails, tickets are refused). Then everybody leaves. What the kiosk holds after
that is compared with what a fresh one holds: every plain value of the flow and its errands, every
text and picture of every page, hidden ones too, clipboard, focus, language, type.
"""

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from rich.console import Console

from kiosk.ticketing.countdown import Countdown
from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.selftest.answers import every_way
from kiosk.ticketing.selftest.client import StillSpeaker
from kiosk.ticketing.selftest.measure import foreground, place_of, shown
from shared.client.ports import Failure
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.ui.app import quick_application
from shared.ui.grab import settle
from tests.kiosk.ticketing.conftest import Kiosk
from tests.support import view
from tests.support.fake_client import FakeClient
from tests.support.fake_door import CODE
from tests.support.qml import items

TOUCHES_A_WALK: Final = 40
SMALL: Final = (270, 480)
BLIND: Final = 0.15
"""Of all touches, those that go anywhere and not to a control."""
PATIENCE_S: Final = 240
"""After so many seconds without a touch nobody is there any more, on whatever page."""
LONGEST_S: Final = 70
#: Counts of the flow that only ever rise; they say nothing of anybody.
RISING: Final = frozenset({"_visit", "_turn", "_issued"})
PLAIN: Final = (str, int, float, bool, tuple, list, dict, set, type(None))


@dataclass
class Walks:
    """What came of it."""

    touches: int = 0
    walks: int = 0
    pages: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def play(touches: int, seed: int) -> Walks:
    """So many touches on one kiosk, walk after walk."""
    kiosk = Kiosk(client=FakeClient(load_profile("city")), speaker=StillSpeaker())
    kiosk.program.end_loop = lambda _code: None
    kiosk.program.theme.set_reduced_motion(True)
    kiosk.window.resize(*SMALL)  # as good a place for fingers, and drawn sooner
    settle()
    kiosk.client.appointments[CODE] = view.appointment()
    random, found = Random(seed), Walks()
    try:
        _leave(kiosk)
        fresh = held(kiosk)
        while found.touches < touches and len(found.faults) < 10:
            _walk(kiosk, random, found)
            _leave(kiosk)
            found.walks += 1
            found.faults += [
                f"after walk {found.walks}: {each}" for each in left(fresh, held(kiosk))
            ]
        found.faults += kiosk.program.engine.problems
    finally:
        kiosk.program.close()
    return found


def check_touches(console: Console, touches: int, seed: int) -> bool:
    """Play and tell; whether all of it held."""
    quick_application("zh")
    console.print(f"{touches} random touches on a kiosk, seed {seed} …")
    raised: list[str] = []
    before, sys.excepthook = sys.excepthook, lambda kind, error, _: raised.append(repr(error))
    try:
        found = play(touches, seed)
    finally:
        sys.excepthook = before
    pages = ", ".join(f"{page} {count}" for page, count in found.pages.most_common())
    console.print(f"{found.touches} touches in {found.walks} walks: {pages}")
    for fault in (*found.faults, *raised):
        console.print(fault, markup=False, highlight=False)
    return not found.faults and not raised


# ---------------------------------------------------------------- a walk


def _walk(kiosk: Kiosk, random: Random, found: Walks) -> None:
    for _ in range(TOUCHES_A_WALK):
        random.choice(HAPPENINGS)(kiosk, random)
        touch(kiosk, random)
        found.touches += 1
        found.pages[kiosk.screen] += 1


def touch(kiosk: Kiosk, random: Random) -> None:
    """A finger on some control, or anywhere."""
    place = _somewhere(kiosk, random)
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=place)
    settle()


def _somewhere(kiosk: Kiosk, random: Random) -> QPoint:
    controls = [
        place_of(each)
        for each in shown(foreground(kiosk.window))
        if each.inherits("QQuickAbstractButton") and each.isEnabled()
    ]
    places = [each for each in controls if not each.isEmpty()]
    if not places or random.random() < BLIND:
        return QPoint(random.randrange(SMALL[0]), random.randrange(SMALL[1]))
    return _within(random.choice(places), random)


def _within(place: QRectF, random: Random) -> QPoint:
    x = place.x() + random.uniform(0.1, 0.9) * place.width()
    y = place.y() + random.uniform(0.1, 0.9) * place.height()
    return QPoint(round(x), round(y))


def _leave(kiosk: Kiosk) -> None:
    """Everybody goes, the server is there, the printer is quiet; seconds pass until all is over."""
    kiosk.client.is_holding = False
    for name, _ in list(kiosk.client.open_replies):
        kiosk.client.settle(name, Failure("server_unreachable", "", True, is_undecided=True))
    kiosk.client.answers.clear()
    kiosk.client.go(online=True)
    kiosk.flow.staff.put(out_of_order=False)  # of the machine, not of whoever stood there
    settle()
    for _ in range(PATIENCE_S):
        _second(kiosk)
        if not any(each.is_running for each in _countdowns(kiosk)):
            break
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _countdowns(kiosk: Kiosk) -> tuple[Countdown, ...]:
    flow = kiosk.flow
    return (flow.idle, flow.warning, flow.count)


def _second(kiosk: Kiosk) -> None:
    for countdown in (kiosk.flow.idle, kiosk.flow.warning, kiosk.flow.count):
        countdown.tick()


# ---------------------------------------------------------------- what happens besides


def _nothing(_kiosk: Kiosk, _random: Random) -> None:
    """Only touches."""


def _seconds(kiosk: Kiosk, random: Random) -> None:
    for _ in range(random.randrange(1, LONGEST_S)):
        _second(kiosk)
    settle()


def _server(kiosk: Kiosk, random: Random) -> None:
    kiosk.client.go(online=random.random() < 0.6)
    settle()


def _printer(kiosk: Kiosk, random: Random) -> None:
    """Only of a ticket that is on the screen."""
    if kiosk.flow.page != "ticket":
        return
    printer = kiosk.program.printer
    printer.state_name = random.choice(("none", "printing", "done", "paper_out", "failed"))
    printer.changed.emit()


def _refusals(kiosk: Kiosk, random: Random) -> None:
    refused = Failure("branch_closed", "", params=("09:00", "16:45"))
    kiosk.client.answers["issue_ticket"] = refused
    if random.random() < 0.7:
        del kiosk.client.answers["issue_ticket"]


def _ways(kiosk: Kiosk, random: Random) -> None:
    """Every way is open for some services, only the counter for others."""
    if random.random() < 0.5:
        kiosk.client.answers.pop("triage", None)
    else:
        kiosk.client.answers["triage"] = lambda service, _segment, _missing: every_way(
            profile_of(kiosk), service, kiosk.client.now()
        )


def _staff(kiosk: Kiosk, random: Random) -> None:
    """Somebody holds the corner and types, and is let in or not."""
    if random.random() < 0.7:
        kiosk.client.answers.pop("unlock", None)
    else:
        kiosk.client.answers["unlock"] = Failure("sign_in_failed", "")
    kiosk.flow.staff.open()
    for said in ("1001", "2468"):
        for digit in said:
            kiosk.flow.keypad.key(digit)
        kiosk.flow.keypad.ok()
    settle()


def _speech(kiosk: Kiosk, _random: Random) -> None:
    """The pages are spoken, louder, again, or no longer."""
    kiosk.program.spoken.press()
    settle()


def profile_of(kiosk: Kiosk) -> Profile:
    """The branch as data."""
    assert kiosk.client.profile is not None
    return kiosk.client.profile


HAPPENINGS: Final[tuple[Callable[[Kiosk, Random], None], ...]] = (
    *([_nothing] * 8), _seconds, _server, _printer, _refusals, _ways, _staff, _speech,
)  # fmt: skip


# ---------------------------------------------------------------- what is left


def held(kiosk: Kiosk) -> dict[str, object]:
    """Everything that the kiosk holds now, by where it is."""
    flow = kiosk.flow
    language, theme = kiosk.program.language, kiosk.program.theme
    focus = cast("QQuickItem | None", kiosk.window.activeFocusItem())
    found: dict[str, object] = {
        "screen": kiosk.screen,
        "language": language.property("current"),
        "large type": theme.property("largeType"),
        "lowered": theme.property("lowered"),
        "clipboard": QGuiApplication.clipboard().text(),
        "focus": focus.objectName() if focus is not None else "",
        "slip": kiosk.program.printer.state_name,
    }
    for name, thing in {"flow": flow, "speech": kiosk.program.spoken, **_errands(flow)}.items():
        found |= {f"{name}.{key}": value for key, value in _plain(thing).items()}
    drawn = Counter(each for item in items(kiosk.window) for each in _drawn(item))
    return found | {f"drawn: {each}": count for each, count in drawn.items()}


def left(fresh: dict[str, object], now: dict[str, object]) -> list[str]:
    """What is held now and was not, or is not any more."""
    names = sorted(fresh.keys() | now.keys())
    return [
        f"{name} is {now.get(name)!r}, was {fresh.get(name)!r}"
        for name in names
        if now.get(name) != fresh.get(name)
    ]


def _errands(flow: FlowState) -> dict[str, object]:
    """The errands and modes of the flow: objects of ours that it keeps."""
    return {
        name: thing
        for name, thing in vars(flow).items()
        if type(thing).__module__.endswith("_errand") or name == "access"
    }


def _plain(thing: object) -> dict[str, object]:
    return {
        name: repr(value)
        for name, value in vars(thing).items()
        if isinstance(value, PLAIN)
        and name not in RISING
        and name not in {"pages", "traces", "had_contact"}
    }


def _drawn(item: QQuickItem) -> list[str]:
    """The words and pictures of an item, seen or not."""
    if item.inherits("QQuickText"):
        return [str(item.property("text"))]
    if item.inherits("QQuickImage"):
        return [item.property("source").toString()]
    return []
