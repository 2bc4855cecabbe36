"""A search for a roster at a terminal: progress, an end by Ctrl-C, and the report."""

from simulator.planning.long_work import stoppable
from simulator.planning.rostering.judge import Judge
from simulator.planning.rostering.loop import Asked, plan_roster
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.report import Report, report_of
from simulator.telling import progress

#: What is being done, in words.
WORDS = {"needs": "Who is needed when", "roster": "Roster", "check": "Fresh days"}


def report_roster(month: Month, asked: Asked, fresh_days: int) -> Report:
    """The best roster with its figures, and a progress bar on stderr meanwhile."""
    with stoppable() as should_stop, progress() as bar:
        tasks = {what: bar.add_task(words, total=1) for what, words in WORDS.items()}

        def on_step(what: str, done: int, of: int) -> None:
            bar.update(tasks[what], completed=done, total=of)

        planned = plan_roster(month, asked, on_step, should_stop)
        bar.update(tasks["roster"], completed=1, total=1)
        judge = Judge(month, asked.standard)
        return report_of(month, planned, judge, fresh_days, asked.present, on_step)
