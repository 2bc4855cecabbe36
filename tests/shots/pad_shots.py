"""The rating pad's screens."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer

from counter.rating.program import RatingProgram
from shared.client.ports import Failure
from shared.protocol.incident import IncidentView
from tests.counter.teller import scenes
from tests.shots.picture import Picture, from_qt, scaled
from tests.shots.waiting import still, until
from tests.support.fake_client import FakeClient

RATIO = 0.6
SCREENS = ("pad-idle", "pad-ask", "pad-why", "pad-coming", "pad-thanks", "pad-sorry", "pad-alarm")


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every page of the pad with this language first."""
    for name in SCREENS:
        client = FakeClient(lobby=scenes.lobby())
        program = RatingProgram(client, {"counter": scenes.COUNTER, "language": language})
        program.show()
        _play(name.removeprefix("pad-"), client, program)
        for patience in program.pad.findChildren(QTimer):
            patience.stop()  # pages end by themselves after seconds; on a busy machine too soon
        picture = from_qt(still(program))
        problems = list(program.engine.problems)
        program.close()
        assert problems == [], (name, problems)
        yield name, scaled(picture, RATIO)


def _play(page: str, client: FakeClient, program: RatingProgram) -> None:
    """A visit ends, and the customer touches a face."""
    if page == "idle":
        return
    if page == "alarm":
        alarm = IncidentView(id="i1", reason="evacuation", services=(), since=client.now())
        client.show(scenes.lobby().model_copy(update={"incidents": (alarm,)}))
        return
    client.push(scenes.event("ticket.closed"))
    if page == "sorry":
        client.answers["rate"] = Failure("ticket_unknown", "There is no such ticket.")
    if page == "coming":
        program.pad.talk()
    elif page != "ask":
        program.pad.rate(2 if page == "why" else 5)
    if page != "ask":
        until(lambda: program.pad.property("page") == page)
