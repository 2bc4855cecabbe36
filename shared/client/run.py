"""Start-up of a Qt program from a command: options, application, client, window, exit.

Light at import, as commands are. In ``<part>/<folder>/command.py``::

    def board(
        server: ServerOption = SERVER,
        branch: BranchOption = "",
        key: KeyOption = "",
        ca: CaOption = "",
        enrol: EnrolOption = "",
        language: LanguageOption = "zh",
        windowed: WindowedOption = False,
    ) -> None:
        from kiosk.board.program import create
        options = window_options("board", language, windowed=windowed)
        run_program(create, connect("board", server, branch, key, ca=ca, code=enrol), options)
"""

from __future__ import annotations

import logging
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from shared.domain.errors import AccessRefused

if TYPE_CHECKING:  # Qt takes a third of a second that `lobby --help` need not pay
    from PySide6.QtCore import QCoreApplication

    from shared.client.ports import Failure, LobbyClient
    from shared.client.program import Factory

SERVER = "http://127.0.0.1:8100"
SIGNAL_POLL_MS = 200
"""How soon Ctrl+C is heard while Qt sleeps: Python looks at signals only when it runs."""

ServerOption = Annotated[
    str, typer.Option("--server", envvar="LOBBY_SERVER", help="Address of the branch server.")
]
BranchOption = Annotated[
    str, typer.Option("--branch", help="Branch identifier; default: the server's first branch.")
]
KeyOption = Annotated[
    str, typer.Option("--key", envvar="LOBBY_KEY", help="Key of this device, from its enrolment.")
]
CaOption = Annotated[
    str,
    typer.Option(
        "--ca", envvar="LOBBY_CA", help="PEM file of your bank's CA; default: the machine's."
    ),
]
EnrolOption = Annotated[
    str, typer.Option("--enrol", help="One-time code of `lobby device invite`; the key is kept.")
]
LanguageOption = Annotated[str, typer.Option("--language", help="Language at start: zh or en.")]
WindowedOption = Annotated[
    bool, typer.Option("--windowed", help="Open a window instead of filling the screen.")
]
GeometryOption = Annotated[
    str,
    typer.Option(
        "--geometry", help="Place of the window, such as 540x960+0+0; implies --windowed."
    ),
]
GEOMETRY = re.compile(r"(\d{2,5})x(\d{2,5})([+-]\d{1,5})([+-]\d{1,5})")

logger = logging.getLogger(__name__)


class NotAdmitted(AccessRefused):
    """The server refused this device before there was any contact: its sentence."""

    code = "not_admitted"
    sentence = "The server refuses this program. %1"


@dataclass(frozen=True)
class Connection:
    """Where the branch is. ``branch`` empty: the first one that the server serves.

    ``ca``: PEM file of the authority that is trusted. ``program``: what we call ourselves there;
    empty: nothing is said.
    """

    server: str = SERVER
    branch: str = ""
    key: str = field(default="", repr=False)
    ca: str = ""
    program: str = ""


def connect(
    program: str, server: str, branch: str, key: str, *, ca: str = "", code: str = ""
) -> Connection:
    """Where to go and with which key: the one given, of the one-time code, or the one kept.

    Raises:
        NotEnrolled and others of ``shared.client.enrolment.enrol``; FileUnreadable.
    """
    from shared.client.enrolment import enrol, kept_key

    if code:
        key = enrol(program, server, branch, code, ca)
    return Connection(server, branch, key or kept_key(program), ca, program)


def window_options(
    device: str,
    language: str,
    *,
    windowed: bool,
    geometry: str = "",
    scheme: str = "light",
    **more: str,
) -> dict[str, str]:
    """The options of a program's factory, as text; ``device`` is its name in the log.

    Raises:
        typer.BadParameter: the geometry is not WIDTHxHEIGHT+X+Y.
    """
    if geometry and GEOMETRY.fullmatch(geometry) is None:
        raise typer.BadParameter("write it like 540x960+0+0", param_hint="--geometry")
    fullscreen = "0" if windowed or geometry else "1"
    return {
        "device": device,
        "language": language,
        "scheme": scheme,
        "fullscreen": fullscreen,
        "geometry": geometry,
        **more,
    }


def run_program(
    create: Factory, connection: Connection, options: dict[str, str], *, is_desk: bool = False
) -> None:
    """Open the program and stay until its window is closed.

    A server that is away is waited for; the window says so. ``is_desk``: it is made of Widgets.

    Raises:
        NotAdmitted: the server refused this device, for example as its key is wrong.
        FileUnreadable: the CA's file.
        KeyboardInterrupt: it was stopped with Ctrl+C.
        DisplayMissing, DisplayLibrariesMissing: no window can be opened here.
    """
    from shared.client.ending import end_as_asked
    from shared.client.heartbeat import Pulse
    from shared.client.kept import kept_by, memory_of
    from shared.client.rest import RestClient
    from shared.client.watchdog import Watchdog
    from shared.ui.app import quick_application, widget_application

    make = widget_application if is_desk else quick_application
    application = make(options["language"])
    client = RestClient(
        connection.server,
        connection.key,
        connection.branch,
        ca=connection.ca,
        memory=memory_of(connection.program, connection.server, connection.branch),
    )
    if connection.program:
        Pulse(client, connection.program)
    admission = Admission(client, application)
    program = create(client, {**kept_by(connection.program, connection.key, options), **options})
    client.start()
    program.show()
    if place := GEOMETRY.fullmatch(options.get("geometry", "")):
        width, height, left, top = map(int, place.groups())
        program.window.setGeometry(left, top, width, height)
    watchdog = Watchdog()
    watchdog.start()
    with interruptible(application) as signals:
        ended = application.exec()
    watchdog.stop()
    program.close()
    client.stop()
    if admission.refusal is not None:
        raise NotAdmitted(_at_the_terminal(admission.refusal))
    if signal.SIGINT in signals:
        raise KeyboardInterrupt
    end_as_asked(ended)


class Admission:
    """Ends the program when the server refuses it before the first contact.

    Later refusals are no reason to take a window away: the program shows them itself.
    """

    def __init__(self, client: LobbyClient, application: QCoreApplication) -> None:
        """Listen."""
        self.refusal: Failure | None = None
        self._application = application
        self._is_admitted = False
        self._is_warned = False
        client.profileChanged.connect(self._admitted)
        client.onlineChanged.connect(self._admitted)
        client.troubled.connect(self._troubled)

    def _admitted(self) -> None:
        self._is_admitted = True

    def _troubled(self, failure: Failure) -> None:
        if failure.is_unreachable and not self._is_warned:
            self._is_warned = True
            logger.warning("%s", _at_the_terminal(failure))
        if not failure.is_unreachable and not self._is_admitted:
            self.refusal = failure
            self._application.quit()


def _at_the_terminal(failure: Failure) -> str:
    """The sentence in English, as the terminal speaks, whatever the window's language is."""
    from shared.client.refusal import sentence_in

    return sentence_in(failure.code, failure.params, "en") or failure.sentence


@contextmanager
def interruptible(application: QCoreApplication) -> Iterator[list[int]]:
    """Ctrl+C and SIGTERM end the event loop; gives the list of signals that came."""
    from PySide6.QtCore import QTimer

    came: list[int] = []

    def quit_now(number: int, _frame: object) -> None:
        came.append(number)
        application.quit()

    poll = QTimer(interval=SIGNAL_POLL_MS)
    poll.timeout.connect(lambda: None)
    poll.start()
    before = {each: signal.signal(each, quit_now) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        poll.stop()
        for number, handler in before.items():
            signal.signal(number, handler)
