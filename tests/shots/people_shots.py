"""Pages of the desk about people: certificates and courses in the light, surveys in the dark."""

from collections.abc import Iterator
from datetime import timedelta

from counter.desk.program import create
from shared.protocol.lobby import Session
from shared.ui.grab import settle
from tests.counter.desk.at_desk import the_cases
from tests.counter.desk.people import scenes
from tests.shots.picture import Picture, from_qt
from tests.shots.waiting import until
from tests.support import view
from tests.support.fake_client import FakeClient

SCREENS = ("desk-people", "desk-surveys")


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """A supervisor looks at both pages."""
    client = FakeClient(profile=scenes.profile())
    session = Session(
        token="secret",
        staff="2001",
        name="Gao Jun",
        role="supervisor",
        expires_at=view.NOW + timedelta(hours=8),
    )
    client.answers |= {
        "sign_in": session,
        "GET cases": the_cases(),
        "GET staff": scenes.staff(),
        "GET staff/1042/day": scenes.a_day(),
        "GET surveys": scenes.campaigns(),
        "GET surveys/c-2": scenes.outcome(),
    }
    program = create(client, {"language": language})
    program.show()
    program.desk.sign_in("2001", "2468")
    until(lambda: program.desk.session is not None)
    for name in SCREENS:
        if name == "desk-surveys":
            program.swap_scheme()
        program.window.show_named(name.removeprefix("desk-"))
        until(lambda: _is_there(program.window.page))
        settle()
        yield name, from_qt(program.window.grab().toImage())
    program.close()


def _is_there(page: object) -> bool:
    """Whether everything that is asked for has come."""
    people, surveys = getattr(page, "people", None), getattr(page, "surveys", None)
    if people is not None:
        return people.day is not None
    return surveys is not None and surveys.report is not None
