"""What the desk can do, by name: for keys of the window, of other programs, and of call pads."""

from collections.abc import Callable

from counter.teller.desk import Desk
from counter.teller.presenter import Presenter
from counter.teller.questions import Questions


class Actions:
    """Names to what they do; a window's own (the strip) come with it."""

    def __init__(
        self,
        presenter: Presenter,
        questions: Questions,
        desk: Desk,
        swap_strip: Callable[[], None],
    ) -> None:
        self._presenter, self._questions, self._desk = presenter, questions, desk
        self._does: dict[str, Callable[[], object]] = {
            "next": presenter.press_next,
            "recall": presenter.recall,
            "here": presenter.here_or_need,
            "no_show": presenter.no_show,
            "close": questions.ask_outcome,
            "hold": questions.ask_why_hold,
            "transfer": questions.ask_where_to,
            "later": questions.ask_when_again,
            "back": questions.ask_who_is_back,
            "pause": questions.ask_pause,
            "services": questions.ask_services,
            "help": questions.show_help,
            "strip": swap_strip,
            "card": self._to_card,
            "list": self._to_list,
            "leave": presenter.leave,
            "dismiss": self._dismiss,
        }

    @property
    def names(self) -> frozenset[str]:
        """All there are."""
        return frozenset(self._does)

    def do(self, name: str) -> None:
        """Do it, whatever has the focus; nothing while nobody is at the desk or a sheet asks."""
        if self._presenter.is_at_desk and self._desk.sheet is None:
            self._does[name]()

    def _to_card(self) -> None:
        """To the customer's card, for a screen reader."""
        self._desk.card.setFocus()

    def _to_list(self) -> None:
        """To the list of waiting people."""
        self._desk.waiting.view.setFocus()

    def _dismiss(self) -> None:
        """Esc: one thing at a time, from top to bottom as they stand there."""
        presenter = self._presenter
        if presenter.message is not None:
            presenter.dismiss()
        elif presenter.help_call is not None:
            presenter.dismiss_help()
        elif presenter.slips.worry is not None:
            presenter.slips.read()
        elif presenter.reminders.read(presenter.now()):
            self._desk.show_time()
