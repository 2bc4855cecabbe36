"""From words on the command line to studies and comparisons, and from these to files for people."""

import json
import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

from shared.reports.event_log import save_log
from shared.reports.writing import keep_json, writing
from simulator.experiment import compare as experiment
from simulator.experiment.compare import Comparison, go_on
from simulator.experiment.compare_result import comparison_json
from simulator.experiment.compare_table import print_comparison
from simulator.experiment.findings import Findings, analyse
from simulator.experiment.parameters import parameter_share
from simulator.experiment.precision import compare_until, replicate_until
from simulator.experiment.replicate import Study, replicate, study_of
from simulator.experiment.result import to_json
from simulator.experiment.table import print_findings
from simulator.experiment.theory_line import theory_line
from simulator.experiment.variant import Choice
from simulator.model.course import draw_course
from simulator.model.demand import draw_day
from simulator.model.demand_file import read_demand
from simulator.model.run import run_customers

if TYPE_CHECKING:
    from simulator.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be simulated: so many days, or until a precision, or the day of a demand file."""

    days: int
    precision_0_1: float | None
    most_days: int
    seed: int
    demand: Path | None = None


def study(plan: "Plan", wanted: Wanted) -> Findings:
    """The study, with theory, precision and the uncertainty of its parameters beside it."""
    theory = theory_line(plan)
    if wanted.demand is not None:
        return Findings(study_of(plan, read_demand(wanted.demand, plan)))
    with progress() as bar:
        if wanted.precision_0_1 is None:
            task = bar.add_task("Simulating days", total=wanted.days)
            found = replicate(
                plan, wanted.days, wanted.seed, lambda done: bar.update(task, completed=done)
            )
            reached = None
        else:
            task = bar.add_task("Simulating days")
            found = Study(plan)
            reached = replicate_until(
                found,
                wanted.precision_0_1,
                wanted.seed,
                wanted.most_days,
                lambda done, aim: bar.update(task, completed=done, total=aim),
            )
    share = parameter_share(found, wanted.seed)
    return Findings(found, wanted.seed, theory, reached, share)


def tell_study(
    findings: Findings, json_file: str | None, html: Path | None, xlsx: Path | None
) -> None:
    """Tables for people, or JSON on stdout instead when asked for that; and files."""
    if json_file != "-":
        print_findings(Console(), findings)
    if json_file is None and html is None and xlsx is None:
        return
    figures = analyse(findings.study)
    found = to_json(findings, figures)
    keep_json(json.dumps(found, ensure_ascii=False, indent=2), json_file)
    if html is not None:
        from simulator.report.study_page import render_study

        write_page(html, render_study(findings, figures))
    if xlsx is not None:
        from simulator.report.sheets import study_sheets
        from simulator.report.workbook import write_workbook

        write_workbook(xlsx, study_sheets(found))


def comparison(plan: "Plan", choice: Choice, wanted: Wanted) -> Comparison:
    """The same days under each variant."""
    variants, seed = choice.variants, wanted.seed
    found = experiment.compare(plan, choice.what, choice.base, variants, 0, seed)
    with progress() as bar:
        task = bar.add_task("Simulating days", total=wanted.days * len(variants))
        if wanted.precision_0_1 is None:
            go_on(found, wanted.days, seed, lambda done: bar.update(task, completed=done))
            return found
        found.precision = compare_until(
            found,
            wanted.precision_0_1,
            seed,
            wanted.most_days,
            lambda done, aim: bar.update(task, completed=done, total=aim),
        )
    return found


def tell_comparison(
    found: Comparison, seed: int, json_file: str | None, html: Path | None, xlsx: Path | None
) -> None:
    """Tables for people, or JSON on stdout instead when asked for that; and files."""
    figures = comparison_json(found, seed)
    if json_file != "-":
        print_comparison(Console(), found)
    keep_json(json.dumps(figures, ensure_ascii=False, indent=2), json_file)
    if html is not None:
        from simulator.report.comparison_page import render_comparison

        write_page(html, render_comparison(found, seed))
    if xlsx is not None:
        from simulator.report.sheets import comparison_sheets
        from simulator.report.workbook import write_workbook

        write_workbook(xlsx, comparison_sheets(figures))


def write_page(path: Path, page: str) -> None:
    """A page as a file.

    Raises:
        FileUnwritable: it cannot be written.
    """
    with writing(path):
        path.write_text(page, encoding="utf-8")


def progress() -> AbstractContextManager[Progress]:
    """A progress bar on stderr; nothing at all where that is no terminal."""
    return Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())


def write_events(plan: "Plan", seed: int, demand: Path | None, path: Path) -> None:
    """The event log of the first day, or of the day of a demand file."""
    customers = read_demand(demand, plan) if demand else draw_day(plan, seed, 0)
    course = draw_course(plan, 0 if demand else seed, 0)
    log = run_customers(plan, customers, course).events
    with writing(path):
        save_log(path, log)
