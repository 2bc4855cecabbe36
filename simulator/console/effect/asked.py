"""What is to be judged: a prediction, and records before and after the change; no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from shared.config.profile import Profile
from shared.domain.errors import InputInvalid
from simulator.console.shell.jobs import OnStep, ShouldStop
from simulator.console.study.draft import begin
from simulator.console.study.lives import Lives, live
from simulator.console.study.saving import open_file
from simulator.experiment.compare_result import comparison_json
from simulator.planning.evaluation.evaluate import (
    Evaluation,
    Prediction,
    evaluate,
    prediction_of,
    read_prediction,
)
from simulator.planning.evaluation.recorded import recorded_days

#: Days on which a plan from head office is lived again: as many as What-if takes.
DAYS: Final = 300
SEED: Final = 1
APART: Final = ";"

#: Gives the prediction; asked in a thread beside the window.
Source = Callable[[OnStep, ShouldStop], Prediction]


class NothingRecorded(InputInvalid):
    """No file where records should be."""

    code = "nothing_recorded"
    sentence = "There are no records at “%1”. Name event logs or CSV files, or a folder with them."


@dataclass(frozen=True)
class Asked:
    """Where the prediction comes from, its name for people, and what was recorded."""

    name: str
    source: Source
    before: tuple[Path, ...]
    after: tuple[Path, ...]
    profile: Profile


def judged(asked: Asked, on_step: OnStep, should_stop: ShouldStop) -> Evaluation:
    """What came beside what was said.

    Raises:
        PredictionUnusable, TooFewDays, FileUnreadable, ColumnsWrong, LogInvalid, ScenarioInvalid,
        OfficeRefused, ServerUnreachable.
    """
    said = asked.source(on_step, should_stop)
    before, after = (
        recorded_days(paths, asked.profile, said.day_type, said.limits_s)
        for paths in (asked.before, asked.after)
    )
    return evaluate(said, before, after)


def of_run(lives: Lives) -> Source:
    """The run that What-if shows: plan A is before, plan B after."""
    return lambda _on_step, _should_stop: prediction_of(
        comparison_json(lives.comparison, lives.seed), "What-if", None
    )


def of_file(path: Path) -> Source:
    """A comparison that was kept as JSON."""
    return lambda _on_step, _should_stop: read_prediction(path, None)


def of_plan(fetch: Callable[[], str]) -> Source:
    """A plan that was handed in: its scenario is lived again beside the one it is based on."""

    def lived(on_step: OnStep, should_stop: ShouldStop) -> Prediction:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "plan.toml"
            path.write_text(fetch(), encoding="utf-8")
            case, draft = open_file(str(path))
        lives = live((begin(case), draft or begin(case)), DAYS, SEED, on_step, should_stop)
        return of_run(lives)(on_step, should_stop)

    return lived


def records(text: str) -> tuple[Path, ...]:
    """The files that a field names: one, several with semicolons, or all CSV files of a folder.

    Raises:
        NothingRecorded: there is none.
    """
    named = [Path(each.strip()).expanduser() for each in text.split(APART) if each.strip()]
    found = [file for each in named for file in _files(each)]
    if not found:
        raise NothingRecorded(text.strip())
    return tuple(found)


def _files(path: Path) -> Sequence[Path]:
    if path.is_dir():
        return sorted(path.glob("*.csv"))
    return [path] if path.is_file() else []
