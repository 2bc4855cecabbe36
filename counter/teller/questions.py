"""What the desk asks: each question a sheet, its answer a command of the presenter."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from counter.teller import counter_sheets, keys, sheet_texts, visit_keys, visit_sheets
from counter.teller.desk import Desk
from counter.teller.help_sheet import HelpSheet
from counter.teller.presenter import Presenter
from counter.teller.scene import Phase
from counter.teller.sheet import Sheet, SheetText
from shared.ui.look import Look


class Questions(QObject):
    """Opens the sheets over the desk and hands on what was chosen."""

    def __init__(self, look: Look, desk: Desk, presenter: Presenter) -> None:
        super().__init__()
        self.look, self.desk, self.presenter = look, desk, presenter
        self._answer: Callable[[str], None] = _nothing
        self._minutes = 0

    def ask_outcome(self) -> None:
        """F5: which outcome, if somebody is here."""
        scene, language = self.presenter.scene, self.presenter.language
        if keys.close_face(scene, language).is_enabled and scene.profile is not None:
            text = sheet_texts.outcome_sheet(scene, language)
            self.ask(text, self.presenter.close, is_about_customer=True)

    def ask_why_hold(self) -> None:
        """F6: why the visit is put aside, if somebody is here."""
        scene, language = self.presenter.scene, self.presenter.language
        if visit_keys.hold_face(scene, language).is_enabled:
            text = visit_sheets.hold_sheet(scene, self.presenter.now(), language)
            self.ask(text, self._hold, is_about_customer=True)

    def _hold(self, pool: str) -> None:
        self.presenter.hold(pool, self._minutes)

    def ask_when_again(self) -> None:
        """F8: when the customer wants to be called, if somebody is here."""
        scene, language = self.presenter.scene, self.presenter.language
        if visit_keys.later_face(scene, language).is_enabled:
            text = visit_sheets.later_sheet(scene, language)
            self.ask(text, self.presenter.defer, is_about_customer=True)

    def ask_where_to(self) -> None:
        """F7: where the customer is sent on, if somebody is here."""
        self._ask_where_to(0)

    def _ask_where_to(self, first: int) -> None:
        scene, language = self.presenter.scene, self.presenter.language
        if visit_keys.transfer_face(scene, language).is_enabled:
            text = visit_sheets.transfer_sheet(scene, language, first)
            self.ask(text, self._sent_on, is_about_customer=True)

    def _sent_on(self, target: str) -> None:
        """The target, or the further ones."""
        if target.startswith(visit_sheets.MORE):
            self._ask_where_to(int(target.removeprefix(visit_sheets.MORE)))
        else:
            self.presenter.transfer(target)

    def ask_who_is_back(self) -> None:
        """F9: who was put aside or missed the call and is here now."""
        presenter = self.presenter
        scene, language = presenter.scene, presenter.language
        if visit_keys.back_face(scene, language).is_enabled:
            text = visit_sheets.back_sheet(scene, presenter.now(), language)
            self.ask(text, presenter.take_back)

    def ask_why_picked(self, ticket: str) -> None:
        """Enter in the list: why this one, where the role may; else: does it come along."""
        presenter = self.presenter
        scene = presenter.scene
        found = next((each for each in scene.mine if each.id == ticket), None)
        if found is not None and scene.has_customer:
            if scene.is_online and scene.pending is None:
                text = counter_sheets.join_sheet(scene, found, presenter.language)
                self.ask(text, presenter.join, is_about_customer=True)
        elif found is not None and presenter.may_pick():
            text = visit_sheets.pick_sheet(scene, found, presenter.language)
            self.ask(text, lambda reason: presenter.call_out_of_order(ticket, reason))

    def ask_pause(self) -> None:
        """F12: pause with a reason, or resume at once."""
        scene, language = self.presenter.scene, self.presenter.language
        if not keys.pause_face(scene, language).is_enabled:
            return
        if scene.phase is Phase.PAUSED:
            self.presenter.open()
        else:
            text = counter_sheets.pause_sheet(scene, self.presenter.now(), language)
            self.ask(text, self._pause, is_about_customer=scene.has_customer)

    def _pause(self, reason: str) -> None:
        self.presenter.pause(reason, self._minutes)

    def ask_services(self) -> None:
        """Ctrl+S: which service is switched off or on at this counter."""
        scene, language = self.presenter.scene, self.presenter.language
        if scene.is_online and scene.pending is None and (scene.services or scene.switched_off):
            text = counter_sheets.services_sheet(scene, language)
            self.ask(text, self.presenter.toggle_service)

    def show_help(self) -> None:
        """F1: the list of keys."""
        sheet = HelpSheet(self.look, self.presenter.language)
        sheet.left.connect(self.desk.close_sheet)
        self.desk.open_sheet(sheet)

    def ask(
        self, text: SheetText, answer: Callable[[str], None], *, is_about_customer: bool = False
    ) -> None:
        """Lay a sheet over the right column; what is chosen goes to ``answer``."""
        sheet = Sheet(self.look, text, self.presenter.language)
        ticket = self.presenter.scene.ticket
        sheet.setProperty("customer", ticket.id if is_about_customer and ticket else "")
        self._answer = answer
        # A bound method: a closure over self would be the window's last owner when the sheet dies.
        sheet.confirmed.connect(self._confirmed)
        sheet.left.connect(self.desk.close_sheet)
        self.desk.open_sheet(sheet)

    def _confirmed(self, choice: str) -> None:
        sheet = self.desk.sheet
        self._minutes = sheet.minutes if isinstance(sheet, Sheet) else 0
        is_in_place = self.is_in_place()  # what came meanwhile has not closed it yet
        self.desk.close_sheet()
        self.presenter.guard()  # an Enter too many must not call the next customer
        answer, self._answer = self._answer, _nothing
        if is_in_place:
            answer(choice)

    def is_in_place(self) -> bool:
        """A sheet about a customer goes when another one, or nobody, is here."""
        about = self.desk.sheet.property("customer") if self.desk.sheet is not None else ""
        ticket = self.presenter.scene.ticket
        return not about or (ticket is not None and ticket.id == about)


def _nothing(_choice: str) -> None:
    """No sheet asks anything."""
