"""What is handed to head office: a plan as a file, and what it is said to bring; no Qt."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pydantic import ValidationError

from shared.config.profile import Text
from shared.domain.errors import InputInvalid
from shared.i18n import translate
from shared.protocol.plan import PlanKind, Predicted, ProposePlan
from simulator.console.roster.book import Book
from simulator.console.shell.session import Result, Session
from simulator.console.study.saving import text_of
from simulator.console.whatif import words
from simulator.planning.rostering.files import write_roster

NOTE_MAX: Final = 2000


class PlanIncomplete(InputInvalid):
    """A field of the sheet is empty or wrong: a sentence for the person."""

    code = "plan_incomplete"
    sentence = "This cannot be handed in yet: %1"


@dataclass(frozen=True)
class Offer:
    """The file of a plan and its figures, before somebody puts a name to it."""

    kind: PlanKind
    title: str
    text: str
    predicted: tuple[Predicted, ...] = ()
    remark: str = ""

    def proposed(self, title: str, by: str, starts_on: str, note: str) -> ProposePlan:
        """With what the sheet asks for.

        Raises:
            PlanIncomplete: a name is missing, or the date is none.
        """
        if not title.strip():
            raise PlanIncomplete(translate("Console", "the title is missing."))
        if not by.strip():
            raise PlanIncomplete(translate("Console", "write who hands it in."))
        try:
            begins = date.fromisoformat(starts_on.strip()) if starts_on.strip() else None
        except ValueError:
            words_ = translate("Console", "“%1” is no date such as 2026-12-01.", starts_on.strip())
            raise PlanIncomplete(words_) from None
        whole = "\n".join(part for part in (note.strip(), self.remark) if part)
        try:
            return ProposePlan(
                kind=self.kind,
                title=title.strip(),
                text=self.text,
                by=by.strip(),
                starts_on=begins,
                note=whole,
                predicted=self.predicted,
            )
        except ValidationError as error:
            first = error.errors()[0]
            raise PlanIncomplete(f"{first['loc'][0]}: {first['msg']}") from None


def offer_of_plan(session: Session, result: Result) -> Offer:
    """Plan B with the differences of the run.

    Raises:
        NoScenario: plans of a recorded day are no file.
    """
    draft = session.drafts[1]
    name = draft.case.scenario.name
    text = text_of(
        draft, Path(draft.case.named), Text(zh=f"{name.zh}，假设", en=f"{name.en}, what if")
    )
    title = translate("Console", "%1, what if", words.spoken(name))
    return Offer("scenario", title, text, tuple(predicted(result)), _remark(session, result))


def _remark(session: Session, result: Result) -> str:
    """On what the figures stand, for whoever decides."""
    told = translate("Console", "Simulated on %n days.", n=result.lives.comparison.days)
    if session.percent != 100:
        customers = translate("Console", "%1 % of the usual customers.", session.percent)
        told = f"{told} {customers}"
    return told


def predicted(result: Result) -> Iterator[Predicted]:
    """Each row of the comparison with its 95 % interval; none where one day cannot give any."""
    for row in result.rows:
        name, unit = words.row_words(row)
        low, high = row.difference.low, row.difference.high
        if row.what == "last":
            unit = translate("Console", "minutes after midnight")
        if all(math.isfinite(value) for value in (row.a, row.b, low, high)):
            yield Predicted(
                name=f"{name}, {unit}",
                before=row.a,
                after=row.b,
                difference_low=low,
                difference_high=high,
            )


def offer_of_roster(book: Book) -> Offer:
    """The roster as CSV; what it breaks is said to head office, too."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "roster.csv"
        write_roster(path, book.roster, book.month)
        text = path.read_text(encoding="utf-8-sig")
    broken = translate("Console", "Broken rules: %1.", len(book.broken))
    return Offer("roster", words.spoken(book.month.file.name), text, (), broken)
