"""What the page of people works on: the list, who is chosen, what is given, taken, recorded."""

from PySide6.QtCore import QObject, Signal

from counter.desk.shell.session import Desk
from shared.client.ports import Failure
from shared.protocol.staff import Certify, PersonDay, PersonView, RecordTraining, StaffList

#: Who may give and withdraw; the server says the same.
KEEPING = frozenset({"supervisor", "manager"})


class People(QObject):
    """Everybody, and one of them.

    Signals:
        changed: other people, another choice, other figures.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing has been asked yet."""
        super().__init__()
        self._desk = desk
        self.list: StaffList | None = None
        self.chosen = ""
        self.day: PersonDay | None = None

    @property
    def shown(self) -> tuple[PersonView, ...]:
        """Everybody, by staff number."""
        return self.list.people if self.list is not None else ()

    @property
    def person(self) -> PersonView | None:
        """Who is chosen."""
        return next((each for each in self.shown if each.staff == self.chosen), None)

    @property
    def may_keep(self) -> bool:
        """Whether whoever is signed in gives and withdraws, and for this person."""
        session = self._desk.session
        is_keeper = session is not None and session.role in KEEPING
        return is_keeper and session is not None and self.chosen not in ("", session.staff)

    def refresh(self) -> None:
        """Ask the server."""
        self._desk.look_up("staff", StaffList, self._came)
        self._ask_day()

    def choose(self, staff: str) -> None:
        """This person is looked at."""
        if staff != self.chosen:
            self.chosen, self.day = staff, None
            self._ask_day()
            self.changed.emit()

    def certify(self, command: Certify) -> None:
        """Give or renew."""
        self._order("certificates", command)

    def withdraw(self, certificate: str) -> None:
        """Take one back."""
        self._order(f"certificates/{certificate}/withdraw", None)

    def train(self, command: RecordTraining) -> None:
        """A course was taken."""
        self._order("trainings", command)

    def _order(self, what: str, command: Certify | RecordTraining | None) -> None:
        path = f"staff/{self.chosen}/{what}"
        self._desk.order(path, command, PersonView, lambda _answer: self.refresh())

    def _ask_day(self) -> None:
        if self.chosen:
            path = f"staff/{self.chosen}/day"
            self._desk.look_up(path, PersonDay, self._day_came, self._no_day)

    def _no_day(self, _failure: Failure) -> None:
        """The branch has not opened today: there are no figures, and nothing to be said."""
        self.day = None

    def _came(self, answer: StaffList) -> None:
        self.list = answer
        if self.person is None and answer.people:
            self.choose(answer.people[0].staff)
        self.changed.emit()

    def _day_came(self, answer: PersonDay) -> None:
        if answer.staff == self.chosen:
            self.day = answer
            self.changed.emit()
