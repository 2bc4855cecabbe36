"""A search for a roster at a terminal: progress, an end by Ctrl-C, and the report."""

from pathlib import Path

from simulator.planning.journal import task_of
from simulator.planning.long_work import long_work
from simulator.planning.rostering.demand import alike, plan_of
from simulator.planning.rostering.judge import Judge
from simulator.planning.rostering.loop import Asked, plan_roster
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.report import Report, report_of

#: What is being done, in words.
WORDS = {"needs": "Who is needed when", "roster": "Roster", "check": "Fresh days"}


def report_roster(
    month: Month, asked: Asked, fresh_days: int, journal: Path | None = None
) -> Report:
    """The best roster with its figures, and a progress bar on stderr meanwhile."""
    with long_work(journal, roster_task(month, asked)) as work:
        on_step = work.parts(WORDS)
        planned = plan_roster(month, asked, on_step, work.should_stop, work.journal)
        on_step("roster", 1, 1)
        judge = Judge(month, asked.standard)
        return report_of(month, planned, judge, fresh_days, asked.present, on_step)


def roster_task(month: Month, asked: Asked) -> dict[str, object]:
    """Everything that a roster depends on: the staff file, what its days bring, what is asked."""
    sorts = {alike(day): day for day in reversed(month.days) if day.is_open}
    return {
        "command": "roster",
        "staff": month.file.model_dump(mode="json"),
        "days": [task_of(plan_of(month, sorts[sort])) for sort in sorted(sorts)],
        "asked": str(asked),
    }
