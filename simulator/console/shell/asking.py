"""What the window asks for: what to open, a file to write, a plan to hand in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from shared.config.profile import Text
from shared.domain.errors import LobbyError
from shared.i18n import translate
from simulator.console.effect.effect_sheet import EffectSheet
from simulator.console.office.offer import Offer, offer_of_plan, offer_of_roster
from simulator.console.office.office_sheet import OfficeSheet
from simulator.console.roster.roster_sheet import RosterSheet
from simulator.console.shell.file_sheet import FileSheet, documents
from simulator.console.shell.open_sheet import OpenSheet
from simulator.console.study.saving import save
from simulator.console.whatif.export import KINDS, export
from simulator.planning.rostering.files import write_roster

if TYPE_CHECKING:
    from simulator.console.shell.window import ConsoleWindow

ROSTER_KINDS = (".csv", ".xlsx")


def ask_case(window: "ConsoleWindow") -> None:
    """What the page in front works on: a branch or day, staff and a roster, records."""
    page, look, session = window.page, window.look, window.session
    if page is window.effect:
        window.open_sheet(EffectSheet(page, look, session, session.effect.judge))
    elif page is window.roster:
        window.open_sheet(RosterSheet(page, look, session.roster.open))
    else:
        window.open_sheet(OpenSheet(page, look, lambda found: session.open(*found)))


def ask_save(window: "ConsoleWindow") -> None:
    """Where plan B is to be written; the roster, where it is in front."""
    session, book = window.session, window.session.roster.book
    if window.page is not window.roster:

        def write(path: Path) -> None:
            draft = session.drafts[1]
            name = draft.case.scenario.name
            save(draft, path, Text(zh=f"{name.zh}，假设", en=f"{name.en}, what if"))

        title = translate("Console", "Save plan B as a scenario")
        first = documents() / f"{session.case.profile.branch.id}-plan-b.toml"
        window.open_sheet(FileSheet(window.page, window.look, title, first, (".toml",), write))
    elif book is not None:
        first = documents() / f"roster-{book.month.days[0].iso}.csv"
        title = translate("Console", "Save the roster")

        def write_book(path: Path) -> None:
            write_roster(path, book.roster, book.month)

        window.open_sheet(
            FileSheet(window.page, window.look, title, first, ROSTER_KINDS, write_book)
        )


def ask_export(window: "ConsoleWindow", on_written: Callable[[], None]) -> None:
    """Where the comparison is to be written."""

    def write(path: Path) -> None:
        export(window.session, path)
        on_written()

    title = translate("Console", "Export the comparison")
    first = documents() / f"{window.session.case.profile.branch.id}-what-if.pdf"
    window.open_sheet(FileSheet(window.page, window.look, title, first, KINDS, write))


def ask_office(window: "ConsoleWindow") -> None:
    """Who hands it in, and from when; or why nothing can be handed in."""
    session = window.session
    if not session.office.where.is_known:
        session.say(
            translate(
                "Console",
                "No head office is known here. Start the console with --office ADDRESS and "
                "--office-key KEY, or enrol it once with --office-enrol CODE.",
            )
        )
        return
    try:
        found = _offered(window)
    except LobbyError as error:
        session.refuse(error)
        return
    if found is not None:
        session.say("")
        offer, branch = found
        window.open_sheet(OfficeSheet(window.page, window.look, session.office, offer, branch))


def _offered(window: "ConsoleWindow") -> tuple[Offer, str] | None:
    """What there is to hand in on the page in front, and of which branch.

    Raises:
        NoScenario: plans of a recorded day.
    """
    session = window.session
    if window.page is window.roster:
        book = session.roster.book
        if book is not None:
            return offer_of_roster(book), book.month.profile.branch.id
        session.say(translate("Console", "Open a staff file first: Ctrl+O."))
        return None
    if session.result is not None and session.is_current:
        return offer_of_plan(session, session.result), session.case.profile.branch.id
    session.say(translate("Console", "Run both plans first: head office wants to see figures."))
    return None
