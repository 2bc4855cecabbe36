"""The console until its window is closed; it needs no server."""

import signal

from shared.client.run import GEOMETRY, interruptible
from shared.ui.app import widget_application
from simulator.console.program import ConsoleProgram
from simulator.console.shell.answering import answer_first
from simulator.console.study.warm import is_compiled, warm_up


def run_console(options: dict[str, str]) -> None:
    """Open the console and stay until its window is closed.

    Raises:
        DisplayMissing, DisplayLibrariesMissing: no window can be opened here.
        FileUnreadable, ScenarioInvalid, ProfileInvalid, LogInvalid: what cannot be opened.
        KeyboardInterrupt: it was stopped with Ctrl+C.
    """
    application = widget_application(options["language"])
    if is_compiled():
        warm_up()  # else the first run compiles, beside the window
    answer_first()
    program = ConsoleProgram(options)
    program.show()
    if place := GEOMETRY.fullmatch(options.get("geometry", "")):
        width, height, left, top = map(int, place.groups())
        program.window.setGeometry(left, top, width, height)
    with interruptible(application) as signals:
        application.exec()
    program.close()
    if signal.SIGINT in signals:
        raise KeyboardInterrupt
