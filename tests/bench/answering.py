"""How long the console's window is silent while a thread beside it searches."""

from simulator.console.program import ConsoleProgram
from simulator.console.shell.answering import answer_first
from simulator.console.study.warm import warm_up
from tests.bench.figure import Figure
from tests.simulator.console.searches import SEARCHES, silences

AIM_MS = 100.0
STAFF = "city-staff"


def measure(times: int) -> list[Figure]:
    """Each search of the city branch so many times; the first of each counts like the others."""
    from shared.ui.app import widget_application

    widget_application("en")
    warm_up()
    answer_first()
    program = ConsoleProgram({"language": "en", "scenario": "city"})
    program.show()
    program.session.roster.open(STAFF, None)
    found: dict[str, list[float]] = {search.name: [] for search in SEARCHES}
    for _ in range(times):
        for name, ms in silences(program, SEARCHES):
            found[name].append(ms)
    program.close()
    return [
        Figure(f"console silent while {name}, longest", "ms", tuple(values), AIM_MS)
        for name, values in found.items()
    ]
